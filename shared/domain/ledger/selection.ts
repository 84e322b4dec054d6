import type { Period } from '../../lib/day.ts';
import { dayToNumber } from '../../lib/day.ts';
import { entryText, MAX_ROWS, numberAt, slotOf, type TextView } from './columns.ts';
import type { DayReader } from './day-column.ts';
import type { Dimensions } from './dimensions.ts';
import { STATUSES, type TextField } from './fields.ts';
import { fold, markEntriesWith } from './fold.ts';
import type { DateBasis, LedgerFilter } from './query.ts';
import type { LoadedRows, Store } from './store.ts';

/** Fields in which a text is looked for. */
export const SEARCHED_FIELDS = [
  'transactionId',
  'orderId',
  'partnerId',
  'partnerName',
  'couponCode',
  'sub1',
  'sub2',
  'sub3',
  'sku',
] as const satisfies readonly TextField[];

/** Fields that say which order a row is about. */
export const ABOUT_FIELDS = ['transactionId', 'orderId', 'corrects'] as const satisfies readonly TextField[];

/** A condition takes rows out by clearing their mark. */
type Condition = (loaded: LoadedRows, keep: Uint8Array) => void;

export interface Wanted {
  readonly period: Period | null;
  readonly basis: DateBasis;
  readonly filter: LedgerFilter;
}

/** Finds the live rows of a segment that meet a query's conditions, column by column. */
export class Selection {
  readonly #conditions: Condition[] = [];
  readonly #keep = new Uint8Array(MAX_ROWS);
  readonly #rows = new Uint16Array(MAX_ROWS);

  constructor(store: Store, dimensions: Dimensions, days: DayReader, { period, basis, filter }: Wanted) {
    const { text, statuses, networks, programs, currencies, partners, importId, about } = filter;
    if (period) this.#conditions.push(inPeriod(days, basis, dayToNumber(period.from), dayToNumber(period.to)));
    if (statuses) {
      const wanted = STATUSES.map((status) => (statuses.includes(status) ? 1 : 0));
      this.#conditions.push(({ block }, keep) => {
        for (let r = 0; r < block.rows; r++) if (wanted[numberAt(block.numbers.status, r)] !== 1) keep[r] = 0;
      });
    }
    if (networks) this.#conditions.push(oneOf('network', networks));
    if (programs) this.#conditions.push(oneOf('program', programs));
    if (currencies) this.#conditions.push(oneOf('currency', currencies));
    if (partners) {
      const wanted = new Set(partners.map(({ network, partnerId }) => dimensions.partnerId(network, partnerId)));
      this.#conditions.push((loaded, keep) => {
        const { partner } = dimensions.of(loaded);
        for (let r = 0; r < loaded.rows; r++) if (keep[r] === 1 && !wanted.has(partner[r] as number)) keep[r] = 0;
      });
    }
    if (importId !== undefined) this.#conditions.push(fromImport(store, importId));
    if (about) this.#conditions.push(withOneOf(ABOUT_FIELDS, about));
    if (text !== undefined && text !== '') this.#conditions.push(withText(fold(text)));
  }

  /** The rows, ascending, as the beginning of an array that the next call overwrites. */
  rows(loaded: LoadedRows): { readonly rows: Uint16Array; readonly count: number } {
    const keep = this.#keep;
    const rows = this.#rows;
    keep.set(loaded.live);
    for (const condition of this.#conditions) condition(loaded, keep);
    let count = 0;
    for (let r = 0; r < loaded.rows; r++) if (keep[r] === 1) rows[count++] = r;
    return { rows, count };
  }
}

function inPeriod(reader: DayReader, basis: DateBasis, from: number, to: number): Condition {
  const days = new Int32Array(MAX_ROWS);
  return ({ block }, keep) => {
    reader.read(block.numbers[basis], block.rows, days);
    for (let r = 0; r < block.rows; r++) {
      const day = days[r] as number;
      if (day < from || day >= to) keep[r] = 0;
    }
  };
}

function oneOf(field: TextField, values: readonly string[]): Condition {
  const wanted = new Set(values);
  return ({ block }, keep) => {
    const view = block.text[field];
    const hits = new Uint8Array(view.entries);
    for (let entry = 0; entry < view.entries; entry++) if (wanted.has(entryText(view, entry))) hits[entry] = 1;
    for (let r = 0; r < block.rows; r++) if (hits[view.entry[r] as number] === 0) keep[r] = 0;
  };
}

function fromImport(store: Store, importId: string): Condition {
  const fits = store.slots.map((loaded) => loaded?.segment.importId === importId);
  return (loaded, keep) => {
    for (let r = 0; r < loaded.rows; r++) {
      if (keep[r] === 1 && fits[slotOf(store.liveVersion(loaded, r))] !== true) keep[r] = 0;
    }
  };
}

function withText(needle: string): Condition {
  return ({ block }, keep) => {
    const hits = new Uint8Array(block.rows);
    for (const field of SEARCHED_FIELDS) mark(block.text[field], needle, hits);
    for (let r = 0; r < block.rows; r++) if (hits[r] === 0) keep[r] = 0;
  };
}

/** Looked for in the text as a whole first: most segments have none of them, and reading every entry costs a hundred times more. */
function withOneOf(fields: readonly TextField[], values: readonly string[]): Condition {
  const wanted = new Set(values);
  const needles = values.filter((value) => value !== '').map(fold);
  return ({ block }, keep) => {
    const hits = new Uint8Array(block.rows);
    for (const field of fields) {
      const view = block.text[field];
      for (const needle of needles) {
        const entries = markEntriesWith(view, needle);
        entries?.forEach((found, entry) => {
          if (found === 1 && !wanted.has(entryText(view, entry))) entries[entry] = 0;
        });
        if (entries) markRows(view, entries, hits);
      }
    }
    for (let r = 0; r < block.rows; r++) if (hits[r] === 0) keep[r] = 0;
  };
}

function mark(view: TextView, needle: string, hits: Uint8Array): void {
  const entries = markEntriesWith(view, needle);
  if (entries) markRows(view, entries, hits);
}

function markRows(view: TextView, entries: Uint8Array, hits: Uint8Array): void {
  for (let r = 0; r < hits.length; r++) if (entries[view.entry[r] as number] === 1) hits[r] = 1;
}
