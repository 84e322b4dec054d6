import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { generateExport } from '#tests/bench/generate.ts';
import { exportOf, sale } from '#tests/support/ledger-page/exports.ts';
import {
  holdings,
  importFile,
  openLedger,
  planFile,
  startSession,
  type LedgerSession,
} from '#tests/support/ledger-page/session.ts';

const run = promisify(execFile);

/** Chromium is moving IndexedDB from LevelDB to SQLite: what must never be lost is tried on both. */
const STORES = [
  { name: 'LevelDB', args: ['--disable-features=IdbSqliteBackingStore'] },
  { name: 'SQLite', args: ['--enable-features=IdbSqliteBackingStore'] },
] as const;

const SMALL = exportOf([
  sale({ transactionId: 't1' }),
  sale({ transactionId: 't2', partnerId: 'p2', partnerName: 'Two' }),
]);

/** Put into the page by the test: the first rows of an import have been given to the database. */
declare function rowsWritten(): Promise<void>;

/** Which store the browser really took. */
const storeOf = async (profile: string): Promise<string> =>
  (await readdir(join(profile, 'Default', 'IndexedDB'))).some((entry) => entry.endsWith('.leveldb'))
    ? 'LevelDB'
    : 'SQLite';

let session: LedgerSession;
test.afterEach(() => session.end());

for (const { name, args } of STORES) {
  test(`${name}: the power cut at any moment of an import leaves all of it or nothing`, async () => {
    session = await startSession({ args });
    const large = join(session.profile, '..', 'large.csv');
    await generateExport(large, 50_000);
    expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 0 });
    test.skip((await storeOf(session.profile)) !== name, `this Chromium has no ${name} store to try`);
    expect((await importFile(session.page, await session.offerText('small.csv', SMALL))).ok).toBe(true);
    const before = await holdings(session.page);

    let after: unknown = null;
    const outcomes: string[] = [];
    for (const delay of [0, 20, 60, 120, 3_000]) {
      if (after !== null) break;
      const planId = await planFile(session.page, await session.offer(large));
      const begun = Promise.withResolvers<void>();
      await session.page.exposeFunction('rowsWritten', begun.resolve);
      // Not awaited: the answer never comes.
      session.page
        .evaluate((id) => ledgerPage.ledger.apply(id, [], { onProgress: () => void rowsWritten() }), planId)
        .catch(() => {});
      await begun.promise;
      await new Promise((resolve) => setTimeout(resolve, delay));
      await session.browser.kill();
      await session.start();

      const opened = await openLedger(session.page);
      expect(opened).toMatchObject({ code: 'ok' });
      expect([2, 50_002]).toContain(opened.transactions);
      const now = await holdings(session.page);
      if (opened.transactions === 2) expect(now).toEqual(before);
      else after = now;
      outcomes.push(`${delay} ms: ${opened.transactions === 2 ? 'nothing' : 'all'}`);
    }
    test.info().annotations.push({ type: 'kills', description: outcomes.join(', ') });
    expect(after).toMatchObject({ imports: 2 });
  });

  test(`${name}: on a disk without room nothing is written, and nothing that was there is lost`, async () => {
    const profile = await mkdtemp(join(tmpdir(), 'small-disk-'));
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', profile]).then(
      () => true,
      () => false,
    );
    if (!mounted) await rm(profile, { recursive: true });
    session = await startSession({ args, ...(mounted && { profile }) });
    test.skip(!mounted, 'a small disk cannot be mounted here: this needs root');
    try {
      await openLedger(session.page);
      const first = join(session.profile, 'first.csv');
      await generateExport(first, 10_000);
      expect((await importFile(session.page, await session.offer(first))).ok).toBe(true);
      const before = await holdings(session.page);

      const { bavail, bsize } = await statfs(profile);
      await writeFile(join(profile, 'filler'), Buffer.alloc(bavail * bsize - 2 * 1024 * 1024));
      session.server.freeBytes = async () => {
        const left = await statfs(profile);
        return left.bavail * left.bsize;
      };
      const second = await session.offerText('second.csv', SMALL);
      expect(await importFile(session.page, second)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      expect(await holdings(session.page)).toEqual(before);
      await session.browser.kill();
      await rm(join(profile, 'filler'));
      await session.start();
      expect(await openLedger(session.page)).toMatchObject({ code: 'ok', transactions: 10_000 });
      expect(await holdings(session.page)).toEqual(before);
    } finally {
      await session.browser.kill();
      await run('umount', ['-l', profile]);
      await rm(profile, { recursive: true, force: true });
    }
  });

  test(`${name}: imported in either order, two exports of the same transactions give the same figures`, async () => {
    const march = exportOf([
      sale({ transactionId: 'a', status: 'pending', asOf: '2026-03-31T00:00:00Z' }),
      sale({ transactionId: 'b', status: 'pending', sale: '20.00', asOf: '2026-03-31T00:00:00Z' }),
    ]);
    const april = exportOf([
      sale({ transactionId: 'a', status: 'reversed', sale: '0.00', commission: '0.00', asOf: '2026-04-30T00:00:00Z' }),
      sale({ transactionId: 'b', status: 'paid', sale: '20.00', asOf: '2026-04-30T00:00:00Z' }),
      sale({ transactionId: 'c', partnerId: 'p9', partnerName: 'Nine', asOf: '2026-04-30T00:00:00Z' }),
    ]);
    const answers: unknown[] = [];
    for (const order of [
      [march, april],
      [april, march],
    ]) {
      session = await startSession({ args });
      await openLedger(session.page);
      for (const [at, text] of order.entries()) {
        expect((await importFile(session.page, await session.offerText(`${at}.csv`, text))).ok).toBe(true);
      }
      answers.push(await holdings(session.page));
      await session.browser.close();
      await session.start();
      await openLedger(session.page);
      expect(await holdings(session.page)).toEqual(answers.at(-1));
      await session.end();
    }
    expect(answers[0]).toMatchObject({ imports: 2, links: 2 });
    expect(answers[1]).toEqual(answers[0]);
  });
}
