import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAffiliate, affiliateById, editAffiliate } from '#renderer/db/affiliates.ts';
import { undoEdit } from '#renderer/db/journal.ts';
import { storeUndo } from '#renderer/db/ledger-store.ts';
import { mergeInto, moveAccount } from '#renderer/db/merge-affiliates.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import { addTask } from '#renderer/db/tasks.ts';
import { newActivity } from '#shared/domain/affiliates/activity.ts';
import { newLink } from '#shared/domain/affiliates/affiliate.ts';
import { contact } from '#tests/unit/affiliates/person.ts';
import { importOf, newDesk, valueOf } from './desk.ts';

let database: DeskDatabase;
let paws: string;
let claws: string;
const SEVEN = { network: 'Impact', partnerId: '7' };

beforeEach(async () => {
  database = await newDesk();
  paws = valueOf(await addAffiliate('Paws', 1));
  claws = valueOf(await addAffiliate('Claws', 1));
  await database.links.bulkAdd([
    newLink({ ...SEVEN, affiliateId: paws, status: 'Active', createdByImport: 'i1' }),
    newLink({ network: 'Awin', partnerId: '9', affiliateId: claws }),
  ]);
});
afterEach(() => database.delete());

const all = async () => ({
  affiliates: await database.affiliates.toArray(),
  links: await database.links.toArray(),
  tasks: await database.tasks.toArray(),
  activities: await database.activities.toArray(),
  questions: await database.questions.toArray(),
  given: await database.given.toArray(),
  progress: await database.progress.toArray(),
});

test('of two affiliates one is made: hers stands, the other fills up, and accounts and tasks move along', async () => {
  await database.affiliates.update(paws, {
    ...{
      country: 'DE',
      notes: 'Met in Leipzig',
      company: 'Paws Ltd',
      sites: ['https://www.paws.com'],
      tags: ['vip', 'x'],
    },
    contacts: [
      { ...contact('Jane', 'JANE@paws.com', '1', 'Editor'), source: 'HubSpot' },
      { ...contact('Tom', 'tom@paws.com'), source: '' },
    ],
    sources: { country: 'Impact', company: 'HubSpot' },
  });
  await database.affiliates.update(claws, {
    ...{ country: 'AT', notes: 'Likes cats', sites: ['paws.com/claws'], tags: ['VIP'] },
    contacts: [{ ...contact('Jane D.', 'jane@paws.com'), source: '' }],
  });
  const task = valueOf(await addTask({ title: 'Call', note: '', affiliateId: paws, due: null }, 5));
  const before = await all();

  valueOf(await mergeInto(paws, claws, 20));
  expect(await affiliateById(paws)).toBeNull();
  expect(await affiliateById(claws)).toMatchObject({
    ...{ name: 'Claws', country: 'AT', company: 'Paws Ltd', notes: 'Likes cats\n\nMet in Leipzig', editedAt: 20 },
    ...{ sites: ['paws.com/claws'], tags: ['VIP', 'x'], sources: { company: 'HubSpot' } },
    contacts: [
      { name: 'Jane D.', email: 'jane@paws.com', phone: '1', role: 'Editor' },
      { name: 'Tom', email: 'tom@paws.com' },
    ],
  });
  expect((await database.links.toArray()).map(({ affiliateId }) => affiliateId)).toEqual([claws, claws]);
  expect(await database.tasks.get(task)).toMatchObject({ affiliateId: claws });

  expect(valueOf(await undoEdit())).toBe('Merge Paws into Claws');
  expect(await all()).toEqual(before);
});

