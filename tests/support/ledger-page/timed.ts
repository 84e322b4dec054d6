import type { LedgerClient, SourceFile } from '#renderer/ledger/types.ts';
import { settingsFor } from '#shared/domain/imports/defaults.ts';
import type { GroupQuery } from '#shared/domain/ledger/query.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Stages } from './stages.ts';

/** Milliseconds from the window's side, messages included: what she waits for. */
export interface ImportTimes {
  readonly recognise: number;
  readonly plan: number;
  readonly apply: number;
  readonly importId: string;
  readonly counts: Readonly<Record<string, number>>;
}

const REVENUE: GroupQuery = {
  period: null,
  basis: 'eventTime',
  filter: {},
  groupBy: ['network', 'partner', 'day', 'currency'],
  measures: ['transactions', 'sale'],
  sort: [],
  window: { offset: 0, limit: 100 },
};

/** As many rows as the search shows. */
const FOUND = 12;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};

/** What the benchmark measures in the page. */
export function timed(ledger: LedgerClient) {
  return {
    /** Opens the ledger, all days in UTC as in the other program's SQL. */
    async open(): Promise<void> {
      valueOf(await ledger.open());
      await ledger.setZone('UTC');
    },

    /** A whole import. */
    async import(file: SourceFile): Promise<ImportTimes> {
      const start = performance.now();
      const { recognition } = valueOf(await ledger.look(file, { dialect: {}, profileId: null }));
      const recognised = performance.now();
      const settings = settingsFor(recognition, { zone: 'UTC' }, { name: file.name, modified: 0 });
      const plan = valueOf(await ledger.plan(file, recognition, settings, new Map()));
      const planned = performance.now();
      const record = valueOf(await ledger.apply(plan.planId, []));
      return {
        recognise: recognised - start,
        plan: planned - recognised,
        apply: performance.now() - planned,
        importId: record.id,
        counts: { ...record.counts },
      };
    },

    /** Revenue per affiliate and day. `scanOf`: an import's id, by which only a full scan can filter. */
    async revenue(scanOf?: string): Promise<{ readonly ms: number; readonly groups: number }> {
      const filter = scanOf === undefined ? {} : { importId: scanOf };
      const start = performance.now();
      const { total } = await ledger.groups({ ...REVENUE, filter });
      return { ms: performance.now() - start, groups: total };
    },

    /** Rows by a part of their ids: the median of some questions, and the transaction ids of the answer. */
    async find(text: string): Promise<{ readonly ms: number; readonly ids: readonly string[] }> {
      const times: number[] = [];
      let ids: readonly string[] = [];
      for (let n = 0; n < 7; n++) {
        const start = performance.now();
        const found = await ledger.find(text, FOUND);
        times.push(performance.now() - start);
        ids = found.map(({ transaction }) => transaction.transactionId);
      }
      return { ms: times.sort((a, b) => a - b)[3] ?? 0, ids };
    },

    /** Making ready to find, once: ms. */
    async findMade(): Promise<number> {
      const start = performance.now();
      await ledger.find('', FOUND);
      return performance.now() - start;
    },

    /** Groups `offset` to `offset + limit` of the same, as "network|partner|day|currency|count|micros". */
    async revenueRows(offset: number, limit: number): Promise<readonly string[]> {
      const { rows } = await ledger.groups({ ...REVENUE, window: { offset, limit } });
      return rows.map(({ network, partner, day, currency, measures }) =>
        [network, partner?.partnerId, day, currency, measures.transactions, measures.sale].join('|'),
      );
    },

    /** What each stage of reading costs when one thread does it all. */
    stages(file: SourceFile): Promise<Stages> {
      return new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./stages.ts', import.meta.url), { type: 'module' });
        worker.onmessage = ({ data }: MessageEvent<Stages>) => (worker.terminate(), resolve(data));
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(file);
      });
    },
  };
}
