import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { choosePeriod, goTo, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';
import { makeSales, random, toText, type Sale } from '#tests/support/make-exports.ts';

const ROWS = 200_000;
const KILLS = 50;
const INSIDE = 25;

const seed = Number(process.env['DESK_SEED'] ?? 20261123);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// What Playwright records does not outlive the browser.
test.use({ trace: 'off', screenshot: 'off' });

let folder: string;
let desk: Desk | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-kills-'));
});
test.afterEach(async () => {
  await desk?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The program and Chromium, all processes at once, at any moment of an import. */
test(`killed at ${KILLS} moments of an import of ${ROWS} rows, the ledger is as before or as after, never between`, async () => {
  test.setTimeout(20 * 60_000);
  const sales = makeSales({ rows: ROWS + 5_000, seed: 7, partners: 500 });
  const write = (name: string, from: number, to: number): string => {
    const path = join(folder, name);
    writeFileSync(path, toText([COLUMNS, ...sales.slice(from, to).map(cellsOf)]));
    return path;
  };
  // The large file has half of the small one's rows again: segments of both kinds are written.
  const small = write('small.csv', 0, 10_000);
  const large = write('large.csv', 5_000, ROWS + 5_000);
  const [base, profile] = [join(folder, 'base'), join(folder, 'profile')];
  const start = async (): Promise<Desk> => {
    const next = await launchDesk({ userData: profile, size: { width: 1280, height: 800 } });
    await started(next.page);
    return next;
  };

  desk = await start();
  await importByDrop(desk, small);
  await goTo(desk.page, 'Transactions');
  await choosePeriod(desk.page, 'All time');
  const before = await holdings(desk.page);
  await desk.close();
  cpSync(profile, base, { recursive: true });

  // How long an import takes here, so that the kills are spread over all of it.
  desk = await start();
  const whole = beginImport(desk, large);
  await whole.writing;
  const reading = performance.now() - whole.begunAt;
  await whole.done;
  const total = performance.now() - whole.begunAt;
  const after = await holdings(desk.page);
  expect(after.tables.imports).toBe(2);
  expect(after.checksum).not.toBe(before.checksum);
  await desk.kill();
  const restore = (): void => {
    rmSync(profile, { recursive: true });
    cpSync(base, profile, { recursive: true });
  };
  restore();
  desk = await start();

  const next = random(seed);
  const counts = { reading: 0, inside: 0, committed: 0, ended: 0 };
  /** From the first write on, kills are put within so many ms; less once one has come too late. */
  let span = total - reading;
  for (let kill = 0; kill < KILLS; kill++) {
    const left = KILLS - kill;
    const inTransaction = next() < 0.55 || INSIDE - counts.inside >= left - 5;
    const delay = next() * (inTransaction ? span : total);
    const running = beginImport(desk, large);
    if (inTransaction) await running.writing;
    await pause(delay);
    const { isWriting, isDone } = running;
    const seen = isDone() ? 'ended' : isWriting() ? 'writing' : 'reading';
    await desk.kill();

    desk = await start();
    const found = await holdings(desk.page);
    const complete = found.tables.imports === 2;
    expect(found, `kill ${kill + 1}, seed ${seed}, ${Math.round(delay)} ms, ${seen}`).toEqual(
      complete ? after : before,
    );
    // The transaction's first write was reported, and it has left nothing: it was cut off before its commit.
    if (seen === 'writing') counts[complete ? 'committed' : 'inside']++;
    else counts[seen]++;
    if (inTransaction && complete) span *= 0.8;
    if (complete) {
      await desk.kill();
      restore();
      desk = await start();
    }
  }
  const told = `${KILLS} kills, seed ${seed}: ${counts.reading} before the first write, ${counts.inside} inside the transaction that applies, ${counts.committed} after its commit and before its answer, ${counts.ended} after the end`;
  console.log(told);
  test.info().annotations.push({ type: 'kills', description: told });
  expect(counts.inside).toBeGreaterThanOrEqual(INSIDE);
});

/** Of the program's own export: few columns, so that reading is quick, and one long one, so that writing is not. */
const COLUMNS = [
  'network',
  'program',
  'transactionId',
  'orderId',
  'partnerId',
  'eventTime',
  'asOf',
  'status',
  'currency',
  'sale',
  'commission',
];

const cellsOf = ({ id, partner, eventAt, changedAt, state, currency, amount, rate }: Sale): string[] => [
  'Impact',
  'Happy Paws',
  `t${id}`,
  `order ${id} `.repeat(12).trim(),
  `p${partner}`,
  new Date(eventAt).toISOString(),
  new Date(changedAt).toISOString(),
  state,
  currency,
  (amount / 100).toFixed(2),
  ((amount * rate) / 1_000_000).toFixed(6),
];

interface Importing {
  readonly begunAt: number;
  /**
   * The program has told of the transaction's first request. The ledger's worker tells so inside the transaction, and the
   * window shows it as progress of zero rows and more.
   */
  readonly writing: Promise<void>;
  readonly isWriting: () => boolean;
  /** The import's result is shown. */
  readonly done: Promise<void>;
  readonly isDone: () => boolean;
}

/** Drops a file and imports what the preview shows, watched from inside the page. */
function beginImport(desk: Desk, path: string): Importing {
  const { page } = desk;
  const begunAt = performance.now();
  const signs = { writing: false, done: false };
  const sign = (name: keyof typeof signs, selector: string): Promise<void> =>
    page.evaluate(appears, selector).then(() => void (signs[name] = true));
  const writing = sign('writing', '[role=progressbar][aria-label=Importing][aria-valuenow]');
  const done = sign('done', '[role=region][aria-label="Import done"], section[aria-label="Import done"]');
  const clicked = desk.drop([path]).then(() => page.getByRole('button', { name: 'Import these rows' }).click());
  // Whatever is still under way when the program is killed fails.
  for (const each of [writing, done, clicked]) each.catch(() => {});
  return { begunAt, writing, done, isWriting: () => signs.writing, isDone: () => signs.done };
}

/** Runs in the page: resolves as soon as there is such an element. */
function appears(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => document.querySelector(selector) !== null;
    const watch = new MutationObserver(() => {
      if (!look()) return;
      watch.disconnect();
      resolve();
    });
    if (look()) resolve();
    else watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

/** What the program shows of all its transactions, and what the database holds, with a checksum of it. */
async function holdings(page: Page) {
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText(/Commission \S/);
  const shown = await main(page).locator('.totals-words').innerText();
  return { shown, ...(await page.evaluate(readDatabase)) };
}

/** Runs in the page. Ids and times of the import are made anew each time, so they stay out of the checksum. */
async function readDatabase(): Promise<{ tables: Record<string, number>; checksum: string }> {
  const made = new Set(['id', 'importId', 'affiliateId', 'createdByImport', 'newAffiliateIds', 'targets', 'appliedAt']);
  for (const key of ['createdAt', 'editedAt', 'sequence']) made.add(key);
  const mixed = (hash: number, text: string): number => {
    let mix = hash;
    for (let i = 0; i < text.length; i++) mix = Math.imul(mix ^ text.charCodeAt(i), 0x0100_0193);
    return mix;
  };
  const hashOf = (value: unknown, hash: number): number => {
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      let mix = hash;
      for (const byte of bytes) mix = Math.imul(mix ^ byte, 0x0100_0193);
      return mix;
    }
    if (typeof value !== 'object' || value === null) return mixed(hash, `${typeof value} ${String(value)}`);
    const keys = Object.keys(value).filter((key) => !made.has(key));
    return keys.sort().reduce((mix, key) => hashOf((value as Record<string, unknown>)[key], mixed(mix, key)), hash);
  };
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not read'));
    });
  const database = await result(indexedDB.open('desk-1'));
  const tables: Record<string, number> = {};
  let sum = 0;
  for (const name of ['segments', 'imports', 'affiliates', 'links']) {
    const records: unknown[] = await result(database.transaction(name).objectStore(name).getAll());
    tables[name] = records.length;
    for (const record of records) sum = (sum + (hashOf(record, 0x811c_9dc5) >>> 0)) % 2 ** 52;
  }
  database.close();
  return { tables, checksum: sum.toString(16) };
}
