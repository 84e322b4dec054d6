import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { COLUMNS } from './generate.ts';

const run = promisify(execFile);
const NUMBERS = new Set(['sale', 'commission', 'networkFee', 'originalSale', 'originalCommission']);

/** The same question as the program's: revenue per affiliate and day. Our days are UTC days in the benchmark, and so are these. */
const REVENUE = `SELECT network, partnerId, substr(eventTime, 1, 10) AS day, currency, count(*) AS n,
  CAST(round(sum(sale) * 1000000) AS INTEGER) AS micros FROM rows GROUP BY 1, 2, 3, 4`;

/** The yardstick: a native program's import and queries of the very same file. All times in ms, process start included. */
export interface Sqlite {
  import(csv: string): Promise<number>;
  /** Grouping alone, its rows counted and summed, not printed. */
  revenue(): Promise<{ readonly ms: number; readonly groups: number }>;
  /** Rows whose transaction or order id has the text, the latest 12: their transaction ids. */
  find(text: string): Promise<{ readonly ms: number; readonly ids: readonly string[] }>;
  /** Every group, "network|partner|day|currency|count|micros", in that order. */
  revenueRows(): Promise<readonly string[]>;
}

export async function sqliteVersion(): Promise<string> {
  return (await run('sqlite3', ['--version'])).stdout.split(' ')[0] ?? '';
}

export function sqlite(database: string): Sqlite {
  const ask = async (...commands: readonly string[]): Promise<string> =>
    (await run('sqlite3', [database, ...commands], { maxBuffer: 1 << 30 })).stdout;
  return {
    async import(csv) {
      for (const end of ['', '-journal', '-wal', '-shm']) await rm(database + end, { force: true });
      const columns = COLUMNS.map(
        ([name]) => `"${name}" ${NUMBERS.has(name) ? 'REAL' : name === 'quantity' ? 'INTEGER' : 'TEXT'}`,
      );
      await ask(
        `CREATE TABLE rows (${columns.join(', ')});
         CREATE INDEX by_partner ON rows (partnerId, eventTime);
         CREATE UNIQUE INDEX by_key ON rows (network, program, transactionId);
         CREATE INDEX by_status ON rows (status);`,
      );
      const start = performance.now();
      await ask(`.import --csv --skip 1 "${csv}" rows`);
      return performance.now() - start;
    },
    async revenue() {
      const start = performance.now();
      const text = await ask(`SELECT count(*), sum(n), sum(micros) FROM (${REVENUE})`);
      return { ms: performance.now() - start, groups: Number(text.split('|')[0]) };
    },
    async find(text) {
      const start = performance.now();
      const answer = await ask(
        `SELECT transactionId FROM rows WHERE transactionId LIKE '%${text}%' OR orderId LIKE '%${text}%'
         ORDER BY eventTime DESC LIMIT 12`,
      );
      return { ms: performance.now() - start, ids: answer.split('\n').filter((id) => id !== '') };
    },
    async revenueRows() {
      return (await ask(`${REVENUE} ORDER BY 1, 2, 3, 4`)).trimEnd().split('\n');
    },
  };
}
