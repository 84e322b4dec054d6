import {
  AlarmClock,
  Check,
  CircleAlert,
  FileDown,
  FileQuestion,
  FileText,
  Mail,
  MailOpen,
  Sunrise,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import type { SnoozeChoice } from '#shared/domain/schedules/instants.ts';
import { instantWords, untilWords } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { finish, mark, snooze } from './inbox-steps.ts';

interface Props {
  readonly entry: InboxEntry;
  /** The task it is about, as it is now; undefined: about none, or deleted since. */
  readonly task: Task | undefined;
  /** Nothing newer was said of this task. */
  readonly latest: boolean;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onOpen: () => void;
  /** Takes back what was imported; null where there is nothing to take back (any more). */
  readonly onTakeBack: (() => void) | null;
}

const ICONS = {
  reminder: AlarmClock,
  summary: Sunrise,
  report: FileText,
  'report-failed': CircleAlert,
  imported: FileDown,
  'to-check': FileQuestion,
} as const;
const KINDS = {
  reminder: 'Reminder',
  summary: 'Summary of the morning',
  report: 'Report',
  'report-failed': 'Report not written',
  imported: 'Import',
  'to-check': 'New file',
} as const;

const SNOOZES: readonly { readonly value: SnoozeChoice; readonly label: string }[] = [
  { value: 'ten-minutes', label: 'In 10 minutes' },
  { value: 'hour', label: 'In 1 hour' },
  { value: 'tomorrow-morning', label: 'Tomorrow morning' },
];

/** One thing she was told. */
export function InboxRow({ entry, task, latest, active, onPick, onOpen, onTakeBack }: Props) {
  const format = useFormat();
  const today = useToday();
  const now = useClock((state) => state.now);
  const Icon = ICONS[entry.kind];
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const state = stateOf();
  const canAnswer = latest && task?.doneAt === null;
  const ReadIcon = entry.read ? Mail : MailOpen;
  return (
    <div
      ref={row}
      id={`inbox-${entry.id}`}
      role="row"
      aria-selected={active}
      className={`inbox-row${entry.read ? '' : ' inbox-unread'}`}
      data-active={active}
      onClick={onPick}
      onDoubleClick={onOpen}
    >
      <div role="gridcell" className="inbox-mark">
        <Icon size={16} role="img" aria-label={entry.read ? KINDS[entry.kind] : `${KINDS[entry.kind]}, unread`} />
      </div>
      <div role="gridcell" className="inbox-words">
        <p className="inbox-title">
          <button type="button" className="link" tabIndex={-1} title={entry.title} onClick={onOpen}>
            {entry.title}
          </button>
          {state}
        </p>
        {entry.body !== '' && (
          <p className="inbox-body faint" title={entry.body}>
            {entry.body}
          </p>
        )}
        {entry.late && <p className="inbox-late">{`Late: was due ${instantWords(entry.dueAt, today, format)}`}</p>}
      </div>
      <div role="gridcell" className="inbox-actions">
        {canAnswer && (
          <>
            <Button
              size="small"
              icon={<Check size={14} aria-hidden="true" />}
              onClick={() => void finish(task.id, task.title)}
            >
              Done
            </Button>
            <MenuButton
              label="Snooze"
              choices={SNOOZES}
              onChoose={(choice) => void snooze(task.id, task.title, choice)}
            />
          </>
        )}
        {onTakeBack && (
          <Button size="small" onClick={onTakeBack}>
            Undo this import
          </Button>
        )}
        <IconButton
          label={entry.read ? 'Mark as unread' : 'Mark as read'}
          icon={<ReadIcon size={14} aria-hidden="true" />}
          onClick={() => void mark(entry, !entry.read)}
        />
      </div>
      <div role="gridcell" className="inbox-when faint" title={format.momentFull(momentOfInstant(entry.firedAt))}>
        {format.ago(entry.firedAt, now)}
      </div>
    </div>
  );

  /** What has become of it. */
  function stateOf() {
    if (entry.kind === 'imported' && (entry.importIds?.length ?? 0) > 0 && !onTakeBack)
      return <span className="inbox-state faint">Taken back</span>;
    if (entry.taskId === null || !latest) return null;
    if (!task) return <span className="inbox-state faint">Deleted</span>;
    if (task.doneAt !== null) {
      return (
        <span className="inbox-state inbox-done">
          <Check size={12} aria-hidden="true" /> Done
        </span>
      );
    }
    if (task.snoozedUntil === null || task.snoozedUntil <= now) return null;
    return <span className="inbox-state faint">{`Snoozed until ${untilWords(task.snoozedUntil, today, format)}`}</span>;
  }
}
