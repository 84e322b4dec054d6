import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { MIGRATIONS } from '#renderer/db/migrations/index.ts';
import { DeskDatabase, SCHEMA_VERSION } from '#renderer/db/schema.ts';

afterEach(async () => {
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name);
});

/** Tables, primary keys and indexes as the browser has them. */
async function shapeAt(version: number): Promise<Record<string, string>> {
  const database = new DeskDatabase(`schema-${version}`, MIGRATIONS.slice(0, version));
  await database.open();
  const shape = Object.fromEntries(
    database.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src).sort()].join(', '),
    ]),
  );
  expect(database.backendDB().version).toBe(version * 10);
  database.close();
  return shape;
}

test('migrations are numbered from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  expect(SCHEMA_VERSION).toBe(MIGRATIONS.length);
});

// A released version never changes: whoever sees this fail needs a new migration, not a new snapshot.
test('version 1', async () => {
  expect(await shapeAt(1)).toEqual({
    affiliates: 'id, createdByImport',
    imports: 'id, &sequence',
    journal: 'order',
    links: '[network+partnerId], affiliateId',
    meta: 'key',
    preferences: 'key',
    profileSettings: 'profileId',
    segments: 'id, importId',
  });
});

test('version 2', async () => {
  expect(await shapeAt(2)).toEqual({
    ...(await shapeAt(1)),
    inbox: 'id, firedAt',
    runs: 'id, finishedAt',
    schedules: 'id',
    tasks: 'id, affiliateId',
  });
});

test('version 3', async () => {
  expect(await shapeAt(3)).toEqual({
    ...(await shapeAt(2)),
    links: '[network+partnerId], affiliateId, createdByImport',
    mentions: '[importId+affiliateId], affiliateId, importId',
    ownProfiles: 'id, signature',
  });
});

test('version 4', async () => {
  expect(await shapeAt(4)).toEqual({
    ...(await shapeAt(3)),
    activities: 'id, affiliateId, at, messageId',
    checklists: 'id',
    given: 'id, affiliateId, materialId',
    materials: 'id',
    progress: 'id, affiliateId',
    questions: 'id, affiliateId',
    ruleMarks: 'id, ruleId',
    savedSegments: 'id',
    taskRules: 'id',
    taskTemplates: 'id',
    templates: 'id',
  });
});

test('every version has its snapshot above', () => {
  expect(SCHEMA_VERSION).toBe(4);
});

test('a transaction is complete only when it is on the disk', async () => {
  const database = new DeskDatabase('durable');
  await database.open();
  const durability = await database.transaction('rw', database.meta, (transaction) => {
    return Promise.resolve((transaction as unknown as { idbtrans: IDBTransaction }).idbtrans.durability);
  });
  // fake-indexeddb keeps what it was asked for.
  expect(durability).toBe('strict');
  database.close();
});
