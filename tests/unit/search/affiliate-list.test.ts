import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate, type PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import { makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { figures, statusSum } from '#shared/domain/metrics/figures.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { affiliateConditions } from '#shared/domain/search/affiliate-conditions.ts';
import {
  affiliateFacts,
  choicesOf,
  filterAffiliates,
  NO_FILTER,
  type AffiliateFilter,
  type AffiliateRow,
} from '#shared/domain/search/affiliate-list.ts';
import { sortAffiliates, type SortOptions } from '#shared/domain/search/affiliate-sort.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import type { TableSort } from '#shared/lib/table-sort.ts';

const bounds = { micro: 10_000, mid: 100_000, macro: 500_000 };
const customFields = [
  { id: 'f1', name: 'Shirt size', kind: 'choice' as const, choices: ['S', 'M', 'L'] },
  { id: 'f2', name: 'Fee', kind: 'number' as const, choices: [] },
];
const person = (name: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id: name, name, createdAt: 0, createdByImport: null, editedAt: null, ...known });

const affiliates = [
  person('Barkly', {
    kind: 'content',
    country: 'US',
    tags: ['vip', 'dogs'],
    sites: ['https://barkly.com'],
    audiences: { 'site barkly.com': 20_000 },
    standing: { stageId: 'active', since: 5_000, reason: '' },
    contacts: [{ name: 'Zoë', email: 'zoe@barkly.com', phone: '', role: '', source: '' }],
    custom: { f1: 'M', f2: 9 },
    lastContact: '2026-10-01' as Day,
  }),
  person('Café Paws', {
    kind: 'coupon',
    country: 'DE',
    tags: ['dogs'],
    couponCodes: ['PAWS10'],
    standing: { stageId: 'found', since: 9_000, reason: '' },
    custom: { f1: 'S', f2: 10 },
    lastContact: '2026-11-01' as Day,
  }),
  person('Moggy', {
    kind: 'content',
    country: 'DE',
    tier: 'macro',
    standing: { stageId: 'gone', since: 1, reason: '' },
  }),
];
const links: readonly PartnerLink[] = [
  newLink({ network: 'Awin', partnerId: '00771', affiliateId: 'Barkly', status: 'Active' }),
  newLink({ network: 'Impact', partnerId: '9', affiliateId: 'Barkly' }),
  newLink({ network: 'Awin', partnerId: '12', affiliateId: 'Moggy', status: 'Pending' }),
];
const task = (id: string, affiliateId: string, day: string | null, time: string | null = null): Task => ({
  id,
  title: id,
  note: '',
  affiliateId,
  due: day === null ? null : { day: day as Day, time: time as TimeOfDay | null },
  ...PLAIN_TASK,
  snoozedUntil: null,
  doneAt: null,
  createdAt: 0,
  sample: false,
});
const tasks = [
  task('later', 'Moggy', '2026-12-01'),
  task('sooner', 'Moggy', '2026-11-30', '09:00'),
  task('whenever', 'Barkly', null),
];
const segments: Segments = {
  list: [{ id: 's1', name: 'Best', match: 'all', rules: [], sample: false }],
  members: () => new Set(['Barkly', 'Moggy']),
};

const rows = affiliateFacts({ directory: makeDirectory(affiliates, links), stages: FIRST_STAGES, bounds, tasks }).map(
  (facts): AffiliateRow => ({ ...facts, byCurrency: [], clicks: null, lastConversion: null }),
);
const conditions = affiliateConditions({ stages: FIRST_STAGES, customFields, segments });
const options: SortOptions = { preferred: [], stages: FIRST_STAGES, customFields, locale: 'en-US' };
const names = (found: readonly AffiliateRow[]): string => found.map(({ affiliate }) => affiliate.name).join(', ');
const found = (filter: Partial<AffiliateFilter>): string =>
  names(filterAffiliates(rows, { ...NO_FILTER, ...filter }, conditions));

describe('what is known of an affiliate', () => {
  it('has a tier by what is said, else by audience, a stage that there is, and the task that is due first', () => {
    expect(rows.map(({ tier, stage, next }) => [tier, stage?.name, next?.title])).toEqual([
      ['micro', 'Active', 'whenever'],
      ['', 'Found', undefined],
      ['macro', undefined, 'sooner'],
    ]);
  });
});

