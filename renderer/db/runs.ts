import type { ReportRun } from '#shared/domain/reports/schedule.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';

/** The newest runs, the newest first. For liveQuery. */
export async function newestRuns(most: number): Promise<readonly ReportRun[]> {
  return database().runs.orderBy('finishedAt').reverse().limit(most).toArray();
}

/** True if a run of that id is in the history. */
export async function hasRun(id: string): Promise<boolean> {
  return (await database().runs.where(':id').equals(id).count()) > 0;
}

/** Writes a run into the history and its line into the inbox, both or neither. What happened is no step to take back. */
export async function recordRun(run: ReportRun, entry: InboxEntry): Promise<Result<null>> {
  const db = database();
  try {
    await db.transaction('rw', [db.runs, db.inbox], async () => {
      await db.runs.put(run);
      await db.inbox.put(entry);
    });
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}
