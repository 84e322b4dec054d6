import type { Table } from 'dexie';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { followContact } from './follow-contact.ts';
import { storageProblem } from './problems.ts';
import type { Change, Editable, JournalEntry } from './records.ts';

/** Tables an edit may touch, and the journal itself: the scope of every edit's transaction. */
const EDITED = [
  'affiliates',
  'links',
  'profileSettings',
  'ownProfiles',
  'preferences',
  'tasks',
  'schedules',
  'inbox',
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
  'journal',
] as const;

/**
 * Does an edit: `prepare` reads what it needs inside the transaction and says what changes; changes and the journal entry
 * that can take them back are written in that same transaction. Steps that had been undone are forgotten.
 * `prepare` awaits nothing but the database. An edit without changes leaves no entry.
 */
export async function edit(label: string, prepare: () => Promise<readonly Change[]>): Promise<Result<null>> {
  const { journal } = database();
  return inTransaction(async () => {
    const asked = await prepare();
    const changes = [...asked, ...(await followContact(asked))];
    if (changes.length === 0) return ok(null);
    await journal.filter((entry) => entry.undone).delete();
    await write(changes, 'after');
    const last = await journal.orderBy('order').last();
    await journal.add({ order: (last?.order ?? 0) + 1, label, changes, undone: false });
    return ok(null);
  });
}

/** The step that undo would take back, null if there is none. */
export async function undoable(): Promise<JournalEntry | null> {
  return (
    (await database()
      .journal.orderBy('order')
      .reverse()
      .filter((entry) => !entry.undone)
      .first()) ?? null
  );
}

/** The step that redo would do again, null if there is none. */
export async function redoable(): Promise<JournalEntry | null> {
  return (
    (await database()
      .journal.orderBy('order')
      .filter((entry) => entry.undone)
      .first()) ?? null
  );
}

/** Takes back the last step. Answers its label; `nothing-to-undo`, or `changed-since` if the records are not as it left them. */
export async function undoEdit(): Promise<Result<string>> {
  return inTransaction(async () => {
    const entry = await undoable();
    return entry ? move(entry, 'before') : fail('nothing-to-undo', 'There is nothing to undo.');
  });
}

/** Does the last undone step again. Answers its label; `nothing-to-redo`, or `changed-since`. */
export async function redoEdit(): Promise<Result<string>> {
  return inTransaction(async () => {
    const entry = await redoable();
    return entry ? move(entry, 'after') : fail('nothing-to-redo', 'There is nothing to redo.');
  });
}

async function move(entry: JournalEntry, to: 'before' | 'after'): Promise<Result<string>> {
  const from = to === 'before' ? 'after' : 'before';
  for (const [table, changes] of byTable(entry.changes)) {
    const stored = await table.bulkGet(changes.map(keyOf));
    if (changes.some((change, at) => JSON.stringify(stored[at] ?? null) !== JSON.stringify(change[from])))
      return fail('changed-since', `"${entry.label}" was changed by something else since. It was left as it is.`);
  }
  await write(entry.changes, to);
  await database().journal.update(entry.order, { undone: to === 'before' });
  return ok(entry.label);
}

/** Table by table and all at once: to wait for thousands one after the other takes seconds. */
async function write(changes: readonly Change[], side: 'before' | 'after'): Promise<void> {
  for (const [table, theirs] of byTable(changes)) {
    await table.bulkDelete(theirs.filter((change) => change[side] === null).map(keyOf));
    await table.bulkPut(theirs.flatMap((change) => change[side] ?? []));
  }
}

const byTable = (changes: readonly Change[]): readonly (readonly [AnyTable, readonly Change[]])[] =>
  [...Map.groupBy(changes, ({ table }) => table)].map(([table, theirs]) => [database().table(table), theirs]);

async function inTransaction<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await database().transaction('rw', [...EDITED], work);
  } catch (error) {
    return storageProblem(error);
  }
}

type AnyRecord = Editable[keyof Editable];

type AnyTable = Table<AnyRecord, string | [string, string]>;

function keyOf(change: Change): string | [string, string] {
  const record = change.after ?? change.before;
  if (record === null) throw new Error('A change has a record before or after.');
  if ('partnerId' in record) return [record.network, record.partnerId];
  if ('profileId' in record) return record.profileId;
  return 'key' in record ? record.key : record.id;
}
