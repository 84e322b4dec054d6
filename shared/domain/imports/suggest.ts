import { distance } from 'fastest-levenshtein';
import { MONEY_FIELDS, TIME_FIELDS } from '../ledger/fields.ts';
import { NOT_AN_AMOUNT, parseAmount } from './amount.ts';
import { cleanText } from './empty.ts';
import { FIELDS_OF, REQUIRED, synonymsOf, type AnyField, type Synonyms } from './field-names.ts';
import type { Sample, Suggestion } from './look.ts';
import { columnKey } from './profiles/profile.ts';
import type { Structure } from './structure.ts';
import type { MappedColumn, Recognition, RecordKind } from './types.ts';
import { createTimeParser, NOT_A_TIME } from './when.ts';

/** From this confidence on a suggestion is taken into the proposal. */
export const TAKEN = 0.5;

/**
 * Best guesses for the columns of a table that no column of the recognition's mapping has yet: by the names that exports use for a
 * field, by likeness to them, and by what the cells look like. One field for a column, one column for a field.
 */
export function suggest(recognition: Recognition, sample: Sample): Suggestion[] {
  const { header, kind, mapping } = recognition;
  const taken = new Set(mapping.map(({ field }) => field));
  const mapped = new Set(mapping.map(({ index }) => index));
  return guesses(
    header,
    sample,
    kind,
    (index) => !mapped.has(index),
    (field) => !taken.has(field),
  );
}

