import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAffiliate, affiliateById, allAffiliates, editAffiliate } from '#renderer/db/affiliates.ts';
import { database } from '#renderer/db/connection.ts';
import { redoable, redoEdit, undoable, undoEdit } from '#renderer/db/journal.ts';
import { openDesk } from '#renderer/db/open.ts';
import type { Result } from '#shared/lib/result.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const names = async (): Promise<readonly string[]> => (await allAffiliates()).map(({ name }) => name);

beforeEach(async () => {
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
});
afterEach(() => database().delete());

test('edits can be taken back one by one and done again, each as a whole', async () => {
  const id = valueOf(await addAffiliate('Pawsome', 1));
  valueOf(await editAffiliate(id, { name: 'Pawsome Deals' }, 2));
  valueOf(await editAffiliate(id, { notes: 'Met in Leipzig' }, 3));
  expect((await undoable())?.label).toBe('Edit notes');

  expect(valueOf(await undoEdit())).toBe('Edit notes');
  expect(await affiliateById(id)).toMatchObject({ name: 'Pawsome Deals', notes: '', editedAt: 2 });
  expect(valueOf(await undoEdit())).toBe('Rename to Pawsome Deals');
  expect(await names()).toEqual(['Pawsome']);
  valueOf(await undoEdit());
  expect(await names()).toEqual([]);
  expect(await undoEdit()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });

  for (let step = 0; step < 3; step++) valueOf(await redoEdit());
  expect(await affiliateById(id)).toMatchObject({ name: 'Pawsome Deals', notes: 'Met in Leipzig', editedAt: 3 });
  expect(await redoEdit()).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } });
});

test('a new edit forgets the undone ones; an edit that changes nothing is none', async () => {
  const id = valueOf(await addAffiliate('A', 1));
  valueOf(await editAffiliate(id, { name: 'B' }, 2));
  valueOf(await undoEdit());
  valueOf(await editAffiliate(id, { name: 'A' }, 3));
  expect((await redoable())?.label).toBe('Rename to B');
  valueOf(await editAffiliate(id, { name: 'C' }, 4));
  expect(await redoable()).toBeNull();
  expect((await undoable())?.label).toBe('Rename to C');
});

test('an edit whose record has changed since is left as it is', async () => {
  const id = valueOf(await addAffiliate('A', 1));
  valueOf(await editAffiliate(id, { name: 'B' }, 2));
  await database().affiliates.update(id, { notes: 'from elsewhere' });
  expect(await undoEdit()).toMatchObject({ ok: false, error: { code: 'changed-since' } });
  expect(await affiliateById(id)).toMatchObject({ name: 'B', notes: 'from elsewhere' });
});

test('the stack of edits begins anew with the window', async () => {
  valueOf(await addAffiliate('A', 1));
  const { name } = database();
  database().close();
  const again = valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 2 }));
  expect(again.database.name).toBe(name);
  expect(await undoable()).toBeNull();
  expect(await names()).toEqual(['A']);
});
