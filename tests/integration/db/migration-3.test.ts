import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { MIGRATIONS } from '#renderer/db/migrations/index.ts';
import { DeskDatabase } from '#renderer/db/schema.ts';

const NAME = 'from-version-2';
afterEach(() => new DeskDatabase(NAME).delete());

const before = {
  affiliates: [
    { id: 'met', name: 'Paws', notes: '', createdAt: 1, createdByImport: 'i1', editedAt: null },
    { id: 'renamed', name: 'Barks', notes: 'hers', createdAt: 1, createdByImport: 'i1', editedAt: 9 },
    { id: 'hers', name: 'Purrs', notes: '', createdAt: 1, createdByImport: null, editedAt: 1 },
  ],
  links: [
    { network: 'Impact', partnerId: '7', affiliateId: 'met' },
    { network: 'Impact', partnerId: '8', affiliateId: 'hers' },
  ],
  imports: [
    {
      ...{ id: 'i1', sequence: 1, network: 'Impact', profileId: 'impact-action-listing', fileName: 'may.csv' },
      dialect: { encoding: 'utf-8', encodingBy: 'default', delimiter: ',', quote: '"', headerLine: 1 },
      settings: { program: 'Pawsome', currency: 'USD', zone: 'UTC', asOf: 5 },
    },
  ],
  profileSettings: [{ profileId: 'impact-action-listing', program: 'Pawsome', currency: 'USD', zone: 'UTC' }],
};

test('affiliates, links, imports and what is remembered of sources get what they lack, and lose nothing', async () => {
  const old = new DeskDatabase(NAME, MIGRATIONS.slice(0, 2));
  await old.open();
  for (const [table, records] of Object.entries(before)) await old.table(table).bulkAdd(records);
  old.close();

  const database = new DeskDatabase(NAME, MIGRATIONS.slice(0, 3));
  await database.open();
  const nothing = {
    ...{ company: '', contacts: [], paymentEmail: '', sites: [], social: [], country: '', couponCodes: [], tags: [] },
    joined: '',
  };
  expect(await database.affiliates.orderBy('id').toArray()).toEqual([
    { ...before.affiliates[2], ...nothing, sources: {} },
    // Its name is the network's until a person says otherwise.
    { ...before.affiliates[0], ...nothing, sources: { name: 'Impact' } },
    { ...before.affiliates[1], ...nothing, sources: {} },
  ]);
  expect(await database.links.toArray()).toEqual([
    { ...before.links[0], status: '', createdByImport: 'i1' },
    { ...before.links[1], status: '', createdByImport: null },
  ]);
  expect(await database.imports.toArray()).toEqual([
    {
      ...before.imports[0],
      kind: 'transactions',
      dialect: { ...before.imports[0]?.dialect, escape: 'doubled', headerRows: 1, lastLine: null, sheet: '' },
      settings: { ...before.imports[0]?.settings, partner: '', dateOrder: '', day: '', words: {} },
    },
  ]);
  expect(await database.profileSettings.toArray()).toEqual([
    { ...before.profileSettings[0], partner: '', dateOrder: '', words: {} },
  ]);
  database.close();
});
