import { ArrowLeftRight, CornerDownLeft, ListTodo, Search, User } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { SampleCommand } from '#renderer/features/greeting/use-sample.ts';
import { themeStep } from '#renderer/features/settings/settings-steps.ts';
import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { chooseFiles, chooseFolder } from '#renderer/session/incoming.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { goTo, showAffiliate, showTask, showTransactions, useNavigation } from '#renderer/session/navigation.ts';
import { redoLast, undoLast } from '#renderer/session/undo.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { PLACES, SETTINGS } from './screens.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

const MOST_SHOWN = 50;

interface Props {
  readonly open: boolean;
  readonly affiliates: readonly Affiliate[];
  readonly tasks: readonly Task[];
  readonly sample: SampleCommand;
  readonly onReport: () => void;
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** One field to go anywhere, find anyone and do what there is to do. */
export function Palette(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Search" titleHidden width={560}>
      <PaletteInside {...props} />
    </Dialog>
  );
}

function PaletteInside({ affiliates, tasks, sample, onReport, onClose, onKeys }: Props) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();

  const onAffiliate = useNavigation(({ route }) => route.screen === 'affiliate');
  const books = useLedgerVersion((state) => state.books);
  const words = text.trim().toLowerCase();
  const found = [
    ...fixedItems(onKeys, onReport, sample),
    ...books.filter((book) => book !== 'transactions').map(bookItem),
    ...(onAffiliate ? AFFILIATE_COMMANDS : []),
    ...affiliates.map(affiliateItem),
    ...openFirst(tasks).map(taskItem),
  ].filter((item) => words === '' || item.text.toLowerCase().includes(words));
  const search: readonly Item[] = words === '' ? [] : [searchItem(text.trim())];
  const items = [...found.slice(0, MOST_SHOWN), ...search];
  const chosen = Math.min(at, items.length - 1);
  const run = (item: Item | undefined): void => {
    if (!item) return;
    onClose();
    item.run();
  };

  return (
    <div className="palette">
      <label className="palette-field">
        <Search size={16} aria-hidden="true" />
        <span className="hidden-but-read">Search</span>
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={items[chosen] ? `${id}-${items[chosen].id}` : undefined}
          placeholder="Screens, affiliates, tasks, commands"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(items.length - 1, chosen + 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
            else if (event.key === 'Enter') run(items[chosen]);
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <ul className="palette-list" id={`${id}-list`} role="listbox" aria-label="Found">
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${item.id}`}
            ref={index === chosen ? showElement : undefined}
            className="palette-item"
            role="option"
            aria-selected={index === chosen}
            onMouseMove={() => setAt(index)}
            onClick={() => run(item)}
          >
            {item.icon}
            {item.text}
            <span className="faint small">{item.kind}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const showElement = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const icon = <CornerDownLeft size={14} aria-hidden="true" />;

/** A book beside the transactions, as long as there is something in it. */
const bookItem = (book: Book): Item => ({
  id: `book ${book}`,
  text: BOOK_WORDS[book].title,
  kind: 'Screen',
  icon: <ArrowLeftRight size={16} aria-hidden="true" />,
  run: () => showTransactions({ book }),
});

function fixedItems(onKeys: () => void, onReport: () => void, sample: SampleCommand): readonly Item[] {
  const places = [...PLACES, SETTINGS].map(({ screen, name, icon: Icon, route }) => ({
    id: screen,
    text: name,
    kind: 'Screen',
    icon: <Icon size={16} aria-hidden="true" />,
    run: () => goTo(route),
  }));
  const command = (id: string, text: string, run: () => void): Item => ({ id, text, kind: 'Command', icon, run });
  return [
    ...places,
    command('new-task', 'New task', () => openNewTask()),
    command('import', 'Import a file', () => void chooseFiles()),
    command('import-folder', 'Import the files of a folder', () => void chooseFolder()),
    command('report', 'Run the weekly report', onReport),
    command('undo', 'Undo', () => void undoLast()),
    command('redo', 'Redo', () => void redoLast()),
    command('keys', 'Show the keys', onKeys),
    command('light', 'Light theme', () => void themeStep('light')),
    command('dark', 'Dark theme', () => void themeStep('dark')),
    command('system', 'Theme of the system', () => void themeStep('system')),
    command(sample.id, sample.text, sample.run),
  ];
}

/** On an affiliate's page. */
const AFFILIATE_COMMANDS: readonly Item[] = [
  {
    id: 'log',
    text: 'Log what happened with this affiliate',
    kind: 'Command',
    icon,
    run: () => {
      const { route } = useNavigation.getState();
      if (route.screen === 'affiliate')
        openDoor({ kind: 'activity', affiliateId: route.affiliateId, activity: 'note' });
    },
  },
  {
    id: 'merge',
    text: 'Merge this affiliate into another',
    kind: 'Command',
    icon,
    run: () => ask({ kind: 'merge' }),
  },
  {
    id: 'move',
    text: 'Move an account to another affiliate',
    kind: 'Command',
    icon,
    run: () => ask({ kind: 'move', account: null }),
  },
];

const affiliateItem = ({ id, name }: { readonly id: string; readonly name: string }): Item => ({
  id: `affiliate-${id}`,
  text: name,
  kind: 'Affiliate',
  icon: <User size={16} aria-hidden="true" />,
  run: () => showAffiliate(id),
});

/** What is done is found as well, after what is not. */
const openFirst = (tasks: readonly Task[]): readonly Task[] => [
  ...tasks.filter(({ doneAt }) => doneAt === null),
  ...tasks.filter(({ doneAt }) => doneAt !== null),
];

const taskItem = ({ id, title, doneAt }: Task): Item => ({
  id: `task-${id}`,
  text: title,
  kind: doneAt === null ? 'Task' : 'Task, done',
  icon: <ListTodo size={16} aria-hidden="true" />,
  run: () => showTask(id),
});

const searchItem = (text: string): Item => ({
  id: 'find',
  text: `Transactions with “${text}”`,
  kind: 'Filter',
  icon: <Search size={16} aria-hidden="true" />,
  run: () => showTransactions({ text }),
});