describe('filters', () => {
  it.each([
    ['barkly', 'Barkly'],
    ['ZOE', 'Barkly'],
    ['cafe', 'Café Paws'],
    ['paws10', 'Café Paws'],
    ['00771', 'Barkly'],
    ['barkly.com zoe', 'Barkly'],
    // Words do not meet across two fields.
    ['com00771', ''],
    ['', 'Barkly, Café Paws, Moggy'],
  ])('by the text %s find %s', (text, expected) => {
    expect(found({ text })).toBe(expected);
  });

  it.each([
    [{ kind: ['content'] }, 'Barkly, Moggy'],
    [{ tag: ['vip', ''] }, 'Barkly, Moggy'],
    [{ tag: ['dogs'], country: ['DE'] }, 'Café Paws'],
    [{ stage: [''] }, 'Moggy'],
    [{ tier: ['micro', 'macro'] }, 'Barkly, Moggy'],
    [{ network: ['Impact'] }, 'Barkly'],
    [{ status: ['Pending', ''] }, 'Café Paws, Moggy'],
    [{ email: ['no'] }, 'Café Paws, Moggy'],
    [{ segment: ['s1'], country: ['DE'] }, 'Moggy'],
    [{ segment: ['gone'] }, ''],
    [{ 'custom f1': ['M', 'S'] }, 'Barkly, Café Paws'],
    [{ kind: [] }, 'Barkly, Café Paws, Moggy'],
    [{ 'no such': ['x'] }, 'Barkly, Café Paws, Moggy'],
  ] as const)('by conditions %j find %s', (is, expected) => {
    expect(found({ is })).toBe(expected);
  });

  it('find together those whom each finds alone, and any value of one finds as many as all of them', () => {
    const some = fc.record(
      Object.fromEntries(
        conditions.map((condition) => [
          condition.id,
          fc.subarray([...new Set(['', ...rows.flatMap(condition.valuesOf)])]),
        ]),
      ),
    );
    fc.assert(
      fc.property(some, fc.constantFrom('', 'paws', 'a', 'barkly'), (is, text) => {
        const alone = (filter: Partial<AffiliateFilter>): Set<AffiliateRow> =>
          new Set(filterAffiliates(rows, { ...NO_FILTER, ...filter }, conditions));
        const each = Object.entries(is).map(([id, values]) => alone({ is: { [id]: values } }));
        const together = [alone({ text }), ...each].reduce(
          (both, one) => new Set([...both].filter((row) => one.has(row))),
        );
        expect(new Set(filterAffiliates(rows, { text, is }, conditions))).toEqual(together);
        for (const [id, values] of Object.entries(is)) {
          if (values.length === 0) continue;
          const ofEach = values.map((value) => alone({ is: { [id]: [value] } }));
          expect(alone({ is: { [id]: values } })).toEqual(ofEach.reduce((all, one) => new Set([...all, ...one])));
        }
      }),
    );
  });

  it('offer the values that somebody has in their order, none last, and what is asked for though nobody has it', () => {
    const choices = (id: string, asked: readonly string[] = []) => {
      const condition = conditions.find((each) => each.id === id);
      return condition && choicesOf(condition, rows, asked, 'en-US').map(({ label, count }) => `${label} ${count}`);
    };
    expect(choices('stage')).toEqual(['Found 1', 'Active 1', 'None 1']);
    expect(choices('tag', ['cats'])).toEqual(['cats 0', 'dogs 2', 'vip 1', 'None 1']);
    expect(choices('custom f1')).toEqual(['S 1', 'M 1', 'None 1']);
  });
});

describe('sorting', () => {
  const order = (...sorts: readonly string[]): string =>
    names(
      sortAffiliates(
        rows,
        sorts.map((sort): TableSort => ({ by: sort.slice(1), direction: sort[0] === '+' ? 'asc' : 'desc' })),
        options,
      ),
    );

  it.each([
    [['-name'], 'Moggy, Café Paws, Barkly'],
    [['+country', '-name'], 'Moggy, Café Paws, Barkly'],
    [['+kind', '+country'], 'Moggy, Barkly, Café Paws'],
    [['+stage'], 'Café Paws, Barkly, Moggy'],
    [['-stageTime'], 'Barkly, Café Paws, Moggy'],
    [['-tier'], 'Moggy, Barkly, Café Paws'],
    [['-lastContact'], 'Café Paws, Barkly, Moggy'],
    [['-custom f2'], 'Café Paws, Barkly, Moggy'],
    [['+next'], 'Moggy, Barkly, Café Paws'],
    [['+accounts'], 'Barkly, Moggy, Café Paws'],
    [['-no such'], 'Barkly, Café Paws, Moggy'],
  ])('by %j: %s', (sorts, expected) => {
    expect(order(...sorts)).toBe(expected);
  });

  describe('by figures', () => {
    const figureRow = (
      name: string,
      currency: string,
      sale: bigint | null,
      last = '',
      clicks: bigint | null = null,
    ) => ({
      ...(rows[2] as AffiliateRow),
      affiliate: person(name),
      byCurrency:
        sale === null
          ? []
          : [
              {
                currency,
                figures: figures([statusSum('paid', (measure) => (measure === 'sale' ? sale : 1n))], clicks),
              },
            ],
      clicks,
      lastConversion: last === '' ? null : (last as Day),
    });
    const sums = [
      figureRow('even', 'GBP', 700n, '2026-11-02'),
      figureRow('few', 'EUR', 900n, '2026-11-03'),
      figureRow('high', 'USD', 500n, '2026-11-01', 4n),
      figureRow('low', 'USD', 10n, '2026-11-09', 1n),
      figureRow('none', '', null),
    ];
    const sorted = (by: string, direction: 'asc' | 'desc', preferred: readonly string[] = []): string =>
      names(sortAffiliates(sums, [{ by, direction }], { ...options, preferred }));

    it('holds amounts only against amounts of the same currency, and puts who has none last', () => {
      expect(sorted('revenue', 'desc')).toBe('high, low, few, even, none');
      expect(sorted('revenue', 'asc')).toBe('low, high, few, even, none');
      expect(sorted('revenue', 'asc', ['GBP'])).toBe('even, low, high, few, none');
    });

    it('sorts by clicks and by last conversion whatever the currency, and puts who has none last', () => {
      expect(sorted('clicks', 'asc')).toBe('low, high, even, few, none');
      expect(sorted('epc', 'asc')).toBe('high, low, even, few, none');
      expect(sorted('last', 'desc')).toBe('low, few, even, high, none');
    });
  });
});
