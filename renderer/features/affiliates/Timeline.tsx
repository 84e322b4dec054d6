import { useLiveQuery } from 'dexie-react-hooks';
import {
  ArrowRightLeft,
  CalendarDays,
  FileText,
  FileUp,
  Gift,
  ListTodo,
  Mail,
  MessageCircleQuestionMark,
  Pencil,
  Percent,
  Phone,
  StickyNote,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import { timelineOf } from '#renderer/db/timeline.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { isPicture, libraryUrl, saveCopies } from '#renderer/session/library.ts';
import { goTo, showTask } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { MultiSelect } from '#renderer/ui/Select.tsx';
import { LOGGED_KINDS, type Activity } from '#shared/domain/affiliates/activity.ts';
import { ACTIVITY_WORDS } from '#shared/domain/affiliates/words.ts';
import type { TimelineEntry, TimelineKind } from '#shared/domain/tasks/timeline.ts';
import { recentWords } from '#shared/domain/tasks/due.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { remove } from './activity-steps.ts';
import './timeline.css';

const WORDS: Readonly<Record<TimelineKind, string>> = {
  ...ACTIVITY_WORDS,
  task: 'Task',
  question: 'Question',
  import: 'Import',
};

const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  mail: Mail,
  call: Phone,
  meeting: CalendarDays,
  note: StickyNote,
  stage: ArrowRightLeft,
  commission: Percent,
  file: FileText,
  material: Gift,
  task: ListTodo,
  question: MessageCircleQuestionMark,
  import: FileUp,
};

/** A long timeline is drawn piece by piece: the newest first, older ones when she asks. */
const PIECE = 100;

/** Everything that happened with an affiliate, newest first. */
export function Timeline({ affiliateId }: { readonly affiliateId: string }) {
  const entries = useLiveQuery(() => timelineOf(affiliateId), [affiliateId]);
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [most, setMost] = useState(PIECE);
  const format = useFormat();
  const choices = useMemo(() => {
    const there = new Set(entries?.map(({ kind }) => kind));
    return (Object.keys(WORDS) as TimelineKind[])
      .filter((kind) => there.has(kind) || kinds.includes(kind))
      .map((value) => ({ value, label: WORDS[value] }));
  }, [entries, kinds]);
  if (!entries) return null;
  const found = kinds.length === 0 ? entries : entries.filter(({ kind }) => kinds.includes(kind));
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="timeline-head">
        {LOGGED_KINDS.map((activity) => (
          <LogButton key={activity} affiliateId={affiliateId} activity={activity} />
        ))}
        {choices.length > 1 && (
          <span className="timeline-filter">
            <MultiSelect
              label="Kinds"
              choices={choices}
              values={kinds}
              onChange={(chosen) => {
                setKinds(chosen);
                setMost(PIECE);
              }}
            />
          </span>
        )}
      </div>
      {found.length === 0 ? (
        <p className="timeline-none faint">Mails, calls and whatever else happens stand here. Nothing has yet.</p>
      ) : (
        <ol aria-label="What happened">
          {found.slice(0, most).map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </ol>
      )}
      {found.length > most && (
        <p className="timeline-more">
          <Button size="small" onClick={() => setMost(most + PIECE)}>
            {`Show ${format.count(Math.min(PIECE, found.length - most))} more of ${format.count(found.length - most)}`}
          </Button>
        </p>
      )}
    </section>
  );
}

function LogButton({ affiliateId, activity }: { readonly affiliateId: string; readonly activity: Activity['kind'] }) {
  const Icon = ICONS[activity];
  return (
    <Button
      size="small"
      aria-label={`Log: ${WORDS[activity]}`}
      icon={<Icon size={14} aria-hidden="true" />}
      onClick={() => openDoor({ kind: 'activity', affiliateId, activity })}
    >
      {WORDS[activity]}
    </Button>
  );
}

const isOwn = ({ kind }: Activity): boolean => (LOGGED_KINDS as readonly string[]).includes(kind);

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const format = useFormat();
  const today = useToday();
  const { kind, at, title, text, of } = entry;
  const Icon = ICONS[kind];
  const activity = of.kind === 'activity' ? of.activity : null;
  const open = opener(entry);
  return (
    <li className="entry">
      <span className="entry-icon" title={WORDS[kind]}>
        <Icon size={14} aria-hidden="true" />
        <span className="hidden-but-read">{WORDS[kind]}</span>
      </span>
      <div className="entry-words">
        <div className="entry-line">
          {open ? (
            <button type="button" className="link entry-title" onClick={open}>
              {title}
            </button>
          ) : (
            <span className="entry-title text-selectable">{title}</span>
          )}
          {activity?.direction === 'in' && <span className="entry-from">from them</span>}
          <time className="faint" dateTime={new Date(at).toISOString()} title={format.momentFull(at)}>
            {recentWords(at, today, format)}
          </time>
        </div>
        {text !== '' && <EntryText text={text} />}
        {activity && activity.files.length > 0 && <Files activity={activity} />}
      </div>
      {activity && kind !== 'stage' && (
        <span className="entry-tools">
          {isOwn(activity) && (
            <IconButton
              label={`Change “${title}”`}
              icon={<Pencil size={14} aria-hidden="true" />}
              onClick={() => ask({ kind: 'activity', activity })}
            />
          )}
          <IconButton
            label={`Delete “${title}”`}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => void remove(activity)}
          />
        </span>
      )}
    </li>
  );
}

/** Where a line leads, if it is about something that has a place. */
function opener({ of }: TimelineEntry): (() => void) | null {
  switch (of.kind) {
    case 'activity':
      return null;
    case 'task':
      return () => showTask(of.task.id);
    case 'question':
      return () => goTo({ screen: 'conversations', tab: 'questions', openId: of.question.id });
    case 'import':
      return () => goTo({ screen: 'imports', importId: of.importId });
    default:
      return assertNever(of);
  }
}

/** Characters and lines beyond which a text is folded. */
const SHORT = { characters: 280, lines: 4 } as const;

function EntryText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > SHORT.characters || text.split('\n').length > SHORT.lines;
  return (
    <>
      <p className={`entry-text text-selectable${long && !whole ? ' entry-folded' : ''}`}>{text}</p>
      {long && (
        <button type="button" className="link link-accent small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all'}
        </button>
      )}
    </>
  );
}

function Files({ activity }: { readonly activity: Activity }) {
  const format = useFormat();
  return (
    <ul className="entry-files">
      {activity.files.map((file) => (
        <li key={file.fileId}>
          {isPicture(file) && <img src={libraryUrl(file.fileId)} alt="" loading="lazy" />}
          <button
            type="button"
            className="link"
            title="Save a copy"
            onClick={() => void saveCopies([{ fileId: file.fileId, name: file.name }])}
          >
            {file.name}
          </button>
          <span className="faint">{format.bytes(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
