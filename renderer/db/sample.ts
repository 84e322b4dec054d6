import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';
import type { Editable } from './records.ts';

/** Tables with records of the sample program, which say so themselves. */
const TABLES = [
  'tasks',
  'schedules',
  'activities',
  'savedSegments',
  'checklists',
  'progress',
  'templates',
  'questions',
  'materials',
  'given',
  'taskTemplates',
  'taskRules',
] as const satisfies readonly (keyof Editable)[];
type Name = (typeof TABLES)[number];
type Marked = { readonly sample: boolean };

/** Those of them that are short enough to be looked through again and again. */
const SHORT = ['tasks', 'schedules', 'savedSegments', 'templates', 'materials'] as const satisfies readonly Name[];

/** What the sample program has beside its imports, by table. */
export type SampleRecords = { readonly [N in Name]: readonly Editable[N][] };

/** Imports of the sample program that stand, the first one first. */
export async function sampleImports(): Promise<readonly ImportRecord[]> {
  return database()
    .imports.orderBy('sequence')
    .filter((record) => record.sample === true && record.undoneAt === null)
    .toArray();
}

/** Whether anything of the sample program is here. For liveQuery. */
export async function hasSample(): Promise<boolean> {
  const isHere = async (name: Name): Promise<boolean> =>
    (await database()
      .table<Marked>(name)
      .filter(({ sample }) => sample)
      .first()) !== undefined;
  if ((await sampleImports()).length > 0) return true;
  return (await Promise.all(SHORT.map(isHere))).includes(true);
}

/** Affiliates that these imports brought and that are still here. */
export async function affiliatesOf(importIds: readonly string[]): Promise<readonly Affiliate[]> {
  return database().affiliates.where('createdByImport').anyOf(importIds).toArray();
}

/** Writes down what the sample program has beside its imports: what it says of their affiliates and of others, and all the rest. */
export async function addSampleRecords(
  affiliates: readonly Affiliate[],
  records: SampleRecords,
): Promise<Result<null>> {
  return write(['affiliates', ...TABLES], async () => {
    await database().affiliates.bulkPut(affiliates);
    for (const name of TABLES) await database().table(name).bulkAdd(records[name]);
  });
}

/** Takes all of it away, and what came of it: lines in the inbox, runs, marks of rules. Affiliates go with their imports. */
export async function removeSampleRecords(): Promise<Result<null>> {
  const { inbox, runs, ruleMarks } = database();
  return write([...TABLES, 'inbox', 'runs', 'ruleMarks'], async () => {
    const gone = new Map<string, ReadonlySet<string>>();
    for (const name of TABLES) {
      const table = database().table<Marked, string>(name);
      const ids = await table.filter(({ sample }) => sample).primaryKeys();
      gone.set(name, new Set(ids));
      await table.bulkDelete(ids);
    }
    const isGone = (name: Name, id: string | null): boolean => id !== null && gone.get(name)?.has(id) === true;
    const runIds = await runs.filter(({ scheduleId }) => isGone('schedules', scheduleId)).primaryKeys();
    await inbox
      .filter(({ taskId, runId }) => isGone('tasks', taskId) || (runId !== null && runIds.includes(runId)))
      .delete();
    await runs.bulkDelete(runIds);
    await ruleMarks.filter(({ ruleId }) => isGone('taskRules', ruleId)).delete();
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
