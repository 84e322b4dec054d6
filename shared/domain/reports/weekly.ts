import type { Day, Period } from '../../lib/day.ts';
import type { Group } from '../ledger/query.ts';
import { clicksOf, sumOf, type Directory } from '../metrics/by-affiliate.ts';
import { byPreference } from '../metrics/currencies.ts';
import { addSums, CONVERSION_STATUSES, figures, type Figures } from '../metrics/figures.ts';
import { daysOf } from '../metrics/period.ts';
import type { Task } from '../tasks/task.ts';
import type { ReportWeeks } from './week.ts';

/** What the report is made of. Groups count every live row of their period by event date. */
export interface WeeklySource {
  readonly weeks: ReportWeeks;
  readonly zone: string;
  /** Epoch ms. */
  readonly writtenAt: number;
  /** By partner, status and currency. */
  readonly now: readonly Group[];
  readonly before: readonly Group[];
  /** Conversions by day and currency, of both weeks. */
  readonly days: readonly Group[];
  /** Conversions by partner: everything before the week; the quiet week (also by currency); all after the quiet week. */
  readonly earlier: readonly Group[];
  readonly quiet: readonly Group[];
  readonly since: readonly Group[];
  /** Clicks by partner, of the week and of the one before; none where no source tells. */
  readonly clicks: readonly Group[];
  readonly clicksBefore: readonly Group[];
  readonly directory: Directory;
  readonly tasks: readonly Task[];
  /** Name of the segment that everything but `earlier` is restricted to; '' : everybody. */
  readonly segment: string;
}

/** One affiliate in one currency, both weeks. */
export interface AffiliateWeek {
  readonly name: string;
  readonly now: Figures;
  readonly before: Figures;
  /** Revenue now less revenue before, micros. */
  readonly difference: bigint;
}

export interface DayRevenue {
  readonly day: Day;
  readonly revenue: bigint;
  /** Of the same weekday a week earlier. */
  readonly before: bigint;
}

export interface CurrencyWeek {
  /** '' where the rows name none. */
  readonly currency: string;
  readonly now: Figures;
  readonly before: Figures;
  readonly days: readonly DayRevenue[];
  /** Everyone with a row in either week, the most revenue first. */
  readonly affiliates: readonly AffiliateWeek[];
}

/** Someone who came or went, with what they brought in each currency. */
export interface Arrival {
  readonly name: string;
  readonly revenue: readonly { readonly currency: string; readonly micros: bigint; readonly conversions: bigint }[];
}

export interface OpenTask {
  readonly title: string;
  readonly affiliate: string;
  readonly due: Task['due'];
}

export interface WeeklyReport {
  /** Name of the segment it is restricted to; '' : everybody. */
  readonly segment: string;
  readonly weeks: ReportWeeks;
  readonly zone: string;
  readonly writtenAt: number;
  readonly currencies: readonly CurrencyWeek[];
  /** First conversion ever in this week; null: nothing is known of the time before, so nobody can be told from the others. */
  readonly arrived: readonly Arrival[] | null;
  /** Last conversion in the fourth week before: four whole weeks without one end with this week. */
  readonly left: readonly Arrival[];
  /** The next due first, those without a day last. */
  readonly tasks: readonly OpenTask[];
}

interface Person {
  readonly key: string;
  readonly name: string;
}

/**
 * The report as data: no words, no rounding. One currency at a time; currencies are never added.
 * @param preferred currencies (ISO 4217) that come first, in that order; the others follow by revenue.
 */
export function weeklyReport(source: WeeklySource, preferred: readonly string[] = []): WeeklyReport {
  const { weeks, zone, writtenAt, directory } = source;
  const who = (group: Group): Person => personOf(group, directory);
  const now = Map.groupBy(source.now, currencyOf);
  const before = Map.groupBy(source.before, currencyOf);
  const currencies = [...new Set([...now.keys(), ...before.keys()])]
    .map((currency) => currencyWeek(currency, now.get(currency) ?? [], before.get(currency) ?? [], source, who))
    .sort((a, b) => compare(b.now.revenue, a.now.revenue) || (a.currency < b.currency ? -1 : 1));

  const earlier = new Set(source.earlier.filter(hasConversions).map((group) => who(group).key));
  const since = new Set(source.since.filter(hasConversions).map((group) => who(group).key));
  const converted = source.now.filter((group) => CONVERSION_STATUSES.includes(group.status ?? 'unknown'));
  return {
    segment: source.segment,
    weeks,
    zone,
    writtenAt,
    currencies: byPreference(currencies, preferred, ({ currency }) => currency),
    arrived: earlier.size === 0 ? null : arrivals(converted, who, (key) => !earlier.has(key)),
    left: arrivals(source.quiet, who, (key) => !since.has(key)),
    tasks: openTasks(source.tasks, directory),
  };
}

