import { liveQuery } from 'dexie';
import type { Question } from '#shared/domain/conversations/question.ts';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Outcome } from '#shared/domain/schedules/due.ts';
import { idOfJob } from '#shared/domain/schedules/project.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';
import { followingTask } from './tasks.ts';

/** What comes due: open tasks, active schedules and open questions. */
export interface DueFacts {
  readonly tasks: readonly Task[];
  readonly schedules: readonly ReportSchedule[];
  readonly questions: readonly Question[];
}

/** Calls `heard` with what comes due, now and whenever that changes; answers how to stop. */
export function watchDueFacts(heard: (facts: DueFacts) => void, failed: (error: unknown) => void): () => void {
  const { tasks, schedules, questions } = database();
  const read = async (): Promise<DueFacts> => ({
    tasks: await tasks.filter((task) => task.doneAt === null).toArray(),
    schedules: await schedules.filter((schedule) => schedule.active).toArray(),
    questions: await questions.filter((question) => question.status !== 'resolved').toArray(),
  });
  const watching = liveQuery(read).subscribe(heard, failed);
  return () => watching.unsubscribe();
}

/**
 * Makes facts of what happened to reminders and summaries, all in one transaction, in the order in which it happened. Doing so
 * twice is doing it once, so that a window that ends before main hears of it may begin anew. Outcomes of reports are left
 * alone. `zone`: the program's (IANA name).
 */
export async function takeOver(outcomes: readonly Outcome[], zone: string): Promise<Result<null>> {
  const { tasks, inbox, affiliates, preferences } = database();
  try {
    await database().transaction('rw', [tasks, inbox, affiliates, preferences], async () => {
      for (const outcome of outcomes) await takeOverOne(outcome, zone);
    });
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}

async function takeOverOne(outcome: Outcome, zone: string): Promise<void> {
  const { tasks, inbox } = database();
  const taskId = idOfJob(outcome.job);
  switch (outcome.kind) {
    case 'fired': {
      const { item, late } = outcome;
      if (item.kind === 'report' || (await inbox.get(outcome.id))) return;
      await inbox.add({
        id: outcome.id,
        kind: item.kind,
        title: item.title,
        body: item.body,
        dueAt: outcome.at,
        firedAt: outcome.happenedAt,
        late,
        taskId: item.kind === 'reminder' ? taskId : null,
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
      // What she answered outside of the window is no step to take back; the next of a series comes of it all the same.
      const next = outcome.kind === 'done' ? await followingTask(task, outcome.happenedAt, zone) : [];
      await tasks.bulkPut([
        { ...task, ...answer },
        ...next.flatMap(({ table, after }) => (table === 'tasks' && after ? [after] : [])),
      ]);
      // Whoever answers a reminder has read it.
      await inbox.filter((entry) => entry.taskId === taskId && !entry.read).modify({ read: true });
      return;
    }
  }
}
