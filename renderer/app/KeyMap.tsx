import { Dialog } from '#renderer/ui/Dialog.tsx';
import { usePreferences } from '#renderer/session/preferences.ts';
import { KEY_GROUPS, type KeyGroup } from './keys.ts';

const isMac = navigator.userAgent.includes('Mac');

/** Every key, by where it works. */
export function KeyMap({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const letters = usePreferences((state) => state.letters);
  const groups = KEY_GROUPS.map(({ title, keys }) => ({ title, keys: keys.filter((key) => letters || !key.letter) }));
  return (
    <Dialog open={open} onClose={onClose} title="Keys" width={1140}>
      <div className="key-map">
        {groups
          .filter(({ keys }) => keys.length > 0)
          .map((group) => (
            <KeyList key={group.title} {...group} />
          ))}
        <p className="faint">
          {letters
            ? 'The letters can be switched off in Settings.'
            : 'Single letters are switched off. Settings switches them on.'}
        </p>
      </div>
    </Dialog>
  );
}

function KeyList({ title, keys }: KeyGroup) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(({ keys: combination, does }) => (
          <div key={combination}>
            <dt>
              {combination.split(' ').map((key) => (
                <kbd key={key}>{isMac && key === 'Ctrl' ? '⌘' : key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