function guesses(
  header: readonly string[],
  sample: Sample,
  kind: RecordKind,
  column: (index: number) => boolean,
  field: (field: AnyField) => boolean,
): Suggestion[] {
  const fields = FIELDS_OF[kind].filter(field);
  const all = header.flatMap((name, index) => {
    if (!column(index)) return [];
    const cells = sample.cells
      .map((row) => cleanText((row[index] ?? '').slice(0, TELLING_CHARS)))
      .filter((cell) => cell !== '');
    const looks = looksOf(cells);
    return fields.map((field) => ({ index, field, confidence: confidence(name, field, kind, looks) }));
  });
  const found: Suggestion[] = [];
  const columns = new Set<number>();
  const used = new Set<AnyField>();
  for (const guess of all.filter(({ confidence }) => confidence >= 0.3).sort((a, b) => b.confidence - a.confidence)) {
    if (columns.has(guess.index) || used.has(guess.field)) continue;
    columns.add(guess.index);
    used.add(guess.field);
    found.push(guess);
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Longer cells are texts: their beginning tells that. */
const TELLING_CHARS = 500;

/** Shares of the filled cells of a column that look like something, from 0 to 1; 1 throughout for a column without any. */
interface Looks {
  readonly time: number;
  readonly amount: number;
  readonly email: number;
  readonly currency: number;
  readonly site: number;
  /** Amounts with one or two decimals: no ids. */
  readonly decimal: number;
  readonly empty: boolean;
}

const readDay = createTimeParser('UTC', 'dmy');
const readMonth = createTimeParser('UTC', 'mdy');

function looksOf(cells: readonly string[]): Looks {
  const share = (test: (cell: string) => boolean): number =>
    cells.length === 0 ? 1 : cells.filter((cell) => test(cell)).length / cells.length;
  const isAmount = (cell: string): boolean =>
    parseAmount(cell, '.') !== NOT_AN_AMOUNT || parseAmount(cell, ',') !== NOT_AN_AMOUNT;
  return {
    time: share((cell) => readDay(cell) !== NOT_A_TIME || readMonth(cell) !== NOT_A_TIME),
    amount: share(isAmount),
    email: share((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)),
    currency: share((cell) => /^[A-Z]{3}$/.test(cell)),
    site: share((cell) => /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(cell) && !/^[\d.,-]+$/.test(cell)),
    decimal: share((cell) => /^-?\D{0,3}[\d.,' ]*\d[.,]\d{1,2}\D{0,4}$/.test(cell)),
    empty: cells.length === 0,
  };
}

function confidence(name: string, field: AnyField, kind: RecordKind, looks: Looks): number {
  const byName = nameLikeness(columnKey(name), synonymsOf(kind).get(field) ?? new Map<string, number>());
  const fits = fit(field, looks);
  const byCells = looks.empty ? 0 : cellsAlone(field, looks);
  return Math.round(Math.max(byName * fits, byCells) * 100) / 100;
}

/** How well the cells go with a field: 1 if nothing speaks against it. */
function fit(field: AnyField, { time, amount, email, currency, site, decimal, empty }: Looks): number {
  if (field === 'orderId' || field === 'transactionId' || field === 'partnerId')
    return !empty && decimal >= 0.8 ? 0.3 : 1;
  if ((TIME_FIELDS as readonly string[]).includes(field) || field === 'joined') return time >= 0.7 ? 1 : 0.2;
  if ((MONEY_FIELDS as readonly string[]).includes(field) || field === 'quantity') return amount >= 0.7 ? 1 : 0.2;
  if (field === 'currency' || field === 'originalCurrency') return currency >= 0.7 ? 1 : 0.3;
  if (field === 'email' || field === 'partnerEmail' || field === 'paymentEmail') return email >= 0.5 ? 1 : 0.2;
  if (field === 'website' || field === 'partnerSite') return site >= 0.5 ? 1 : 0.3;
  return 1;
}

/** What cells tell without a name that says it: few things can be told from them alone. */
function cellsAlone(field: AnyField, { time, amount, email, currency, site, decimal }: Looks): number {
  // Below what is taken: shown as something that it may be.
  if (field === 'eventTime') return time >= 0.9 && amount < 0.5 ? 0.4 : 0;
  if (field === 'sale') return decimal >= 0.8 ? 0.35 : 0;
  if (field === 'currency') return currency === 1 ? 0.6 : 0;
  if (field === 'email') return email >= 0.9 ? 0.7 : 0;
  if (field === 'partnerEmail') return email >= 0.9 ? 0.45 : 0;
  if (field === 'website') return site >= 0.9 && email < 0.5 ? 0.4 : 0;
  return 0;
}

function nameLikeness(name: string, known: Synonyms): number {
  if (name === '') return 0;
  const same = known.get(name);
  if (same !== undefined) return same;
  let best = 0;
  for (const key of known.keys()) {
    if (key.length < 4 || name.length < 4) continue;
    const contains = name.includes(key) || key.includes(name);
    const shorter = Math.min(key.length, name.length) / Math.max(key.length, name.length);
    const near = 1 - distance(name, key) / Math.max(name.length, key.length);
    best = Math.max(best, contains ? 0.45 + 0.35 * shorter : 0, near >= 0.75 ? near * 0.8 : 0);
  }
  return best;
}

/** What a table of that kind needs at least, to tell which kind a table is. */
const TELLING: Readonly<Record<RecordKind, readonly AnyField[]>> = {
  transactions: ['transactionId', 'partnerId', 'eventTime', 'sale', 'commission', 'status'],
  clicks: ['transactionId', 'partnerId', 'eventTime', 'quantity'],
  orders: ['transactionId', 'eventTime', 'sale', 'couponCode'],
  people: ['name', 'firstName', 'lastName', 'email', 'phone', 'company', 'website'],
};

/** The proposal for a table that no profile knows: the kind whose telling fields are best found, and its sure suggestions. */
export function suggestedRecognition({ header, dialect, sample }: Structure): Recognition {
  const everything = () => true;
  const kinds = (['transactions', 'people', 'orders', 'clicks'] as const).map((kind) => {
    const found = guesses(header, sample, kind, everything, everything).filter(({ confidence }) => confidence >= TAKEN);
    const telling = TELLING[kind];
    const hits = found
      .filter(({ field }) => telling.includes(field))
      .reduce((sum, { confidence }) => sum + confidence, 0);
    const money = found.some(({ field }) => field === 'sale' || field === 'commission');
    const weight = kind === 'people' && money ? 0.5 : kind === 'transactions' && !money ? 0.5 : 1;
    return { kind, found, score: (hits / telling.length) * weight };
  });
  const best = kinds.reduce((a, b) => (b.score > a.score + 0.05 ? b : a));
  const mapping = best.found.map(({ index, field }): MappedColumn => ({
    column: header[index] ?? '',
    index,
    field,
    ...((TIME_FIELDS as readonly string[]).includes(field) && { layout: 'ask' as const }),
    ...(REQUIRED.has(field) && { required: true as const }),
  }));
  return {
    profileId: '',
    profileName: '',
    network: '',
    side: 'brand',
    kind: best.kind,
    dialect,
    header,
    mapping,
    extras: header.map((_, index) => index).filter((index) => !mapping.some((column) => column.index === index)),
    statuses: {},
    flags: [],
    otherwise: 'unknown',
    disputed: [],
    identity: mapping.some(({ field }) => field === 'transactionId')
      ? { by: 'id', columns: [], again: 'version' }
      : { by: 'columns', columns: mapping.map(({ index }) => index), again: 'occurrence' },
    negatives: 'as-they-are',
    questions: [],
    defaultCurrency: '',
    defaultZone: 'UTC',
    guarded: false,
    foreignSale: -1,
  };
}
