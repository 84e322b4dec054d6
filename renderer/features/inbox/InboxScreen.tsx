import { useLiveQuery } from 'dexie-react-hooks';
import { CheckCheck, Inbox } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { allImports } from '#renderer/db/imports.ts';
import { countEntries, newestEntries, seen } from '#renderer/db/inbox.ts';
import { allTasks } from '#renderer/db/tasks.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { goTo, showTask } from '#renderer/session/navigation.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { InboxRow } from './InboxRow.tsx';
import { finish, mark, markAll, takeBack } from './inbox-steps.ts';
import './inbox.css';

const STEP = 200;

/** Everything she was told, the newest first, and what can be done about it. */
export function InboxScreen({ ledger }: { readonly ledger: LedgerClient }) {
  const [most, setMost] = useState(STEP);
  const entries = useLiveQuery(() => newestEntries(most), [most]);
  const count = useLiveQuery(countEntries);
  const tasks = useLiveQuery(allTasks);
  const imports = useLiveQuery(allImports);
  const letters = usePreferences((state) => state.letters);
  const format = useFormat();
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(tasks?.map((task) => [task.id, task])), [tasks]);
  const latest = useMemo(() => latestOfTasks(entries ?? []), [entries]);

  if (!entries || !tasks || !imports) return null;
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={<Inbox size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => openNewTask()}>
            New task
          </Button>
        }
      >
        Every reminder, every finished report and every file from the watched folder is kept here, also when the desktop
        could not show it.
      </EmptyState>
    );
  }

  const taskOf = ({ taskId }: InboxEntry): Task | undefined => (taskId === null ? undefined : byId.get(taskId));
  const open = (entry: InboxEntry): void => {
    void seen(entry.id);
    if (entry.taskId !== null && taskOf(entry)) showTask(entry.taskId);
    else if (entry.kind === 'summary') goTo({ screen: 'tasks', taskId: null });
    else if (entry.kind === 'imported' || entry.kind === 'to-check')
      goTo({ screen: 'imports', importId: entry.importIds?.[0] ?? null });
    else if (entry.kind !== 'reminder') goTo({ screen: 'reports', runId: entry.runId });
  };
  const standing = new Set(imports.filter(({ undoneAt }) => undoneAt === null).map(({ id }) => id));
  const takingBack = ({ id, importIds = [] }: InboxEntry): (() => void) | null => {
    const ids = importIds.filter((each) => standing.has(each));
    return ids.length === 0 ? null : () => void takeBack(ledger, id, ids);
  };
  const at = entries.findIndex(({ id }) => id === active);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== list.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = letters ? event.key.toLowerCase() : event.key;
    const entry = entries[at];
    const steps: Readonly<Record<string, number>> = {
      arrowdown: at + 1,
      arrowup: at - 1,
      home: 0,
      end: entries.length - 1,
      ...(letters ? { j: at + 1, k: at - 1 } : {}),
    };
    const to = steps[event.key.toLowerCase()];
    if (to !== undefined) setActive(entries[Math.max(0, Math.min(entries.length - 1, to))]?.id ?? null);
    else if (event.key === 'Enter' && entry) open(entry);
    else if (event.key === ' ' && entry && taskOf(entry)?.doneAt === null) void finish(entry.taskId ?? '', entry.title);
    else if (key === 'u' && letters && entry) void mark(entry, !entry.read);
    else return;
    event.preventDefault();
  };
  const unread = entries.some((entry) => !entry.read);
  return (
    <>
      <div className="filters inbox-head">
        <span className="faint small">
          {count === 1 ? '1 notification' : `${format.count(count ?? entries.length)} notifications`}
        </span>
        <span className="filters-end">
          <Button
            size="small"
            icon={<CheckCheck size={14} aria-hidden="true" />}
            disabled={!unread}
            onClick={() => void markAll()}
          >
            Mark all as read
          </Button>
        </span>
      </div>
      <div className="inbox" onKeyDown={onKeyDown}>
        <div
          ref={list}
          className="inbox-list"
          role="grid"
          aria-label="Notifications"
          tabIndex={0}
          aria-activedescendant={at < 0 ? undefined : `inbox-${active}`}
        >
          {entries.map((entry) => (
            <InboxRow
              key={entry.id}
              entry={entry}
              task={taskOf(entry)}
              latest={entry.taskId !== null && latest.get(entry.taskId) === entry.id}
              active={entry.id === active}
              onPick={() => setActive(entry.id)}
              onOpen={() => open(entry)}
              onTakeBack={takingBack(entry)}
            />
          ))}
        </div>
        {count !== undefined && count > entries.length && (
          <p className="inbox-more">
            <Button size="small" onClick={() => setMost(most + STEP)}>
              Show older ones
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

/** By task, the id of what was said of it last: the earlier reminders of a task have been answered by being put off. */
function latestOfTasks(newestFirst: readonly InboxEntry[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { id, taskId } of newestFirst) if (taskId !== null && !latest.has(taskId)) latest.set(taskId, id);
  return latest;
}
