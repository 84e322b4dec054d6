import { Dialog } from '#renderer/ui/Dialog.tsx';
import { usePreferences } from '#renderer/session/preferences.ts';
import { PLACES, SETTINGS } from './screens.ts';

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Search and commands'],
  ['Ctrl O', 'Import a file'],
  ['Ctrl Z', 'Undo'],
  ['Ctrl Shift Z', 'Redo'],
  ['Alt ←', 'Back'],
  ['Alt →', 'Forward'],
  ['Esc', 'Close what is open'],
];

const LISTS: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'Move through a list'],
  ['Home End', 'First and last row'],
  ['Enter', 'Open'],
  ['Space', 'Select'],
  ['Shift ↑ ↓', 'Select several'],
  ['Ctrl C', 'Copy the selected rows'],
  ['Shift ← →', 'On a column’s name: its width'],
];

const TASKS: readonly (readonly [string, string])[] = [
  ['Space', 'Done, or open again'],
  ['Enter', 'Open'],
  ['Del', 'Delete'],
];

const TASK_LETTERS: readonly (readonly [string, string])[] = [
  ['T', 'Move to today'],
  ['M', 'Move to tomorrow'],
  ['W', 'Move to next week'],
  ['S', 'Move to someday'],
  ['U', 'In the inbox: read or unread'],
];

const LETTERS: readonly (readonly [string, string])[] = [
  ...[...PLACES, SETTINGS].map((place) => [`G ${place.letter.toUpperCase()}`, place.name] as const),
  ['C', 'New task'],
  ['J K', 'Move through a list'],
  ['E', 'Edit'],
  ['/', 'Filter'],
  ['?', 'This map'],
];

const isMac = navigator.userAgent.includes('Mac');

export function KeyMap({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const letters = usePreferences((state) => state.letters);
  return (
    <Dialog open={open} onClose={onClose} title="Keys" width={920}>
      <div className="key-map">
        <KeyList title="Everywhere" keys={EVERYWHERE} />
        <KeyList title="Lists" keys={LISTS} />
        {letters && <KeyList title="Letters" keys={LETTERS} />}
        <KeyList title="Tasks" keys={letters ? [...TASKS, ...TASK_LETTERS] : TASKS} />
        <p className="faint">
          {letters
            ? 'The letters can be switched off in Settings.'
            : 'Single letters are switched off. Settings switches them on.'}
        </p>
      </div>
    </Dialog>
  );
}

function KeyList({ title, keys }: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([combination, meaning]) => (
          <div key={combination}>
            <dt>
              {combination.split(' ').map((key) => (
                <kbd key={key}>{isMac && key === 'Ctrl' ? '⌘' : key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
