import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { Group } from '#shared/domain/ledger/query.ts';
import { makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { reportWeeks } from '#shared/domain/reports/week.ts';
import type { WeeklySource } from '#shared/domain/reports/weekly.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';

/** Rows of one affiliate, currency, status and day, of which the groups of a report are made. */
export interface Sale {
  readonly who: string;
  readonly day: string;
  readonly currency?: string;
  readonly status?: Status;
  readonly count?: number;
  /** In whole units of the currency. */
  readonly sale?: number;
  readonly commission?: number;
  readonly clicks?: number;
  /** It takes back from another one. */
  readonly corrects?: boolean;
}

/** Monday, 23 November 2026, 09:00 in New York. */
export const RUN = Date.UTC(2026, 10, 23, 14);
export const ZONE = 'America/New_York';

export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day.`);
  return parsed;
};

const micros = (amount: number): bigint => BigInt(Math.round(amount * 100)) * 10_000n;

/** What the ledger would answer for these sales. Everyone is an affiliate of partner id and name `who`. */
export function sourceOf(sales: readonly Sale[], tasks: readonly Task[] = []): WeeklySource {
  const weeks = reportWeeks(RUN, 'monday', ZONE);
  const names = [...new Set(sales.map((sale) => sale.who))];
  const affiliates = names.map((name, index) =>
    newAffiliate({ id: `a${index}`, name, createdAt: 0, createdByImport: null, editedAt: null }),
  );
  const links = names.map((partnerId, index) => newLink({ network: 'Impact', partnerId, affiliateId: `a${index}` }));
  const group = (sale: Sale): Group => ({
    partner: { network: 'Impact', partnerId: sale.who, name: sale.who },
    day: sale.day,
    currency: sale.currency ?? 'USD',
    status: sale.status ?? 'approved',
    measures: {
      ...(sale.corrects
        ? { corrections: 1n, correctedSale: micros(sale.sale ?? 0), correctedCommission: micros(sale.commission ?? 0) }
        : { transactions: BigInt(sale.count ?? 1) }),
      sale: micros(sale.sale ?? 0),
      commission: micros(sale.commission ?? 0),
    },
  });
  const clicks = ({ from, to }: { from: string; to: string }): readonly Group[] =>
    sales
      .filter((sale) => sale.clicks !== undefined && sale.day >= from && sale.day < to)
      .map((sale) => ({ ...group(sale), measures: { quantity: BigInt(sale.clicks ?? 0) } }));
  const within = ({ from, to }: { from: string; to: string }, conversions: boolean): readonly Group[] =>
    sales
      .filter((sale) => sale.day >= from && sale.day < to)
      .filter((sale) => sale.clicks === undefined)
      .filter((sale) => !conversions || CONVERSION_STATUSES.includes(sale.status ?? 'approved'))
      .map(group);
  return {
    weeks,
    zone: ZONE,
    writtenAt: RUN,
    now: within(weeks.week, false),
    before: within(weeks.before, false),
    days: within({ from: weeks.before.from, to: weeks.week.to }, true),
    earlier: within({ from: '1970-01-01', to: weeks.week.from }, true),
    quiet: within(weeks.quiet, true),
    since: within(weeks.since, true),
    clicks: clicks(weeks.week),
    clicksBefore: clicks(weeks.before),
    directory: makeDirectory(affiliates, links),
    tasks,
    segment: '',
  };
}

export const task = (title: string, due: Task['due'], rest: Partial<Task> = {}): Task => ({
  id: title,
  title,
  note: '',
  affiliateId: null,
  due,
  ...PLAIN_TASK,
  snoozedUntil: null,
  doneAt: null,
  createdAt: 0,
  sample: false,
  ...rest,
});
