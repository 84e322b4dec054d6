import { startSession, type LedgerSession } from '#tests/support/ledger-page/session.ts';
import type { ImportTimes } from '#tests/support/ledger-page/timed.ts';
import type { Stages } from '#tests/support/ledger-page/stages.ts';

/** One run of the program on a fresh profile, in ms. */
export interface OurRun {
  readonly first: ImportTimes;
  /** Making the roll-ups: done once, when the first figures are asked for. */
  readonly rollUpMade: number;
  readonly rollUp: number;
  readonly scan: number;
  readonly groups: number;
  /** Making ready to find rows by their ids, once. */
  readonly findMade: number;
  /** Finding them, by what was looked for. */
  readonly find: Readonly<Record<string, { readonly ms: number; readonly ids: readonly string[] }>>;
  /** The same file once more. */
  readonly again: ImportTimes;
}

async function onFreshProfile<T>(csv: string, work: (session: LedgerSession) => Promise<T>): Promise<T> {
  const session = await startSession();
  try {
    await session.offer(csv);
    await session.page.evaluate(() => ledgerPage.timed.open());
    return await work(session);
  } finally {
    await session.end();
  }
}

/** Imports, asks, looks for `needles`, imports again. */
export function runOurs(csv: string, needles: readonly string[]): Promise<OurRun> {
  return onFreshProfile(csv, async (session) => {
    const { page } = session;
    const file = await session.offer(csv);
    const first = await page.evaluate((source) => ledgerPage.timed.import(source), file);
    const made = await page.evaluate(() => ledgerPage.timed.revenue());
    const rollUp = await page.evaluate(() => ledgerPage.timed.revenue());
    await page.evaluate((id) => ledgerPage.timed.revenue(id), first.importId);
    const scan = await page.evaluate((id) => ledgerPage.timed.revenue(id), first.importId);
    if (scan.groups !== rollUp.groups) throw new Error('Scan and roll-ups disagree.');
    const findMade = await page.evaluate(() => ledgerPage.timed.findMade());
    const find: Record<string, { readonly ms: number; readonly ids: readonly string[] }> = {};
    for (const needle of needles) find[needle] = await page.evaluate((text) => ledgerPage.timed.find(text), needle);
    const again = await page.evaluate((source) => ledgerPage.timed.import(source), file);
    const asked = { rollUpMade: made.ms, rollUp: rollUp.ms, scan: scan.ms, groups: rollUp.groups, findMade, find };
    return { first, ...asked, again };
  });
}

/** Every group of the revenue query, unordered. */
export function ourRevenue(csv: string): Promise<readonly string[]> {
  const PORTION = 50_000;
  return onFreshProfile(csv, async (session) => {
    await session.page.evaluate((source) => ledgerPage.timed.import(source), await session.offer(csv));
    const rows: string[] = [];
    for (let offset = 0; offset === rows.length; offset += PORTION) {
      const portion = { offset, limit: PORTION };
      rows.push(
        ...(await session.page.evaluate(
          ({ offset: from, limit }) => ledgerPage.timed.revenueRows(from, limit),
          portion,
        )),
      );
    }
    return rows;
  });
}

/** The largest proportional set size (bytes) of the page's process, workers included, while it imports the file. */
export function peakMemory(csv: string): Promise<number> {
  return onFreshProfile(csv, async (session) => {
    const sampler = session.browser.samplePeak();
    await session.page.evaluate((source) => ledgerPage.timed.import(source), await session.offer(csv));
    return sampler.stop();
  });
}

export function stagesOf(csv: string): Promise<Stages> {
  return onFreshProfile(csv, async (session) =>
    session.page.evaluate((source) => ledgerPage.timed.stages(source), await session.offer(csv)),
  );
}
