import { expect, test } from '@playwright/test';
import { exportOf, sale } from '#tests/support/ledger-page/exports.ts';
import {
  holdings,
  importFile,
  openLedger,
  planFile,
  startSession,
  type LedgerSession,
} from '#tests/support/ledger-page/session.ts';

const EXPORT = exportOf([
  sale({ transactionId: 't1' }),
  sale({ transactionId: 't2', partnerId: 'p2', partnerName: 'Two' }),
]);

let session: LedgerSession;
test.beforeEach(async () => {
  session = await startSession();
});
test.afterEach(() => session.end());

const reload = async (): Promise<void> => {
  await session.page.reload();
  await session.page.waitForFunction(() => 'ledgerPage' in globalThis);
};

test('without leave to write, an import is refused and leaves nothing', async () => {
  await openLedger(session.page);
  const planId = await planFile(session.page, await session.offerText('a.csv', EXPORT));
  const apply = () => session.page.evaluate((id) => ledgerPage.ledger.apply(id, []), planId);
  const empty = await holdings(session.page);

  session.server.freeBytes = () => Promise.resolve(0);
  expect(await apply()).toMatchObject({ ok: false, error: { code: 'disk-full' } });

  session.server.freeBytes = () => Promise.resolve(Number.MAX_SAFE_INTEGER);
  const forged = { ok: true, value: { grantId: 'forged', bytes: 1, expiresMs: Number.MAX_SAFE_INTEGER } };
  await session.page.route('**/space/grant', (route) => route.fulfill({ json: forged }));
  expect(await apply()).toMatchObject({ ok: false, error: { code: 'no-grant' } });
  expect(await holdings(session.page)).toEqual(empty);

  await session.page.unroute('**/space/grant');
  expect((await apply()).ok).toBe(true);
});

test('the preview shows each row beside the cells it was read from, from anywhere in the file', async () => {
  await openLedger(session.page);
  const rows = Array.from({ length: 25_000 }, (_, at) =>
    sale({ transactionId: `t${at}`, partnerName: `"Dogs, ${at}"` }),
  );
  const file = await session.offerText('many.csv', exportOf(rows));
  const planId = await planFile(session.page, file);
  const preview = (offset: number) =>
    session.page.evaluate(
      async ([id, from]) => {
        const { rows: found, total } = await ledgerPage.ledger.plannedRows(id, 'new', { offset: from, limit: 2 });
        return { total, rows: found.map(({ line, after, raw }) => [line, after.transactionId, raw[2], raw[4]]) };
      },
      [planId, offset] as const,
    );
  expect(await preview(24_998)).toEqual({
    total: 25_000,
    rows: [
      [25_000, 't24998', 't24998', 'Dogs, 24998'],
      [25_001, 't24999', 't24999', 'Dogs, 24999'],
    ],
  });
  session.server.files.clear();
  expect((await preview(0)).rows[0]).toEqual([2, 't0', undefined, undefined]);
});

test('a segment that is missing is noticed and said; starting empty leaves the damaged data where it is', async () => {
  await openLedger(session.page);
  await importFile(session.page, await session.offerText('a.csv', EXPORT));
  await reload();
  await session.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('desk-1');
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('segments', 'readwrite');
          writing.objectStore('segments').clear();
          writing.oncomplete = () => (database.close(), resolve());
          writing.onerror = () => reject(new Error('not cleared'));
        };
      }),
  );
  const opened = await openLedger(session.page);
  expect(opened.code).toBe('damaged');
  expect(opened.message).toContain('0 of 2 rows');

  await reload();
  expect(await openLedger(session.page, { startEmpty: true })).toMatchObject({ code: 'ok', transactions: 0 });
  const names = await session.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names.sort()).toEqual(['desk-1', 'desk-2']);
  await importFile(session.page, await session.offerText('a.csv', EXPORT));
  await reload();
  expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 2 });
});

