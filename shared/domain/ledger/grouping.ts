import { dayFromNumber, dayToNumber } from '../../lib/day.ts';
import { NO_DAY } from './day-column.ts';
import type { Context, Dimensions } from './dimensions.ts';
import { STATUSES } from './fields.ts';
import { slotMap, type GroupTable } from './group-table.ts';
import type { Part } from './parts.ts';
import { COUNTS, SUMMED, type Group, type GroupKey, type GroupQuery, type Measure } from './query.ts';
import { sortedOrder, type SortKey } from './radix-sort.ts';
import type { Steps } from './steps.ts';
import { Sums } from './sums.ts';

/** The groups of a query, not yet in order. Group g stands for an entry with this partner, day and context. */
export interface Groups {
  length: number;
  readonly partner: Int32Array;
  readonly day: Int32Array;
  readonly context: Int32Array;
  readonly measures: { readonly [M in Measure]?: Sums };
}

/** Throws if a query would add up amounts of different currencies. */
export function refuseMixedCurrencies({ groupBy, measures, filter }: GroupQuery): void {
  const amounts = measures.some((measure) => !COUNTS.includes(measure));
  if (amounts && !groupBy.includes('currency') && filter.currencies?.length !== 1) {
    throw new RangeError('Sums need currency among the group keys, or a filter that leaves one currency.');
  }
}

/** Adds the entries of a table up into groups, leaving out those that the query does not want. */
export function groupTable(table: GroupTable, query: GroupQuery, dimensions: Dimensions): Groups {
  const byPartner = query.groupBy.includes('partner');
  const buckets = partnerBuckets(query, dimensions);
  const days = dayClasses(table.days, query);
  const contexts = contextClasses(query, dimensions.contexts);
  const dayCount = query.groupBy.includes('day') ? table.days.length : 1;
  const perBucket = dayCount * contexts.count;
  const slots = slotMap(byPartner ? perBucket : perBucket * buckets.count);
  const most = Math.min(table.day.length, byPartner ? Infinity : perBucket * buckets.count);
  const groups = emptyGroups(most, query.measures);
  /** By entry: its group, -1 if it is not wanted. */
  const groupOf = new Int32Array(table.day.length).fill(-1);

  for (const partner of dimensions.partnerOrder()) {
    const bucket = buckets.of[partner] as number;
    if (bucket < 0) continue;
    const base = byPartner ? 0 : bucket * perBucket;
    // Grouped by partner, a slot's group counts only if it was made since this partner began.
    const begun = byPartner ? groups.length : 0;
    const end = table.starts[partner + 1] ?? 0;
    for (let i = table.starts[partner] ?? 0; i < end; i++) {
      const day = days[table.day[i] as number] as number;
      const context = contexts.of[table.context[i] as number] as number;
      if (day < 0 || context < 0) continue;
      const slot = base + day * contexts.count + context;
      let group = slots.get(slot) - 1;
      if (group < begun) {
        group = groups.length++;
        slots.set(slot, groups.length);
        groups.partner[group] = partner;
        groups.day[group] = table.days[table.day[i] as number] as number;
        groups.context[group] = table.context[i] as number;
      }
      groupOf[i] = group;
    }
  }
  const { transactions, corrections, correctedSale, correctedCommission } = groups.measures;
  for (const measure of SUMMED) addSums(groups.measures[measure], table.sums[measure], groupOf);
  if (transactions) addCounts(transactions, table.count, ofPart('itself', groupOf, table, dimensions));
  if (corrections || correctedSale || correctedCommission) {
    const less = ofPart('less', groupOf, table, dimensions);
    if (corrections) addCounts(corrections, table.count, less);
    addSums(correctedSale, table.sums.sale, less);
    addSums(correctedCommission, table.sums.commission, less);
  }
  return groups;
}

/** By entry: its group if its rows are this part of their transactions, else -1. */
function ofPart(part: Part, groupOf: Int32Array, { context }: GroupTable, { contexts }: Dimensions): Int32Array {
  if (contexts.every((each) => each.part === part)) return groupOf;
  const wanted = contexts.map((each) => each.part === part);
  return groupOf.map((group, i) => (wanted[context[i] as number] === true ? group : -1));
}

function addSums(to: Sums | undefined, from: Sums | undefined, groupOf: Int32Array): void {
  if (to && from) to.addAll(from, groupOf);
}

function addCounts({ low }: Sums, count: Int32Array, groupOf: Int32Array): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] as number;
    if (group >= 0) low[group] = (low[group] as number) + (count[i] as number);
  }
}

function emptyGroups(most: number, measures: readonly Measure[]): Groups {
  return {
    length: 0,
    partner: new Int32Array(most),
    day: new Int32Array(most),
    context: new Int32Array(most),
    measures: Object.fromEntries(measures.map((measure) => [measure, new Sums(most)])),
  };
}

