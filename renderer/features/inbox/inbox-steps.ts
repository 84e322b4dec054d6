import { readAll, seen, setRead } from '#renderer/db/inbox.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { setTaskDone, snoozeTask } from '#renderer/db/tasks.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep, forgetStep } from '#renderer/session/undo.ts';
import { snoozeUntil, type SnoozeChoice } from '#shared/domain/schedules/instants.ts';
import { taskJob } from '#shared/domain/schedules/project.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import { untilWords } from '#shared/domain/tasks/due.ts';
import { makeFormat } from '#shared/lib/format.ts';
import type { Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';

/** Ticks the task of a reminder off. */
export async function finish(taskId: string, title: string): Promise<void> {
  told(`Done: “${title}”`, await setTaskDone(taskId, Date.now(), usePreferences.getState().zone));
  await dismiss(taskId);
}

/** Puts the reminder of a task off. */
export async function snooze(taskId: string, title: string, choice: SnoozeChoice): Promise<void> {
  const now = Date.now();
  const { zone, morning, locale } = usePreferences.getState();
  const until = snoozeUntil(choice, now, { zone, morning });
  const words = untilWords(until, dayOf(now, zone), makeFormat(locale, zone));
  told(`“${title}” snoozed until ${words}`, await snoozeTask(taskId, until));
  await dismiss(taskId);
}

export async function mark(entry: InboxEntry, read: boolean): Promise<void> {
  told(`“${entry.title}” marked as ${read ? 'read' : 'unread'}`, await setRead(entry.id, read));
}

export async function markAll(): Promise<void> {
  const result = await readAll();
  told(result.ok && result.value === 1 ? '1 marked as read' : `${result.ok ? result.value : 0} marked as read`, result);
}

/** Takes back what a file of the watched folder brought, the newest first. */
export async function takeBack(ledger: LedgerClient, entryId: string, importIds: readonly string[]): Promise<void> {
  await seen(entryId);
  for (const id of importIds.toReversed()) {
    const undone = await ledger.undo(id);
    if (!undone.ok) return say(undone.error.message);
    forgetStep(id);
    say(`Undone: Imported ${undone.value.fileName}`);
  }
}

/** What is answered here need not stand on the desktop any longer. */
async function dismiss(taskId: string): Promise<void> {
  await desk().clock.dismiss(taskJob(taskId));
}

/** Offers to take back what changed something; says what went wrong. */
function told(label: string, result: Result<boolean | number>): void {
  if (!result.ok) say(result.error.message);
  else if (result.value !== false && result.value !== 0) didStep({ label, undo: undoEdit, redo: redoEdit });
}
