import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';

/** Imports of the sample program that stand, the first one first. */
export async function sampleImports(): Promise<readonly ImportRecord[]> {
  return database()
    .imports.orderBy('sequence')
    .filter((record) => record.sample === true && record.undoneAt === null)
    .toArray();
}

/** Whether anything of the sample program is here. For liveQuery. */
export async function hasSample(): Promise<boolean> {
  const { tasks, schedules } = database();
  const found = await Promise.all([
    sampleImports(),
    tasks.filter(({ sample }) => sample).toArray(),
    schedules.filter(({ sample }) => sample).toArray(),
  ]);
  return found.some((list) => list.length > 0);
}

/** Affiliates that these imports brought and that are still here. */
export async function affiliatesOf(importIds: readonly string[]): Promise<readonly Affiliate[]> {
  return database().affiliates.where('createdByImport').anyOf(importIds).toArray();
}

/** Writes down what the sample program has beside its imports. */
export async function addSamplePlans(
  tasks: readonly Task[],
  schedules: readonly ReportSchedule[],
): Promise<Result<null>> {
  return write(['tasks', 'schedules'], async () => {
    await database().tasks.bulkAdd(tasks);
    await database().schedules.bulkAdd(schedules);
  });
}

/** Takes away the sample's tasks and schedules, and what came of them: their lines in the inbox, their runs. */
export async function removeSamplePlans(): Promise<Result<null>> {
  const { tasks, schedules, inbox, runs } = database();
  return write(['tasks', 'schedules', 'inbox', 'runs'], async () => {
    const taskIds = new Set(await tasks.filter(({ sample }) => sample).primaryKeys());
    const scheduleIds = new Set(await schedules.filter(({ sample }) => sample).primaryKeys());
    const runIds = new Set(
      await runs.filter(({ scheduleId }) => scheduleId !== null && scheduleIds.has(scheduleId)).primaryKeys(),
    );
    await inbox
      .filter(({ taskId, runId }) => (taskId !== null && taskIds.has(taskId)) || (runId !== null && runIds.has(runId)))
      .delete();
    await runs.bulkDelete([...runIds]);
    await schedules.bulkDelete([...scheduleIds]);
    await tasks.bulkDelete([...taskIds]);
  });
}

async function write(tables: readonly string[], work: () => Promise<void>): Promise<Result<null>> {
  try {
    await database().transaction('rw', [...tables], work);
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}