test('a database that is gone is called lost, not begun anew', async () => {
  await openLedger(session.page);
  await importFile(session.page, await session.offerText('a.csv', EXPORT));
  await reload();
  await session.page.evaluate(
    () => new Promise<void>((resolve) => (indexedDB.deleteDatabase('desk-1').onsuccess = () => resolve())),
  );
  expect(await openLedger(session.page)).toMatchObject({ code: 'lost' });
  expect(await session.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('data of a newer program is refused and left alone', async () => {
  await openLedger(session.page);
  await reload();
  const raise = () =>
    session.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('desk-1', 9990);
          opening.onsuccess = () => {
            const { version } = opening.result;
            opening.result.close();
            resolve(version);
          };
        }),
    );
  await raise();
  expect(await openLedger(session.page)).toMatchObject({ code: 'newer-data' });
  expect(await raise()).toBe(9990);
});

test('cancelled while reading or writing, an import leaves no trace and can be done again', async () => {
  await openLedger(session.page);
  const rows = Array.from({ length: 150_000 }, (_, at) => sale({ transactionId: `t${at}` }));
  const file = await session.offerText('many.csv', exportOf(rows));
  const empty = await holdings(session.page);

  const outcomes = await session.page.evaluate(async (source) => {
    const { ledger } = ledgerPage;
    const look = await ledger.look(source, { dialect: {}, profileId: null });
    if (!look.ok) throw new Error(look.error.message);
    const { recognition } = look.value;
    const settings = ledgerPage.settings(recognition, source, { program: 'P', currency: 'USD' });
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));
    const reading = new AbortController();
    const cancelled = await ledger
      .plan(source, recognition, settings, new Map(), { signal: reading.signal, onProgress: () => reading.abort() })
      .then(() => 'done', nameOf);
    const plan = await ledger.plan(source, recognition, settings, new Map());
    if (!plan.ok) throw new Error(plan.error.message);
    const writing = new AbortController();
    const stopped = await ledger
      .apply(plan.value.planId, [], { signal: writing.signal, onProgress: () => writing.abort() })
      .then(() => 'done', nameOf);
    return { cancelled, stopped, planId: plan.value.planId };
  }, file);
  expect(outcomes).toMatchObject({ cancelled: 'AbortError', stopped: 'AbortError' });
  expect(await holdings(session.page)).toEqual(empty);
  await reload();
  expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 0 });
  expect((await importFile(session.page, file)).ok).toBe(true);
  await reload();
  expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 150_000 });
});

test('undoing an import takes its affiliates along, but not those that someone has edited or another import needs', async () => {
  await openLedger(session.page);
  const first = await importFile(
    session.page,
    await session.offerText(
      'a.csv',
      exportOf([
        sale({ transactionId: 't1', partnerId: 'p1', partnerName: 'Untouched' }),
        sale({ transactionId: 't2', partnerId: 'p2', partnerName: 'Edited' }),
        sale({ transactionId: 't3', partnerId: 'p3', partnerName: 'Needed' }),
      ]),
    ),
  );
  if (!first.ok) throw new Error(first.error.message);
  const second = await importFile(
    session.page,
    await session.offerText('b.csv', exportOf([sale({ transactionId: 't4', partnerId: 'p3', partnerName: 'Needed' })])),
  );
  if (!second.ok) throw new Error(second.error.message);
  expect(first.value.newAffiliateIds).toHaveLength(3);
  expect(second.value.newAffiliateIds).toHaveLength(0);
  await session.page.evaluate(async () => {
    const edited = (await ledgerPage.affiliates.allAffiliates()).find(({ name }) => name === 'Edited');
    await ledgerPage.affiliates.editAffiliate(edited?.id ?? '', { notes: 'Met in Leipzig' }, 1);
  });
  const undo = (id: string) => session.page.evaluate((importId) => ledgerPage.ledger.undo(importId), id);

  expect(await undo(first.value.id)).toMatchObject({ ok: true });
  expect(await holdings(session.page)).toMatchObject({ affiliates: ['Edited', 'Needed'], links: 2, imports: 1 });
  expect(await undo(first.value.id)).toMatchObject({ ok: false, error: { code: 'undone' } });

  expect(await undo(second.value.id)).toMatchObject({ ok: true });
  expect(await holdings(session.page)).toMatchObject({ affiliates: ['Edited'], links: 1, imports: 0, sums: [] });
  await reload();
  expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 0 });
});
