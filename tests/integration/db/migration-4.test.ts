import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { MIGRATIONS } from '#renderer/db/migrations/index.ts';
import { DeskDatabase } from '#renderer/db/schema.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { PLAIN_TASK } from '#shared/domain/tasks/task.ts';

const NAME = 'from-version-3';
afterEach(() => new DeskDatabase(NAME).delete());

const affiliate = {
  ...{ id: 'met', name: 'Paws', company: 'Paws Ltd', notes: 'Met in Leipzig', paymentEmail: 'pay@paws.com' },
  contacts: [{ name: 'Jane', email: 'jane@paws.com', phone: '1', role: 'Editor', source: 'Impact' }],
  ...{ sites: ['paws.com'], social: [{ kind: 'x', address: '@paws' }], country: 'DE', couponCodes: ['PAWS10'] },
  ...{ tags: ['vip'], joined: '2026-01-02', sources: { country: 'Impact' } },
  ...{ createdAt: 1, createdByImport: 'i1', editedAt: 9 },
};
const task = {
  ...{ id: 't1', title: 'Call', note: '', affiliateId: 'met', due: { day: '2026-11-23', time: '09:00' } },
  ...{ dueSetAt: 3, snoozedUntil: 7, doneAt: null, createdAt: 2, sample: false },
};
const schedule = {
  ...{ id: 's1', report: 'weekly-performance', weekday: 1, time: '09:00', folderId: 'f', folderName: 'Reports' },
  ...{ active: true, createdAt: 4, sample: false },
};
const before = {
  affiliates: [affiliate],
  links: [{ network: 'Impact', partnerId: '7', affiliateId: 'met', status: 'Active', createdByImport: 'i1' }],
  mentions: [{ importId: 'i1', affiliateId: 'met', sequence: 1, created: true, said: [] }],
  tasks: [task],
  schedules: [schedule],
  preferences: [{ key: 'weekStart', value: 'sunday' }],
};

test('affiliates, tasks and schedules get what they lack, as if they were new; nothing else changes, and nothing is lost', async () => {
  const old = new DeskDatabase(NAME, MIGRATIONS.slice(0, 3));
  await old.open();
  for (const [table, records] of Object.entries(before)) await old.table(table).bulkAdd(records);
  old.close();

  const database = new DeskDatabase(NAME, MIGRATIONS.slice(0, 4));
  await database.open();
  const [migrated] = await database.affiliates.toArray();
  expect(migrated).toEqual({
    ...affiliate,
    ...{ kind: '', language: '', tier: '', audiences: {}, codeEnds: {}, contractEnd: '', lastContact: '', custom: {} },
    ...{ agreements: [], privacy: { origin: '', mail: 'unknown', note: '' }, standing: null, foundThrough: '' },
  });
  // What the program makes anew has the same fields: none is forgotten on either side.
  const fresh = newAffiliate({ id: '', name: '', createdAt: 0, createdByImport: null, editedAt: null });
  expect(Object.keys(migrated ?? {}).sort()).toEqual(Object.keys(fresh).sort());
  expect(await database.tasks.toArray()).toEqual([{ ...task, ...PLAIN_TASK }]);
  expect(await database.schedules.toArray()).toEqual([{ ...schedule, segmentId: '' }]);
  for (const table of ['links', 'mentions', 'preferences'] as const)
    expect(await database.table(table).toArray()).toEqual(before[table]);
  for (const table of ['activities', 'questions', 'given', 'progress', 'savedSegments'])
    expect(await database.table(table).count()).toBe(0);
  database.close();
});
