import { performance } from 'node:perf_hooks';
import {
  newAffiliate,
  newLink,
  AFFILIATE_KINDS,
  type Affiliate,
  type PartnerLink,
} from '#shared/domain/affiliates/affiliate.ts';
import type { Group } from '#shared/domain/ledger/query.ts';
import { figuresByAffiliate, makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { affiliateConditions } from '#shared/domain/search/affiliate-conditions.ts';
import { affiliateFacts, filterAffiliates, type AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import { sortAffiliates } from '#shared/domain/search/affiliate-sort.ts';
import { entriesOf } from '#shared/domain/search/entries.ts';
import { makeSearchIndex } from '#shared/domain/search/search-index.ts';
import { fieldIndex, membersOf } from '#shared/domain/segments/evaluate.ts';
import { usedWords, type SegmentFacts } from '#shared/domain/segments/facts.ts';
import { segmentFields } from '#shared/domain/segments/fields.ts';
import { NO_ROWS, spanKey } from '#shared/domain/segments/figures.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { addDays, type Day } from '#shared/lib/day.ts';
import { median, mediansOf, type Case, type SizeResult } from './cases.ts';

/** Affiliates of a program that is larger than most. */
const AFFILIATES = 5_000;
const TODAY = '2026-11-23' as Day;
const NOW = Date.UTC(2026, 10, 23);
const BOUNDS = { micro: 10_000, mid: 100_000, macro: 500_000 };
const WORDS = [
  'Pawsome',
  'Furry',
  'Happy',
  'Whisker',
  'Bark',
  'Tail',
  'Kitty',
  'Hound',
  'Feather',
  'Fetch',
  'Cosy',
  'Wild',
];
const KINDS = ['Deals', 'Blog', 'Reviews', 'Cashback', 'Café', 'Tips', 'Daily', 'Club'];

/** What somebody types, from two letters to what is in one of them alone. */
const TYPED = ['an', 'anna', 'anna 43', 'whisker blog', 'paws4999', 'site77.com', 'slow feeders', 'zzzz'];

/** Medians of the slowest, in ms: the program's, and the plain way beside it. */
export interface PeopleResult {
  /**
   * A key pressed in the filter of a list sorted by two columns. `made`: its rows with their figures, when the data change; `sorted`:
   * by two columns, when she sorts; `naive`: sorting and filtering at every key.
   */
  readonly list: {
    readonly made: number;
    readonly sorted: number;
    readonly ours: number;
    readonly naive: number;
  };
  readonly search: { readonly ours: number; readonly naive: number };
  /** Making the index, off the typing path. */
  readonly indexMade: number;
  readonly segments: { readonly ours: number; readonly naive: number };
}

/** Measures lists, search and segments at 5,000 affiliates. Throws if the plain way answers otherwise. */
export function runPeople(runs: number): PeopleResult {
  const affiliates = Array.from({ length: AFFILIATES }, (_, at) => person(at));
  const links = affiliates.map(({ id }, at) => newLink({ network: 'Impact', partnerId: `p${at}`, affiliateId: id }));
  const times = runs * 5;
  const index = () =>
    makeSearchIndex(
      entriesOf({
        ...{ affiliates, partnersOf: makeDirectory(affiliates, links).partnersOf, stages: FIRST_STAGES },
        ...{ customFields: [], tasks: [], questions: [], segments: [], templates: [], materials: [], checklists: [] },
      }),
    );
  return {
    list: listTimes(affiliates, links, times),
    search: searchTimes(affiliates, links, index(), times),
    indexMade: timeOf(times, index).ms,
    segments: segmentTimes(affiliates, times),
  };
}

/** What is held against an aim. `large`: for what a key costs while all is there. */
export function peopleCases({ list, search, segments }: PeopleResult, large: SizeResult): readonly Case[] {
  const against = (name: string, aim: number, { ours, naive }: { ours: number; naive: number }): Case => ({
    ...{ name, ratio: ours / naive, aim, unit: 'ratio of ms', medians: { ours, naive } },
  });
  const find = mediansOf(large).find;
  return [
    against('list-5k-vs-naive', 0.5, list),
    { ...{ name: 'list-5k-sorted-ms', ratio: list.sorted, aim: 16, unit: 'ms' }, medians: { sorted: list.sorted } },
    { ...{ name: 'list-5k-made-ms', ratio: list.made, aim: 100, unit: 'ms' }, medians: { made: list.made } },
    against('search-5k-vs-naive', 0.3, search),
    against('segments-5k-vs-naive', 0.3, segments),
    {
      ...{ name: 'keystroke-ms', ratio: search.ours + find, aim: 16, unit: 'ms' },
      medians: { people: search.ours, ledger: find },
    },
  ];
}

function person(at: number): Affiliate {
  const name = `${WORDS[at % 12]} ${KINDS[(at * 7) % 8]} ${at}`;
  return newAffiliate({
    ...{ id: `a${at}`, name, createdAt: 0, createdByImport: null, editedAt: null },
    company: `${WORDS[(at * 5) % 12]} Media ${at} Ltd`,
    kind: AFFILIATE_KINDS[at % AFFILIATE_KINDS.length] ?? '',
    contacts: [
      {
        name: `Anna Müller ${at}`,
        email: `anna${at}@site${at}.com`,
        phone: `+49 30 ${100_000 + at}`,
        role: '',
        source: '',
      },
      { name: `Tom ${at}`, email: `tom${at}@gmail.com`, phone: '', role: '', source: '' },
    ],
    sites: [`https://www.site${at}.com/blog`],
    social: [{ kind: 'instagram', address: `@handle${at}` }],
    audiences: { [`site site${at}.com`]: (at * 7_919) % 800_000 },
    couponCodes: [`PAWS${at}`],
    tags: at % 3 === 0 ? ['dogs', 'vip'] : ['cats'],
    country: ['US', 'GB', 'DE', 'FR'][at % 4] ?? '',
    lastContact: addDays(TODAY, -(at % 120)),
    standing: { stageId: FIRST_STAGES[at % FIRST_STAGES.length]?.id ?? '', since: NOW - at * 1_000_000, reason: '' },
    notes: 'Met at the fair. Likes slow feeders and long walks. '.repeat(1 + (at % 6)),
  });
}

/** The median of how long work takes, and its answer. */
function timeOf<T>(times: number, work: () => T): { readonly ms: number; readonly answer: T } {
  const all: number[] = [];
  let answer = work();
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    answer = work();
    all.push(performance.now() - start);
  }
  return { ms: median(all), answer };
}

const agree = (what: string, ours: number, naive: number): void => {
  if (ours !== naive) throw new Error(`${what}: ${ours} and ${naive} found.`);
};

/** Rows with their figures; of them those with a word and of one kind, by country and then by name. */
function listTimes(affiliates: readonly Affiliate[], links: readonly PartnerLink[], times: number) {
  const groups: readonly Group[] = affiliates.flatMap((_, at) =>
    (['approved', 'pending'] as const).map((status): Group => ({
      partner: { network: 'Impact', partnerId: `p${at}`, name: '' },
      ...{ currency: at % 5 === 0 ? 'EUR' : 'USD', status },
      measures: {
        transactions: 3n,
        corrections: 0n,
        sale: BigInt((at * 7_919) % 100_000) * 10_000n,
        commission: 5_000n,
      },
    })),
  );
  const directory = makeDirectory(affiliates, links);
  const kind = affiliateConditions({
    ...{ stages: FIRST_STAGES, customFields: [] },
    segments: { list: [], members: () => null },
  });
  const rowsOf = (): readonly AffiliateRow[] => {
    const figures = figuresByAffiliate(groups, directory, ['USD'], new Map());
    return affiliateFacts({ directory, stages: FIRST_STAGES, bounds: BOUNDS, tasks: [] }).map((facts) => ({
      ...{ ...facts, byCurrency: figures.get(facts.affiliate.id) ?? [], clicks: null, lastConversion: null },
    }));
  };
  const filter = { text: 'paws', is: { kind: ['coupon'] } };
  const sorts = [
    { by: 'country', direction: 'asc' as const },
    { by: 'name', direction: 'desc' as const },
  ];
  const options = { preferred: ['USD'], stages: FIRST_STAGES, customFields: [], locale: 'en-US' };
  const made = timeOf(times, rowsOf);
  const rows = made.answer;
  const sorted = timeOf(times, () => sortAffiliates(rows, sorts, options));
  const ours = timeOf(times, () => filterAffiliates(sorted.answer, filter, kind));
  const naive = timeOf(times, () =>
    [...rows]
      .sort(
        ({ affiliate: a }, { affiliate: b }) =>
          a.country.localeCompare(b.country, 'en-US') || b.name.localeCompare(a.name, 'en-US'),
      )
      .filter(({ affiliate }) => affiliate.kind === 'coupon')
      .filter((row) =>
        textsOf(row.affiliate, directory.partnersOf(row.affiliate.id)).some((text) =>
          text.toLowerCase().includes('paws'),
        ),
      ),
  );
  agree('The list', ours.answer.length, naive.answer.length);
  return { made: made.ms, sorted: sorted.ms, ours: ours.ms, naive: naive.ms };
}

const textsOf = (affiliate: Affiliate, partners: readonly { readonly partnerId: string }[]): readonly string[] => [
  ...[affiliate.name, affiliate.company, affiliate.notes, affiliate.paymentEmail],
  ...affiliate.contacts.flatMap(({ name, email, phone }) => [name, email, phone]),
  ...affiliate.sites,
  ...affiliate.social.map(({ address }) => address),
  ...[...affiliate.couponCodes, ...affiliate.tags, affiliate.country],
  ...partners.map(({ partnerId }) => partnerId),
];

/** A key pressed: what is found of what stands in the field, against looking through all texts of everybody. */
function searchTimes(
  affiliates: readonly Affiliate[],
  links: readonly PartnerLink[],
  index: ReturnType<typeof makeSearchIndex>,
  times: number,
) {
  const directory = makeDirectory(affiliates, links);
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const both = TYPED.map((typed) => {
    const ours = timeOf(times, () => index.search(typed).length);
    const naive = timeOf(
      Math.min(times, 5),
      () =>
        affiliates.filter((affiliate) => {
          const texts = textsOf(affiliate, directory.partnersOf(affiliate.id)).map(plain);
          return plain(typed)
            .split(' ')
            .every((word) => texts.some((text) => text.includes(word)));
        }).length,
    );
    agree(`“${typed}”`, ours.answer, naive.answer);
    return { ours: ours.ms, naive: naive.ms };
  });
  return { ours: Math.max(...both.map(({ ours }) => ours)), naive: Math.max(...both.map(({ naive }) => naive)) };
}

/** Five rules asked of everybody, against asking them of one after the other. */
function segmentTimes(affiliates: readonly Affiliate[], times: number) {
  const figures = affiliates.map(({ id }, at) => [id, { ...NO_ROWS, conversions: at % 9, revenue: at }] as const);
  const facts: SegmentFacts = {
    ...{ affiliates, around: new Map(), today: TODAY, zone: 'UTC', tierBounds: BOUNDS, lastConversions: new Map() },
    figures: new Map([[spanKey(60), new Map(figures)]]),
  };
  const fields = fieldIndex(segmentFields({ stages: FIRST_STAGES, customFields: [], used: usedWords(affiliates, []) }));
  const rule = (field: string, operator: string, value: SegmentRule['value'], days: number | null = null) => ({
    ...{ field, operator, value, days },
  });
  const segment = {
    match: 'all' as const,
    rules: [
      rule('kind', 'is', ['content', 'coupon']),
      rule('country', 'is', ['US', 'DE']),
      rule('tags', 'is', ['dogs']),
      rule('lastContact', 'not-in-last', 30),
      rule('conversions', 'at-least', 2, 60),
    ],
  };
  const ours = timeOf(times, () => membersOf(segment, fields, facts)?.size ?? 0);
  const naive = timeOf(
    Math.min(times, 5),
    () => affiliates.filter((one) => membersOf(segment, fields, { ...facts, affiliates: [one] })?.size === 1).length,
  );
  agree('The segment', ours.answer, naive.answer);
  if (ours.answer === 0) throw new Error('Nobody is in the segment.');
  return { ours: ours.ms, naive: naive.ms };
}