test('what happened with one, what they asked, have and are going through goes along; a mail that both had is there once', async () => {
  const mail = (id: string, affiliateId: string) =>
    newActivity({ id, affiliateId, kind: 'mail', at: 1, title: 'Hello', messageId: '<m1>' });
  await database.activities.bulkAdd([
    mail('theirs', paws),
    mail('hers', claws),
    { ...mail('other', paws), messageId: '<m2>' },
    newActivity({ id: 'note', affiliateId: paws, kind: 'note', at: 1, title: 'Nice' }),
  ]);
  await database.questions.add({
    ...{ id: 'q', affiliateId: paws, kind: 'payment', status: 'open', title: 'Where is it', text: '', due: null },
    ...{ transactions: [], resolution: '', askedAt: 1, resolvedAt: null, sample: false },
  });
  await database.given.add({
    ...{ id: 'g', affiliateId: paws, materialId: 'm', versionId: 'v', givenAt: 1, sample: false },
  });
  await database.progress.add({
    ...{ id: 'p', affiliateId: paws, checklistId: 'c', name: 'Start', items: [], startedAt: 1, sample: false },
  });
  const before = await all();

  valueOf(await mergeInto(paws, claws, 20));
  const { activities, questions, given, progress } = await all();
  expect(activities.map(({ id }) => id)).toEqual(['hers', 'note', 'other']);
  const things = [...activities, ...questions, ...given, ...progress];
  expect(new Set(things.map(({ affiliateId }) => affiliateId))).toEqual(new Set([claws]));
  expect(things).toHaveLength(6);
  valueOf(await undoEdit());
  expect(await all()).toEqual(before);
});

test('nobody is merged into themselves or into somebody who has gone', async () => {
  expect(await mergeInto(paws, paws, 20)).toMatchObject({ ok: false, error: { code: 'no-affiliate' } });
  expect(await mergeInto(paws, 'gone', 20)).toMatchObject({ ok: false, error: { code: 'no-affiliate' } });
});

test('an account moves to another affiliate or to a new one, and back', async () => {
  const before = await all();
  expect(valueOf(await moveAccount(SEVEN, { affiliateId: claws }, 20))).toBe(claws);
  expect(await database.links.get(['Impact', '7'])).toEqual({
    ...{ ...SEVEN, affiliateId: claws, status: 'Active', createdByImport: null },
  });
  expect(valueOf(await undoEdit())).toBe('Move Impact 7 to Claws');
  expect(await all()).toEqual(before);

  const purrs = valueOf(await moveAccount(SEVEN, { name: 'Purrs' }, 30));
  expect(await affiliateById(purrs)).toMatchObject({ name: 'Purrs', createdByImport: null, editedAt: 30 });
  expect(await database.links.get(['Impact', '7'])).toMatchObject({ affiliateId: purrs });
  valueOf(await undoEdit());
  expect(await all()).toEqual(before);

  expect(await moveAccount({ network: 'Impact', partnerId: '?' }, { name: 'X' }, 1)).toMatchObject({ ok: false });
  expect(await moveAccount(SEVEN, { affiliateId: 'gone' }, 1)).toMatchObject({ ok: false });
});

test('what she has moved stays where it is when the import that made it is undone', async () => {
  await database.imports.add(importOf(1, { kind: 'transactions' }));
  await database.affiliates.update(paws, { createdByImport: 'i1', editedAt: null });
  valueOf(await moveAccount(SEVEN, { affiliateId: claws }, 20));
  const nothing = { put: [], remove: [], removedRows: 0 };
  valueOf(
    await storeUndo(database, nothing, 'i1', 99, () => false, {
      signal: new AbortController().signal,
      onRows: () => {},
    }),
  );
  expect(await affiliateById(paws)).toBeNull();
  expect(await database.links.get(['Impact', '7'])).toMatchObject({ affiliateId: claws });
});

test('what she writes is hers: no list changes it from then on', async () => {
  await database.affiliates.update(paws, {
    country: 'DE',
    company: 'Paws',
    sources: { country: 'Impact', company: 'Impact' },
  });
  valueOf(await editAffiliate(paws, { country: 'AT', company: 'Paws', tags: ['x'] }, 20));
  expect(await affiliateById(paws)).toMatchObject({ country: 'AT', tags: ['x'], sources: { company: 'Impact' } });
  expect(valueOf(await undoEdit())).toBe('Edit an affiliate');
});
