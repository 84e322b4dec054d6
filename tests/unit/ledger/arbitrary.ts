import fc from 'fast-check';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { dayToNumber, type Day, type Period } from '#shared/lib/day.ts';
import type { DraftBlock } from '#shared/domain/ledger/draft.ts';
import {
  NUMBER_FIELDS,
  STATUSES,
  TEXT_FIELDS,
  type NumberField,
  type TextField,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import {
  COUNTS,
  GROUP_KEYS,
  MEASURES,
  type GroupKey,
  type GroupQuery,
  type LedgerFilter,
  type ListQuery,
  type Measure,
} from '#shared/domain/ledger/query.ts';

export const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Europe/London'];

/** Nights on which the clocks of the zones above change, and their neighbours, by the half hour. */
const instants = [
  '2024-03-10T07:30Z',
  '2024-03-10T09:59:59.999Z',
  '2024-03-10T10:00Z',
  '2024-03-11T06:59Z',
  '2024-03-11T07:00Z',
  '2024-11-03T08:59Z',
  '2024-11-04T07:30Z',
  '2024-11-04T08:00Z',
  '2024-04-06T10:59Z',
  '2024-04-06T14:00Z',
  '2024-04-07T11:30Z',
  '2024-04-07T12:00Z',
  '2024-09-28T14:00Z',
  '2024-09-29T10:59Z',
  '2024-03-30T23:59Z',
  '2024-03-31T22:59Z',
  '2024-03-31T23:00Z',
  '1969-12-31T23:59Z',
  '2150-01-01T05:00Z',
].map((text) => momentOfInstant(Date.parse(text)));
const days = ['2024-03-10', '2024-03-31', '2024-04-07'].map((day) => momentOfDay(dayToNumber(day as Day)));

const moment = fc.constantFrom(Number.NaN, ...instants, ...days);
const money = fc.oneof(
  fc.constantFrom(Number.NaN, 0, 10_000_000, -2_500_000, 1_234_567, 99_990_000),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1),
);
const word = fc.constantFrom(
  '',
  '',
  'a',
  'B',
  'ab',
  'İx',
  'ΣΟΣ',
  'σος',
  'ÿþ',
  '東京 long enough to be cut',
  '0012',
  'x\0y',
);

const row = fc.record({
  network: fc.constantFrom('awin', 'impact'),
  program: fc.constantFrom('', 'Pets'),
  transactionId: fc.constantFrom('1', '01', '1,', 'T-1', 'T-2', '東'),
  orderId: word,
  partnerId: fc.constantFrom('', '7', '8', '08'),
  partnerName: fc.constantFrom('', 'Seven', 'seven & sons', 'Acht'),
  currency: fc.constantFrom('USD', 'EUR'),
  sub1: word,
  sku: word,
  corrects: fc.constantFrom('', '', '1', 'elsewhere'),
  partnerEmail: fc.constantFrom('', 'seven@example.com'),
  extra: fc.constantFrom('', '{"Ad":"1"}'),
  clickTime: moment,
  eventTime: moment,
  asOf: fc.constantFrom(...[1, 2, 3].map((n) => momentOfInstant(n * 86_400_000))),
  sale: money,
  commission: money,
  networkFee: money,
  quantity: fc.constantFrom(Number.NaN, 1, 2, 0.5, -1),
  status: fc.constantFrom(...STATUSES),
});

/** One import's rows, in the order of their lines. */
export const fileRows: fc.Arbitrary<Transaction[]> = fc
  .array(fc.record({ row, gap: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 9 })
  .map((rows) => {
    let line = 1;
    return rows.map(({ row: values, gap }) => transaction({ ...values, line: (line += gap) }));
  });

/** A transaction with these values and nothing else. */
export function transaction(values: Partial<Transaction>): Transaction {
  return {
    ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as { [F in TextField]: string }),
    ...(Object.fromEntries(NUMBER_FIELDS.map((field) => [field, Number.NaN])) as { [F in NumberField]: number }),
    status: 'unknown',
    ...values,
  };
}

