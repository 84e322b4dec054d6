import { TIERS, MAIL_CONSENTS } from '../affiliates/affiliate.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import { KIND_WORDS } from '../affiliates/words.ts';
import type { Stage } from '../pipeline/stage.ts';
import type { Task } from '../tasks/task.ts';
import { dayToNumber, parseDay } from '../../lib/day.ts';
import { sortSeveral, textKeys, type SortKeys, type TableSort } from '../../lib/table-sort.ts';
import type { AffiliateRow } from './affiliate-list.ts';

/** How the column of a field of hers is called. */
export const customColumn = ({ id }: Pick<CustomField, 'id'>): string => `custom ${id}`;

/** Figures that are amounts, and held only against those of the same currency. */
const AMOUNTS = ['revenue', 'commission', 'aov', 'epc'] as const;

export interface SortOptions {
  /** Currencies in the order in which she prefers them. */
  readonly preferred: readonly string[];
  readonly stages: readonly Stage[];
  readonly customFields: readonly CustomField[];
  readonly locale: string;
}

/** The rows by several columns: who has no value comes last in each, and who is the same in all stays as they stand. */
export function sortAffiliates(
  rows: readonly AffiliateRow[],
  sorts: readonly TableSort[],
  options: SortOptions,
): readonly AffiliateRow[] {
  return sortSeveral(
    rows,
    sorts.flatMap(({ by, direction }) => keysOf(rows, by, direction === 'desc', options)),
  );
}

function keysOf(
  rows: readonly AffiliateRow[],
  by: string,
  descending: boolean,
  options: SortOptions,
): readonly SortKeys[] {
  const amount = AMOUNTS.find((each) => each === by);
  if (amount) {
    const values = numbers(rows, ({ byCurrency }) => byCurrency[0]?.figures[amount]);
    return [
      { values: currencyPlaces(rows, values, options.preferred), descending: false },
      { values, descending },
    ];
  }
  return [{ values: valuesOf(rows, by, options), descending }];
}

function valuesOf(rows: readonly AffiliateRow[], by: string, options: SortOptions): Float64Array {
  const texts = (textOf: (row: AffiliateRow) => string): Float64Array => textKeys(rows.map(textOf), options.locale);
  const days = (dayOf: (row: AffiliateRow) => string | null | undefined): Float64Array =>
    numbers(rows, (row) => dayNumber(dayOf(row)));
  const places = (all: readonly unknown[], of: (row: AffiliateRow) => unknown): Float64Array =>
    numbers(rows, (row) => {
      const at = all.indexOf(of(row));
      return at < 0 ? null : at;
    });
  switch (by) {
    case 'name':
      return texts(({ affiliate }) => affiliate.name);
    case 'company':
    case 'paymentEmail':
    case 'country':
    case 'language':
    case 'foundThrough':
      return texts(({ affiliate }) => affiliate[by]);
    case 'kind':
      return texts(({ affiliate: { kind } }) => (kind === '' ? '' : KIND_WORDS[kind]));
    case 'tags':
      return texts(({ affiliate }) => affiliate.tags.join(', '));
    case 'codes':
      return texts(({ affiliate }) => affiliate.couponCodes.join(', '));
    case 'sites':
      return texts(({ affiliate }) => affiliate.sites[0] ?? '');
    case 'contact':
      return texts(({ affiliate }) => affiliate.contacts[0]?.name ?? '');
    case 'email':
      return texts(({ emails }) => emails[0] ?? '');
    case 'network':
      return texts(({ accounts }) => [...new Set(accounts.map(({ network }) => network))].join(', '));
    case 'accounts':
      return texts(({ accounts }) => accounts.map(({ network, partnerId }) => `${network} ${partnerId}`).join(', '));
    case 'next':
      return numbers(rows, ({ next }) => (next === null ? null : dueNumber(next.due)));
    case 'origin':
      return texts(({ affiliate }) => affiliate.privacy.origin);
    case 'tier':
      return places(TIERS, ({ tier }) => tier);
    case 'stage':
      return places(options.stages, ({ stage }) => stage);
    case 'mail':
      return places(MAIL_CONSENTS, ({ affiliate }) => affiliate.privacy.mail);
    // Whoever came earlier has been there longer.
    case 'stageTime':
      return numbers(rows, ({ stage, affiliate: { standing } }) => (stage && standing ? -standing.since : null));
    case 'audience':
      return numbers(rows, ({ audience }) => audience);
    case 'joined':
    case 'contractEnd':
    case 'lastContact':
      return days(({ affiliate }) => affiliate[by]);
    case 'last':
      return days(({ lastConversion }) => lastConversion);
    case 'conversions':
    case 'reversalRate':
      return numbers(rows, ({ byCurrency }) => byCurrency[0]?.figures[by]);
    case 'clicks':
      return numbers(rows, ({ clicks }) => clicks);
    default:
      return customValues(rows, by, options, texts);
  }
}

function customValues(
  rows: readonly AffiliateRow[],
  by: string,
  { customFields }: SortOptions,
  texts: (textOf: (row: AffiliateRow) => string) => Float64Array,
): Float64Array {
  const field = customFields.find((each) => customColumn(each) === by);
  if (!field) return numbers(rows, () => null);
  const valueOf = ({ affiliate }: AffiliateRow): string | number => affiliate.custom[field.id] ?? '';
  switch (field.kind) {
    case 'number':
      return numbers(rows, (row) => (valueOf(row) === '' ? null : Number(valueOf(row))));
    case 'date':
      return numbers(rows, (row) => dayNumber(String(valueOf(row))));
    default:
      return texts((row) => String(valueOf(row)));
  }
}

const numbers = (
  rows: readonly AffiliateRow[],
  of: (row: AffiliateRow) => number | bigint | null | undefined,
): Float64Array => Float64Array.from(rows, (row) => Number(of(row) ?? Number.NaN));

function dayNumber(text: string | null | undefined): number | null {
  const day = text ? parseDay(text) : null;
  return day === null ? null : dayToNumber(day);
}

/** Days and parts of one; a task for whenever comes behind every day. */
function dueNumber(due: Task['due']): number {
  if (due === null) return Number.MAX_SAFE_INTEGER;
  const [hours = 0, minutes = 0] = due.time?.split(':').map(Number) ?? [];
  return dayToNumber(due.day) + (hours * 60 + minutes) / 1440;
}

/** Preferred currencies first, then the one most affiliates have; no place for who has no value. */
function currencyPlaces(
  rows: readonly AffiliateRow[],
  values: Float64Array,
  preferred: readonly string[],
): Float64Array {
  const sizes = new Map<string, number>();
  const currencies = rows.map(({ byCurrency }, at) =>
    Number.isNaN(values[at] ?? Number.NaN) ? null : (byCurrency[0]?.currency ?? ''),
  );
  for (const currency of currencies) if (currency !== null) sizes.set(currency, (sizes.get(currency) ?? 0) + 1);
  const place = (currency: string): number => {
    const at = preferred.indexOf(currency);
    return at < 0 ? preferred.length : at;
  };
  const order = [...sizes.keys()].sort(
    (a, b) => place(a) - place(b) || (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const ranks = new Map(order.map((currency, rank) => [currency, rank]));
  return Float64Array.from(currencies, (currency) => (currency === null ? Number.NaN : (ranks.get(currency) ?? 0)));
}
