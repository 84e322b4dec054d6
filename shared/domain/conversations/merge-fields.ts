import { addDays, parseDay, type Day } from '../../lib/day.ts';
import { NOTHING, type Format } from '../../lib/format.ts';
import type { Affiliate, Contact } from '../affiliates/affiliate.ts';
import { customWords, type CustomField } from '../affiliates/custom-field.ts';
import { tierOf, type TierBounds } from '../affiliates/tiers.ts';
import { TIER_WORDS } from '../affiliates/words.ts';
import type { PartnerKey } from '../ledger/query.ts';
import type { CurrencyFigures } from '../metrics/by-affiliate.ts';
import type { Figures } from '../metrics/figures.ts';
import { periodOf } from '../metrics/period.ts';
import type { Stage } from '../pipeline/stage.ts';
import { fieldKey, type FieldNames } from './merge.ts';

/** A field as the menu offers it. */
export interface MergeField {
  readonly name: string;
  readonly group: 'Who' | 'Program' | 'Last month' | 'Own fields' | 'Us';
}

const BUILT_IN = [
  ['first name', 'Who'],
  ['contact', 'Who'],
  ['name', 'Who'],
  ['e-mail', 'Who'],
  ['company', 'Who'],
  ['site', 'Who'],
  ['country', 'Who'],
  ['tier', 'Who'],
  ['code', 'Program'],
  ['codes', 'Program'],
  ['link', 'Program'],
  ['network', 'Program'],
  ['partner id', 'Program'],
  ['stage', 'Program'],
  ['joined', 'Program'],
  ['contract end', 'Program'],
  ['last contact', 'Program'],
  ['last month', 'Last month'],
  ['revenue', 'Last month'],
  ['commission', 'Last month'],
  ['conversions', 'Last month'],
  ['clicks', 'Last month'],
  ['AOV', 'Last month'],
  ['EPC', 'Last month'],
  ['my name', 'Us'],
  ['brand', 'Us'],
  ['today', 'Us'],
] as const satisfies readonly (readonly [string, MergeField['group']])[];

type BuiltIn = (typeof BUILT_IN)[number][0];

/** All fields there are: the program's, and those of the user's own that are not called like one of them. */
export function mergeFields(customFields: readonly Pick<CustomField, 'name'>[]): readonly MergeField[] {
  const builtIn = BUILT_IN.map(([name, group]): MergeField => ({ name, group }));
  const taken = new Set(builtIn.map(({ name }) => fieldKey(name)));
  const own = customFields.flatMap(({ name }): readonly MergeField[] => {
    const key = fieldKey(name);
    // Braces cannot be part of a field's name.
    if (key === '' || taken.has(key) || /[{}\n]/.test(name)) return [];
    taken.add(key);
    return [{ name, group: 'Own fields' }];
  });
  const us = builtIn.findIndex(({ group }) => group === 'Us');
  return [...builtIn.slice(0, us), ...own, ...builtIn.slice(us)];
}

/** Fields that have something to say of everybody who is written to. */
const ALWAYS_SAID: readonly string[] = ['name', 'e-mail', 'last month', 'today'] satisfies readonly BuiltIn[];
/** Fields that say who writes: what is missing in them is said once, for all. */
export const OURS: readonly string[] = ['my name', 'brand'] satisfies readonly BuiltIn[];

/** Whether something else may stand for a field where it is missing. */
export const takesFallback = (name: string): boolean => !ALWAYS_SAID.includes(name) && !OURS.includes(name);

export const fieldNames = (fields: readonly MergeField[]): FieldNames =>
  new Map(fields.map(({ name }) => [fieldKey(name), name]));

/** What is the same for everyone a message goes to. */
export interface Writing {
  readonly format: Format;
  readonly today: Day;
  readonly customFields: readonly CustomField[];
  readonly stages: readonly Stage[];
  readonly tierBounds: TierBounds;
  readonly sender: { readonly name: string; readonly brand: string };
}

/** One of those it goes to. */
export interface Addressee {
  readonly affiliate: Affiliate;
  readonly contact: Pick<Contact, 'name' | 'email'> | null;
  readonly accounts: readonly PartnerKey[];
  /** Made by the user's link pattern; '' without one. */
  readonly link: string;
  /** Of last month, by currency; none where nothing was imported for them. */
  readonly figures: readonly CurrencyFigures[];
}

