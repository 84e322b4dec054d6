import { numberAt, readNumbers, refOf, rowOf, transactionAt, type Ref } from './columns.ts';
import type { DayReader } from './day-column.ts';
import type { Dimensions } from './dimensions.ts';
import { TEXT_FIELDS, type Field, type NumberField, type TextField } from './fields.ts';
import type { ListedTransaction, ListQuery } from './query.ts';
import { sortedOrder, type SortKey } from './radix-sort.ts';
import { Selection } from './selection.ts';
import type { Steps } from './steps.ts';
import type { LoadedRows, Store } from './store.ts';
import { textRanks } from './text-ranks.ts';

/** The rows of one segment among the listed ones: they stand at `from` to `to`. */
interface Part {
  readonly loaded: LoadedRows;
  readonly from: number;
  readonly to: number;
}

/** The rows that a query wants, in its order. */
export function* listedRows(
  store: Store,
  dimensions: Dimensions,
  days: DayReader,
  query: Omit<ListQuery, 'window'>,
): Steps<Int32Array> {
  const selection = new Selection(store, dimensions, days, query);
  const refs = new Int32Array(store.live);
  const parts: Part[] = [];
  let total = 0;
  for (const loaded of store.rowsSegments()) {
    const { rows, count } = selection.rows(loaded);
    if (count > 0) parts.push({ loaded, from: total, to: total + count });
    for (let i = 0; i < count; i++) refs[total++] = refOf(loaded.slot, rows[i] as number);
    yield;
  }

  const rows = refs.subarray(0, total);
  const keys: SortKey[] = [];
  for (const { by, direction } of query.sort) {
    keys.push({ values: yield* sortValues(by, rows, parts, store), descending: direction === 'desc' });
    yield;
  }
  for (const values of arrivalKeys(rows, parts, store)) keys.push({ values, descending: false });
  const order = yield* sortedOrder(total, keys);
  return order.map((item) => rows[item] as number);
}

export function listedAt(store: Store, ref: Ref): ListedTransaction {
  const loaded = store.at(ref) as LoadedRows;
  const version = store.liveVersion(loaded, rowOf(ref));
  return {
    ref,
    importId: store.at(version).segment.importId,
    transaction: transactionAt(loaded.block, rowOf(ref), store.asOf(version), store.line(version)),
  };
}

const isText = (field: Field): field is TextField => (TEXT_FIELDS as readonly Field[]).includes(field);

function* sortValues(field: Field, refs: Int32Array, parts: readonly Part[], store: Store): Steps<Float64Array> {
  const values = new Float64Array(refs.length);
  if (isText(field)) {
    const ranks = yield* textRanks(parts.map(({ loaded }) => loaded.block.text[field]));
    for (const [p, { loaded, from, to }] of parts.entries()) {
      const { entry } = loaded.block.text[field];
      const places = ranks[p] as Float64Array;
      for (let i = from; i < to; i++) values[i] = places[entry[rowOf(refs[i] as number)] as number] as number;
    }
  } else if (field === 'asOf' || field === 'line') {
    for (const { loaded, from, to } of parts) {
      for (let i = from; i < to; i++) {
        const version = store.liveVersion(loaded, rowOf(refs[i] as number));
        values[i] = field === 'asOf' ? store.asOf(version) : store.line(version);
      }
    }
  } else for (const part of parts) numbersOf(field, refs, part, values);
  return values;
}

function numbersOf(field: NumberField, refs: Int32Array, { loaded, from, to }: Part, values: Float64Array): void {
  const all = readNumbers(loaded.block.numbers[field], loaded.rows, new Float64Array(loaded.rows));
  for (let i = from; i < to; i++) values[i] = all[rowOf(refs[i] as number)] as number;
}

/** Import and line of each row's newest version: the order in which rows came. */
function arrivalKeys(refs: Int32Array, parts: readonly Part[], store: Store): [Float64Array, Float64Array] {
  const sequence = new Float64Array(refs.length);
  const line = new Float64Array(refs.length);
  for (const { loaded, from, to } of parts) {
    for (let i = from; i < to; i++) {
      const version = store.liveVersion(loaded, rowOf(refs[i] as number));
      const { segment, line: lines } = store.at(version);
      sequence[i] = segment.sequence;
      line[i] = numberAt(lines, rowOf(version));
    }
  }
  return [sequence, line];
}
