import { liveQuery } from 'dexie';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Outcome } from '#shared/domain/schedules/due.ts';
import { idOfJob } from '#shared/domain/schedules/project.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';

/** What comes due: open tasks and active schedules. */
export interface DueFacts {
  readonly tasks: readonly Task[];
  readonly schedules: readonly ReportSchedule[];
}

/** Calls `heard` with what comes due, now and whenever that changes; answers how to stop. */
export function watchDueFacts(heard: (facts: DueFacts) => void, failed: (error: unknown) => void): () => void {
  const { tasks, schedules } = database();
  const read = async (): Promise<DueFacts> => ({
    tasks: await tasks.filter((task) => task.doneAt === null).toArray(),
    schedules: await schedules.filter((schedule) => schedule.active).toArray(),
  });
  const watching = liveQuery(read).subscribe(heard, failed);
  return () => watching.unsubscribe();
}

/**
 * Makes facts of what happened to reminders, all in one transaction, in the order in which it happened. Doing so twice is
 * doing it once, so that a window that ends before main hears of it may begin anew. Outcomes of reports are left alone.
 */
export async function takeOver(outcomes: readonly Outcome[]): Promise<Result<null>> {
  const { tasks, inbox } = database();
  try {
    await database().transaction('rw', [tasks, inbox], async () => {
      for (const outcome of outcomes) await takeOverOne(outcome);
    });
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}

async function takeOverOne(outcome: Outcome): Promise<void> {
  const { tasks, inbox } = database();
  const taskId = idOfJob(outcome.job);
  switch (outcome.kind) {
    case 'fired': {
      const { item, late } = outcome;
      if (item.kind !== 'reminder' || (await inbox.get(outcome.id))) return;
      await inbox.add({
        id: outcome.id,
        kind: 'reminder',
        title: item.title,
        body: item.body,
        dueAt: outcome.at,
        firedAt: outcome.happenedAt,
        late,
        taskId,
        runId: null,
        read: false,
      });
      return;
    }
    case 'done':
    case 'snoozed': {
      const task = await tasks.get(taskId);
      // Done or deleted in the window since: there is nothing left to remind of.
      if (!task || task.doneAt !== null) return;
      const answer =
        outcome.kind === 'done' ? { doneAt: outcome.happenedAt, snoozedUntil: null } : { snoozedUntil: outcome.until };
      await tasks.put({ ...task, ...answer });
      // Whoever answers a reminder has read it.
      await inbox.filter((entry) => entry.taskId === taskId && !entry.read).modify({ read: true });
      return;
    }
  }
}