/** What every field says to one person, by its key; '' where there is nothing to say. */
export function mergeValues(to: Addressee, writing: Writing): ReadonlyMap<string, string> {
  const { affiliate } = to;
  const { format, today, customFields } = writing;
  const own = customFields.map(({ name, ...field }): [string, string] => {
    const value = affiliate.custom[field.id] ?? '';
    const day = field.kind === 'date' && typeof value === 'string' ? parseDay(value) : null;
    const words = day === null ? customWords(field, affiliate, format, today) : dayWords(day, format);
    return [fieldKey(name), words === NOTHING ? '' : words];
  });
  const builtIn = Object.entries(builtInValues(to, writing)).map(([name, value]): [string, string] => [
    fieldKey(name),
    value === NOTHING ? '' : value.trim(),
  ]);
  // Of two fields of one name the first counts, and the program's own before any.
  return new Map([...own.toReversed(), ...builtIn]);
}

function builtInValues(to: Addressee, writing: Writing): Readonly<Record<BuiltIn, string>> {
  const { affiliate, contact, accounts, link, figures } = to;
  const { format, stages, tierBounds, sender } = writing;
  const { list, lastMonth, todayWords } = sameForAll(writing);
  const day = (value: Day | ''): string => (value === '' ? '' : dayWords(value, format));
  const tier = tierOf(affiliate, tierBounds);
  const money = (of: (figures: Figures) => bigint | null): string =>
    list(
      figures.flatMap(({ currency, figures: each }) => {
        const micros = of(each);
        return micros === null ? [] : [format.money(micros, currency)];
      }),
    );
  const first = figures[0]?.figures;
  return {
    'first name': firstName(contact?.name ?? ''),
    contact: contact?.name ?? '',
    name: affiliate.name,
    'e-mail': contact?.email ?? '',
    company: affiliate.company,
    site: affiliate.sites[0] ?? '',
    country: affiliate.country,
    tier: tier === '' ? '' : TIER_WORDS[tier],
    code: affiliate.couponCodes[0] ?? '',
    codes: list(affiliate.couponCodes),
    link,
    network: list([...new Set(accounts.map(({ network }) => network))]),
    'partner id': list([...new Set(accounts.map(({ partnerId }) => partnerId))]),
    stage: stages.find(({ id }) => id === affiliate.standing?.stageId)?.name ?? '',
    joined: day(affiliate.joined),
    'contract end': day(affiliate.contractEnd),
    'last contact': day(affiliate.lastContact),
    'last month': lastMonth,
    revenue: money(({ revenue }) => revenue),
    commission: money(({ commission }) => commission),
    conversions: first ? format.count(figures.reduce((sum, each) => sum + each.figures.conversions, 0n)) : '',
    // Those of an affiliate, the same for each currency.
    clicks: first && first.clicks !== null ? format.count(first.clicks) : '',
    AOV: money(({ aov }) => aov),
    EPC: money(({ epc }) => epc),
    'my name': sender.name,
    brand: sender.brand,
    today: todayWords,
  };
}

/** What is slow to make and the same for thousands of recipients. */
interface SameForAll {
  readonly list: (values: readonly string[]) => string;
  readonly lastMonth: string;
  readonly todayWords: string;
}

const made = new WeakMap<Writing, SameForAll>();

function sameForAll(writing: Writing): SameForAll {
  const known = made.get(writing);
  if (known) return known;
  const { format, today } = writing;
  const lists = new Intl.ListFormat(format.locale);
  const same: SameForAll = {
    list: (values) => (values.length < 2 ? (values[0] ?? '') : lists.format(values)),
    lastMonth: lastMonthWords(today, format.locale),
    todayWords: dayWords(today, format),
  };
  made.set(writing, same);
  return same;
}

/** A day as a letter says it, always with its year: "Nov 24, 2026". */
const dayWords = (day: Day, format: Format): string => format.period({ from: day, to: addDays(day, 1) });

/** The month whose figures are meant: "October 2026". */
function lastMonthWords(today: Day, locale: string): string {
  const month = periodOf({ kind: 'last-month' }, today);
  return month
    ? new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month.from}T00:00:00Z`),
      )
    : '';
}

const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|hr|fr|m|mme|mlle|sr|sra|dhr|mevr)\.?$/i;

/** What to call somebody: "Jane" of "Dr. Jane Smith" and of "Smith, Jane". A title alone is no name. */
export function firstName(name: string): string {
  const [last = '', given] = name.split(',').map((part) => part.trim());
  const words = (given ?? last).split(/\s+/).filter((word) => word !== '' && !TITLES.test(word));
  return words[0] ?? '';
}