/** Rows as blocks of at most `size`, constant columns given as such. */
export function draftsOf(rows: readonly Transaction[], size: number): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const text: { [F in TextField]?: string[] } = {};
    const constant: { [F in TextField]?: string } = {};
    for (const field of TEXT_FIELDS) {
      const values = part.map((t) => t[field]);
      if (new Set(values).size > 1 || from % 2 === 1) text[field] = values;
      else constant[field] = values[0] ?? '';
    }
    const numbers: { [F in NumberField]?: Float64Array } = {};
    for (const field of NUMBER_FIELDS) {
      numbers[field] = Float64Array.from(part, (t) => (field === 'status' ? STATUSES.indexOf(t.status) : t[field]));
    }
    drafts.push({ rows: part.length, text, constant, numbers });
  }
  return drafts;
}

export const period: fc.Arbitrary<Period | null> = fc.constantFrom(
  null,
  { from: '2024-03-10', to: '2024-03-11' } as Period,
  { from: '2024-03-11', to: '2024-04-07' } as Period,
  { from: '1960-01-01', to: '2024-11-04' } as Period,
);

const some = <T>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined });

const partners = fc.option(
  fc.subarray([
    { network: 'awin', partnerId: '7' },
    { network: 'impact', partnerId: '08' },
    { network: 'impact', partnerId: '' },
    { network: 'nobody', partnerId: 'x' },
  ]),
  { nil: undefined },
);

/** `imports`: ids to choose from. */
const filter = (imports: readonly string[], dense: number): fc.Arbitrary<LedgerFilter> =>
  fc
    .record({
      text: fc.option(fc.constantFrom('A', 'b', 'i', 'σ', 'ς', 't-', '京', 'ab', 'Ş', ' & ', '\0'), {
        nil: undefined,
        freq: dense,
      }),
      statuses: some(...STATUSES),
      networks: some('awin', 'impact'),
      programs: some('', 'Pets'),
      currencies: some('USD', 'EUR'),
      partners,
      importId: fc.option(fc.constantFrom('none', ...imports), { nil: undefined, freq: dense }),
      about: fc.option(fc.subarray(['1', '01', 'T-1', 'elsewhere', 'A', '']), { nil: undefined, freq: dense }),
    })
    .chain((all) =>
      fc.subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 3 }).map((names) => {
        const chosen: Record<string, unknown> = {};
        for (const name of names) if (all[name] !== undefined) chosen[name] = all[name];
        return chosen;
      }),
    );

const basis = fc.constantFrom('eventTime' as const, 'eventTime' as const, 'clickTime' as const);
const direction = fc.constantFrom('asc' as const, 'desc' as const);
const window = fc.record({ offset: fc.constantFrom(0, 0, 2), limit: fc.constantFrom(3, 100) });

export const listQuery = (imports: readonly string[]): fc.Arbitrary<ListQuery> =>
  fc.record({
    period,
    basis,
    filter: filter(imports, 1),
    window,
    sort: fc.array(fc.record({ by: fc.constantFrom(...TEXT_FIELDS, ...NUMBER_FIELDS), direction }), { maxLength: 3 }),
  });

export const groupQuery = (imports: readonly string[]): fc.Arbitrary<GroupQuery> =>
  fc
    .record({
      period,
      basis,
      filter: filter(imports, 3),
      window,
      groupBy: fc.subarray([...GROUP_KEYS]),
      measures: fc.subarray([...MEASURES]),
      by: fc.array(fc.record({ by: fc.constantFrom<GroupKey | Measure>(...GROUP_KEYS, ...MEASURES), direction }), {
        maxLength: 2,
      }),
    })
    .map(({ by, ...query }) => {
      const summed = query.measures.some((measure) => !COUNTS.includes(measure));
      const groupBy =
        summed && query.filter.currencies?.length !== 1
          ? [...new Set([...query.groupBy, 'currency' as const])]
          : query.groupBy;
      const known = new Set<string>([...groupBy, ...query.measures]);
      return { ...query, groupBy, sort: by.filter((key) => known.has(key.by)) };
    });
