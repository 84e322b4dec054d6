import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { allAffiliates } from '#renderer/db/affiliates.ts';
import { database } from '#renderer/db/connection.ts';
import { openDesk, type OpenedDesk } from '#renderer/db/open.ts';
import { SCHEMA_VERSION } from '#renderer/db/schema.ts';
import type { StateReading } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';

const FIRST_RUN: StateReading = { kind: 'first-run' };

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const remembered = ({ state }: OpenedDesk): StateReading => ({ kind: 'known', lastVersion: '0.1.0', ...state });
const open = (reading: StateReading, startEmpty = false) => openDesk({ remembered: reading, now: 1, startEmpty });

afterEach(async () => {
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name);
});

test('a first run makes desk-1 and an install id; the next run finds both', async () => {
  const first = valueOf(await open(FIRST_RUN));
  expect(first.database.name).toBe('desk-1');
  first.database.close();
  const second = valueOf(await open(remembered(first)));
  expect(second.state).toEqual(first.state);
  expect(second.state.rowCounts).toMatchObject({ imports: 0, segments: 0 });
  second.database.close();
});

test('two that open a new database at once find the same one', async () => {
  const [one, other] = await Promise.all([open(FIRST_RUN), open(FIRST_RUN)]);
  expect(valueOf(one).state.installId).toBe(valueOf(other).state.installId);
  valueOf(one).database.close();
  valueOf(other).database.close();
});

test('a database that is gone, replaced or smaller than remembered is called lost, and nothing is made in its place', async () => {
  const first = valueOf(await open(FIRST_RUN));
  const known = { ...remembered(first), rowCounts: { imports: 2 } } as StateReading;
  first.database.close();
  expect(codeOf(await open(known))).toBe('lost');

  expect(codeOf(await open({ ...remembered(first), installId: 'another' } as StateReading))).toBe('lost');

  await Dexie.delete('desk-1');
  expect(codeOf(await open(remembered(first)))).toBe('lost');
  expect(codeOf(await open({ kind: 'unreadable' }))).toBe('lost');
  expect(await indexedDB.databases()).toEqual([]);
});

test('starting empty begins the next generation and leaves the old one where it is', async () => {
  const first = valueOf(await open(FIRST_RUN));
  first.database.close();
  const next = valueOf(await open({ ...remembered(first), installId: 'another' } as StateReading, true));
  expect(next.state.generation).toBe(2);
  expect(next.state.installId).not.toBe(first.state.installId);
  expect((await indexedDB.databases()).map(({ name }) => name).sort()).toEqual(['desk-1', 'desk-2']);
  expect(await allAffiliates()).toEqual([]);
  expect(database().name).toBe('desk-2');
  next.database.close();
});

test('when main has forgotten, the database that is there is taken, with what is in it', async () => {
  const first = valueOf(await open(FIRST_RUN));
  first.database.close();
  for (const reading of [FIRST_RUN, { kind: 'unreadable' } as const]) {
    const again = valueOf(await open(reading));
    expect(again.state.installId).toBe(first.state.installId);
    again.database.close();
  }
});

test('data of a newer program is refused and not touched', async () => {
  const newer = new Dexie('desk-1');
  newer.version(SCHEMA_VERSION + 1).stores({ affiliates: 'id', fromTheFuture: 'id' });
  await newer.open();
  await newer.table('fromTheFuture').add({ id: 'kept' });
  newer.close();

  expect(codeOf(await open(FIRST_RUN))).toBe('newer-data');

  const again = new Dexie('desk-1');
  again.version(SCHEMA_VERSION + 1).stores({ affiliates: 'id', fromTheFuture: 'id' });
  expect(await again.table('fromTheFuture').toArray()).toEqual([{ id: 'kept' }]);
  again.close();
});
