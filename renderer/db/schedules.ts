import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';

/** All schedules, the oldest first. For liveQuery. */
export async function allSchedules(): Promise<readonly ReportSchedule[]> {
  const schedules = await database().schedules.toArray();
  return schedules.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** One schedule, null if there is none of that id. */
export async function scheduleById(id: string): Promise<ReportSchedule | null> {
  return (await database().schedules.get(id)) ?? null;
}

/** What she can say of a schedule. */
export type ScheduleWish = Partial<
  Pick<ReportSchedule, 'weekday' | 'time' | 'segmentId' | 'folderId' | 'folderName' | 'active'>
>;

/** Adds a schedule; answers its id. It can be undone. */
export async function addSchedule(
  wish: Omit<ReportSchedule, 'id' | 'createdAt' | 'sample' | 'report'>,
  now: number,
): Promise<Result<string>> {
  const after: ReportSchedule = {
    ...wish,
    id: crypto.randomUUID(),
    report: 'weekly-performance',
    createdAt: now,
    sample: false,
  };
  const done = await edit('Add a report schedule', () =>
    Promise.resolve([{ table: 'schedules', before: null, after }]),
  );
  return done.ok ? ok(after.id) : done;
}

/** Changes a schedule. It can be undone. Answers false if that is what it says already. */
export async function editSchedule(id: string, wish: ScheduleWish): Promise<Result<boolean>> {
  let changed = false;
  const done = await edit('Change a report schedule', async () => {
    const before = await database().schedules.get(id);
    if (!before) return [];
    const after: ReportSchedule = { ...before, ...wish };
    changed = JSON.stringify(after) !== JSON.stringify(before);
    return changed ? [{ table: 'schedules', before, after }] : [];
  });
  return done.ok ? ok(changed) : done;
}

/** Removes a schedule; its runs stay in the history. It can be undone. */
export async function removeSchedule(id: string): Promise<Result<null>> {
  return edit('Remove a report schedule', async () => {
    const before = await database().schedules.get(id);
    return before ? [{ table: 'schedules', before, after: null }] : [];
  });
}