function currencyWeek(
  currency: string,
  now: readonly Group[],
  before: readonly Group[],
  { weeks, days, clicks, clicksBefore }: WeeklySource,
  who: (group: Group) => Person,
): CurrencyWeek {
  const nowBy = Map.groupBy(now, (group) => who(group).key);
  const beforeBy = Map.groupBy(before, (group) => who(group).key);
  const clicksBy = Map.groupBy(clicks, (group) => who(group).key);
  const clicksBeforeBy = Map.groupBy(clicksBefore, (group) => who(group).key);
  const names = new Map([...before, ...now].map((group) => [who(group).key, who(group).name]));
  const affiliates = [...names].map(([key, name]) => {
    const a = weekFigures(nowBy.get(key) ?? [], clicksBy.get(key) ?? []);
    const b = weekFigures(beforeBy.get(key) ?? [], clicksBeforeBy.get(key) ?? []);
    return { name, now: a, before: b, difference: a.revenue - b.revenue };
  });
  return {
    currency,
    now: weekFigures(now, clicks),
    before: weekFigures(before, clicksBefore),
    days: dayRevenue(
      weeks,
      days.filter((group) => currencyOf(group) === currency),
    ),
    affiliates: affiliates.sort(
      (a, b) =>
        compare(b.now.revenue, a.now.revenue) ||
        compare(b.now.conversions, a.now.conversions) ||
        byText(a.name, b.name),
    ),
  };
}

const weekFigures = (groups: readonly Group[], clicks: readonly Group[]): Figures =>
  figures(addSums(groups.map(sumOf)), clicksOf(clicks));

function dayRevenue({ week, before }: ReportWeeks, groups: readonly Group[]): readonly DayRevenue[] {
  const sale = (day: Day | undefined): bigint =>
    groups.reduce((sum, group) => (group.day === day ? sum + (group.measures.sale ?? 0n) : sum), 0n);
  const earlier = daysOf(before);
  return daysOf(week).map((day, index) => ({ day, revenue: sale(day), before: sale(earlier[index]) }));
}

/** Movers of one direction, the largest difference first. */
export function movers({ affiliates }: CurrencyWeek, direction: 'up' | 'down', most: number): readonly AffiliateWeek[] {
  const sign = direction === 'up' ? 1n : -1n;
  return affiliates
    .filter((affiliate) => affiliate.difference * sign > 0n)
    .sort((a, b) => compare(b.difference * sign, a.difference * sign) || byText(a.name, b.name))
    .slice(0, most);
}

/** Who had the most reversed in this week, by sale amount. */
export const mostReversed = ({ affiliates }: CurrencyWeek, most: number): readonly AffiliateWeek[] =>
  affiliates
    .filter((affiliate) => affiliate.now.reversed > 0n)
    .sort((a, b) => compare(b.now.reversedSale, a.now.reversedSale) || compare(b.now.reversed, a.now.reversed))
    .slice(0, most);

/** Its day is over on the day `today`. */
export const isOverdue = ({ due }: OpenTask, today: Day): boolean => due !== null && due.day < today;

/** Affiliate by link; a partner nobody is linked to stands for itself, by the name its network has for it. */
function personOf({ partner }: Group, directory: Directory): Person {
  if (!partner || partner.partnerId === '') return { key: '', name: '' };
  const affiliate = directory.ofPartner(partner);
  if (affiliate) return { key: `affiliate ${affiliate.id}`, name: affiliate.name };
  const { network, partnerId, name } = partner;
  return { key: `partner ${network}\u0000${partnerId}`, name: name === '' ? partnerId : name };
}

function arrivals(
  groups: readonly Group[],
  who: (group: Group) => Person,
  counts: (key: string) => boolean,
): readonly Arrival[] {
  const by = Map.groupBy(groups.filter(hasConversions), (group) => who(group).key);
  return [...by]
    .filter(([key]) => key !== '' && counts(key))
    .map(([, same]) => ({
      name: who(same[0] as Group).name,
      revenue: [...Map.groupBy(same, currencyOf)].map(([currency, each]) => ({
        currency,
        micros: each.reduce((sum, group) => sum + (group.measures.sale ?? 0n), 0n),
        conversions: each.reduce((sum, group) => sum + (group.measures.transactions ?? 0n), 0n),
      })),
    }))
    .sort((a, b) => byText(a.name, b.name));
}

/** Days and partners with nothing but corrections have no conversion. */
const hasConversions = ({ measures }: Group): boolean => (measures.transactions ?? 0n) > 0n;

function openTasks(tasks: readonly Task[], directory: Directory): readonly OpenTask[] {
  const when = ({ due }: Task): string => (due === null ? '~' : `${due.day} ${due.time ?? '~'}`);
  return tasks
    .filter((task) => task.doneAt === null)
    .sort((a, b) => byCode(when(a), when(b)) || byText(a.title, b.title))
    .map(({ title, due, affiliateId }) => ({
      title,
      due,
      affiliate: affiliateId === null ? '' : (directory.byId(affiliateId)?.name ?? ''),
    }));
}

const currencyOf = (group: Group): string => group.currency ?? '';
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byText = (a: string, b: string): number => a.localeCompare(b);

/** The days of both weeks together: what `WeeklySource.days` is asked for. */
export const bothWeeks = ({ week, before }: ReportWeeks): Period => ({ from: before.from, to: week.to });