/** By partner: its network's number if grouped by network and not by partner, else 0; -1 if it is not wanted. */
function partnerBuckets({ groupBy, filter }: GroupQuery, dimensions: Dimensions): { of: Int32Array; count: number } {
  const byNetwork = groupBy.includes('network') && !groupBy.includes('partner');
  const networks = filter.networks && new Set(filter.networks);
  const partners = filter.partners && new Set(filter.partners.map((p) => dimensions.partnerId(p.network, p.partnerId)));
  const numbers = new Map<string, number>();
  const of = Int32Array.from(dimensions.partners, ({ network }, partner) => {
    if (networks?.has(network) === false || partners?.has(partner) === false) return -1;
    if (!byNetwork) return 0;
    if (!numbers.has(network)) numbers.set(network, numbers.size);
    return numbers.get(network) as number;
  });
  return { of, count: Math.max(1, numbers.size) };
}

/** By index of a day: the index if grouped by day, else 0; -1 if it lies outside the period. */
function dayClasses(days: Int32Array, { groupBy, period }: GroupQuery): Int32Array {
  const from = period ? dayToNumber(period.from) : -Infinity;
  const to = period ? dayToNumber(period.to) : Infinity;
  const byDay = groupBy.includes('day');
  return days.map((day, i) => (day < from || day >= to ? -1 : byDay ? i : 0));
}

/** By context: a number for what it is grouped by, -1 if it is not wanted. */
function contextClasses(
  { groupBy, filter }: GroupQuery,
  contexts: readonly Context[],
): { of: Int32Array; count: number } {
  const statuses = filter.statuses && new Set(filter.statuses);
  const programs = filter.programs && new Set(filter.programs);
  const currencies = filter.currencies && new Set(filter.currencies);
  const numbers = new Map<string, number>();
  const of = Int32Array.from(contexts, ({ program, currency, status }) => {
    if (statuses?.has(STATUSES[status] ?? 'unknown') === false) return -1;
    if (programs?.has(program) === false || currencies?.has(currency) === false) return -1;
    const name = [
      groupBy.includes('program') ? program : '',
      groupBy.includes('currency') ? currency : '',
      groupBy.includes('status') ? status : '',
    ].join('\0');
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name) as number;
  });
  return { of, count: Math.max(1, numbers.size) };
}

/** The order of groups by the query's sort, then by its group keys ascending. */
export function orderOfGroups(groups: Groups, query: GroupQuery, dimensions: Dimensions): Steps<Int32Array> {
  const sorted = new Set<GroupKey | Measure>(query.sort.map(({ by }) => by));
  const rest = query.groupBy.filter((key) => !sorted.has(key));
  const keys: SortKey[] = [
    ...query.sort.map(({ by, direction }) => ({
      values: sortValues(groups, by, dimensions),
      descending: direction === 'desc',
    })),
    ...rest.map((key) => ({ values: sortValues(groups, key, dimensions), descending: false })),
  ];
  return sortedOrder(groups.length, keys);
}

function sortValues(groups: Groups, by: GroupKey | Measure, dimensions: Dimensions): Float64Array {
  const { length } = groups;
  const each = (of: Int32Array, values: ArrayLike<number>) => {
    const result = new Float64Array(length);
    for (let g = 0; g < length; g++) result[g] = values[of[g] as number] as number;
    return result;
  };
  const ofContext = (value: (context: Context) => string) =>
    each(groups.context, ranks(dimensions.contexts.map(value)));
  switch (by) {
    case 'partner':
      return each(groups.partner, dimensions.partnerRanks());
    case 'network':
      return each(groups.partner, ranks(dimensions.partners.map(({ network }) => network)));
    case 'program':
      return ofContext(({ program }) => program);
    case 'currency':
      return ofContext(({ currency }) => currency);
    case 'status':
      return each(
        groups.context,
        dimensions.contexts.map(({ status }) => status),
      );
    case 'day':
      return new Float64Array(groups.day.subarray(0, length));
    default: {
      const sums = groups.measures[by];
      if (!sums) throw new RangeError(`Sorting by ${by} needs it among the measures.`);
      if (!sums.spilled) return sums.low.subarray(0, length);
      return ranks(Array.from({ length }, (_, g) => sums.value(g)));
    }
  }
}

/** Each value's place among the distinct ones, ascending. */
export function ranks<T extends string | bigint>(values: readonly T[]): Float64Array {
  const distinct = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const places = new Map(distinct.map((value, i) => [value, i]));
  return Float64Array.from(values, (value) => places.get(value) as number);
}

/** A group as an object. `names`: by partner number. */
export function groupAt(
  groups: Groups,
  g: number,
  { groupBy, measures }: GroupQuery,
  dimensions: Dimensions,
  names: readonly string[],
): Group {
  const partner = groups.partner[g] as number;
  const { network = '', partnerId = '' } = dimensions.partners[partner] ?? {};
  const { program = '', currency = '', status = 0 } = dimensions.contexts[groups.context[g] as number] ?? {};
  const day = groups.day[g] as number;
  const by = (key: GroupKey) => groupBy.includes(key);
  return {
    ...(by('network') && { network }),
    ...(by('program') && { program }),
    ...(by('partner') && { partner: { network, partnerId, name: names[partner] ?? '' } }),
    ...(by('day') && { day: day === NO_DAY ? '' : dayFromNumber(day) }),
    ...(by('status') && { status: STATUSES[status] ?? 'unknown' }),
    ...(by('currency') && { currency }),
    measures: Object.fromEntries(measures.map((measure) => [measure, groups.measures[measure]?.value(g) ?? 0n])),
  };
}
