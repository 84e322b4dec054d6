import {
  ArrowLeftRight,
  CircleHelp,
  CornerDownLeft,
  Filter,
  Images,
  LayoutGrid,
  ListChecks,
  ListTodo,
  Mail,
  Search,
  SquareArrowOutUpRight,
  User,
  type LucideIcon,
} from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { SampleCommand } from '#renderer/features/greeting/use-sample.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { choose, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { makeDirectory, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { paletteCommands } from './palette-commands.ts';
import {
  groupsAtRest,
  groupsOf,
  itemMaker,
  transactionGroup,
  type Group,
  type Item,
  type ItemKind,
} from './palette-items.ts';
import { useFoundRows, useSearchIndex } from './use-search.ts';
import './palette.css';

interface Props {
  readonly open: boolean;
  readonly ledger: LedgerClient;
  readonly directory: Directory | null;
  readonly segments: readonly SavedSegment[];
  readonly tasks: readonly Task[];
  readonly sample: SampleCommand;
  readonly onReport: () => void;
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

const ICONS: Readonly<Record<ItemKind, LucideIcon>> = {
  screen: SquareArrowOutUpRight,
  command: CornerDownLeft,
  affiliate: User,
  task: ListTodo,
  question: CircleHelp,
  segment: LayoutGrid,
  template: Mail,
  material: Images,
  checklist: ListChecks,
  transaction: ArrowLeftRight,
  filter: Filter,
};

const NOBODY = makeDirectory([], []);
/** How many of her choices are remembered. */
const REMEMBERED = 12;

/** One field to go anywhere, find anyone and anything, and do what there is to do. */
export function Palette(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Search" titleHidden width={620}>
      <PaletteInside {...props} />
    </Dialog>
  );
}

function PaletteInside(props: Props) {
  const { onClose } = props;
  const [text, setText] = useState('');
  /** The line she is on; null: the first. By its key: lines that come later do not move her. */
  const [at, setAt] = useState<string | null>(null);
  const id = useId();
  const groups = useGroups(props, text.trim());
  const items = groups.flatMap((group) => group.items);
  const chosen = Math.max(
    0,
    items.findIndex(({ key }) => key === at),
  );
  const move = (by: number): void => setAt(items[Math.max(0, Math.min(items.length - 1, chosen + by))]?.key ?? null);
  const run = (item: Item | undefined): void => {
    if (!item) return;
    remember(item);
    onClose();
    item.run();
  };
  const idOf = (item: Item | undefined): string | undefined => item && `${id}-${items.indexOf(item)}`;

  return (
    <div className="palette">
      <label className="palette-field">
        <Search size={16} aria-hidden="true" />
        <span className="hidden-but-read">Search</span>
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={idOf(items[chosen])}
          placeholder="Affiliates, contacts, codes, orders, tasks, commands"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(1);
            else if (event.key === 'ArrowUp') move(-1);
            else if (event.key === 'PageDown') move(8);
            else if (event.key === 'PageUp') move(-8);
            else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(items[chosen]);
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label="Found">
        {groups.map((group, n) => (
          <div key={group.title} role="group" aria-labelledby={`${id}-group-${n}`}>
            <div className="palette-group" id={`${id}-group-${n}`} role="presentation">
              {group.title}
            </div>
            {group.items.map((item) => (
              <Line
                key={item.key}
                id={idOf(item) ?? ''}
                item={item}
                chosen={item === items[chosen]}
                onPoint={() => setAt(item.key)}
                onRun={() => run(item)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands in the list. The ledger's rows come last: they arrive a moment later, and move nothing that is there. */
function useGroups(props: Props, text: string): readonly Group[] {
  const { directory, tasks, segments, sample, ledger, onKeys, onReport } = props;
  const route = useNavigation((state) => state.route);
  const books = useLedgerVersion((state) => state.books);
  const stages = usePreferences((state) => state.stages);
  const recent = usePreferences((state) => state.recentPicks);
  const format = useFormat();
  const today = useToday();
  const affiliate = route.screen === 'affiliate' ? (directory?.byId(route.affiliateId) ?? null) : null;
  const affiliates = directory?.affiliates ?? NOBODY.affiliates;
  const commands = useMemo(
    () => paletteCommands({ affiliate, affiliates, stages, books, sample, onKeys, onReport }),
    [affiliate, affiliates, stages, books, sample, onKeys, onReport],
  );
  const index = useSearchIndex({ directory, tasks, segments, commands });
  const rows = useFoundRows(ledger, text);
  const make = useMemo(() => itemMaker(commands), [commands]);
  const found = useMemo(() => index.search(text), [index, text]);
  if (text === '') return groupsAtRest(index, recent, commands, make);
  return [...groupsOf(found, text, make), transactionGroup(text, rows, directory ?? NOBODY, format, today)];
}

interface LineProps {
  readonly id: string;
  readonly item: Item;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}

function Line({ id, item, chosen, onPoint, onRun }: LineProps) {
  const Icon = ICONS[item.kind];
  return (
    <div
      id={id}
      ref={chosen ? showElement : undefined}
      className="palette-item"
      role="option"
      aria-selected={chosen}
      onMouseMove={onPoint}
      onClick={onRun}
    >
      <Icon size={16} aria-hidden="true" />
      <span className="palette-title">{item.title}</span>
      {item.why !== '' && <span className="palette-why faint small">{item.why}</span>}
      {item.detail !== '' && <span className="palette-detail faint small">{item.detail}</span>}
    </div>
  );
}

const showElement = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What is found again by its key, which rows of the ledger are not; commands stand in the list anyhow. */
function remember({ key, kind }: Item): void {
  if (kind === 'transaction' || kind === 'filter' || kind === 'command') return;
  const { recentPicks } = usePreferences.getState();
  choose({ recentPicks: [key, ...recentPicks.filter((each) => each !== key)].slice(0, REMEMBERED) });
}
