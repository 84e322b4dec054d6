import { MAX_ROWS, readNumbers, rowOf, slotOf, type Block } from './columns.ts';
import type { DayReader } from './day-column.ts';
import type { Dimensions } from './dimensions.ts';
import { addTables, RowCollector, type GroupTable } from './group-table.ts';
import { SUMMED, type DateBasis, type Measure, type Summed } from './query.ts';
import type { RefList } from './ref-list.ts';
import { Selection, type Wanted } from './selection.ts';
import type { Steps } from './steps.ts';
import type { LiveChanges, LoadedRows, Store } from './store.ts';

/** What a roll-up covers: all live rows, by the day of their event. */
const EVERYTHING: Wanted = { period: null, basis: 'eventTime', filter: {} };

/** What it sums up. */
export const ROLLED: readonly Summed[] = ['sale', 'commission', 'networkFee'];

/** Columns that the measures are made of. */
export function summedFor(measures: readonly Measure[]): readonly Summed[] {
  const wanted = new Set<Measure>(measures);
  if (wanted.has('correctedSale')) wanted.add('sale');
  if (wanted.has('correctedCommission')) wanted.add('commission');
  return SUMMED.filter((column) => wanted.has(column));
}

const days = new Int32Array(MAX_ROWS);
const amounts = SUMMED.map(() => new Float64Array(MAX_ROWS));

/** A column's values, into `out`. */
function readAmounts({ rows, numbers }: Block, column: Summed, out: Float64Array): Float64Array {
  readNumbers(numbers[column], rows, out);
  if (column !== 'quantity') return out;
  for (let row = 0; row < rows; row++) {
    const quantity = out[row] as number;
    out[row] = quantity === quantity ? Math.round(quantity) : 1;
  }
  return out;
}

/** Sums rows up by partner, day and context. */
class Summing {
  readonly #days: DayReader;
  readonly #dimensions: Dimensions;
  readonly #basis: DateBasis;
  readonly #columns: readonly Summed[];
  readonly #rows: RowCollector;

  constructor(
    days: DayReader,
    dimensions: Dimensions,
    basis: DateBasis,
    columns: readonly Summed[],
    expectedRows: number,
  ) {
    this.#days = days;
    this.#dimensions = dimensions;
    this.#basis = basis;
    this.#columns = columns;
    this.#rows = new RowCollector(columns);
    this.#rows.reserve(expectedRows);
  }

  add(loaded: LoadedRows, rows: ArrayLike<number>, count: number, sign: 1 | -1): void {
    if (count === 0) return;
    const { block } = loaded;
    this.#days.read(block.numbers[this.#basis], block.rows, days);
    const { partner, context } = this.#dimensions.of(loaded);
    this.#rows.add(
      {
        rows,
        count,
        partner,
        day: days,
        context,
        amounts: this.#columns.map((column, at) => readAmounts(block, column, amounts[at] as Float64Array)),
      },
      sign,
    );
  }

  addRefs(store: Store, list: RefList, sign: 1 | -1): void {
    const refs = list.refs().slice().sort();
    for (let from = 0; from < refs.length;) {
      const slot = slotOf(refs[from] as number);
      let to = from + 1;
      while (to < refs.length && slotOf(refs[to] as number) === slot) to++;
      this.add(store.slots[slot] as LoadedRows, refs.subarray(from, to).map(rowOf), to - from, sign);
      from = to;
    }
  }

  /** The rows, not added up yet. */
  table(): GroupTable {
    return this.#rows.table(this.#dimensions.partners.length);
  }
}

/** The live rows that a query wants, ordered by partner but not added up. */
export function* scanTable(
  store: Store,
  dimensions: Dimensions,
  days: DayReader,
  wanted: Wanted,
  columns: readonly Summed[],
): Steps<GroupTable> {
  const selection = new Selection(store, dimensions, days, wanted);
  const summing = new Summing(days, dimensions, wanted.basis, columns, wanted === EVERYTHING ? store.live : 0);
  for (const loaded of store.rowsSegments()) {
    const { rows, count } = selection.rows(loaded);
    summing.add(loaded, rows, count, 1);
    yield;
  }
  return summing.table();
}

/**
 * The roll-up of all live rows: one table, not one a segment. A segment's rows hardly share partner and day, so tables by
 * segment would be as large as the rows, and adding them up for every question would take longer than scanning these.
 */
export function* rollUp(store: Store, dimensions: Dimensions, days: DayReader): Steps<GroupTable> {
  const table = yield* scanTable(store, dimensions, days, EVERYTHING, ROLLED);
  yield;
  return addTables([table], dimensions.contexts.length);
}

/**
 * The roll-up after some rows have become live or ceased to be. Sums of integers can be taken away again exactly, so only
 * these rows are read.
 */
export function changedRollUp(
  before: GroupTable,
  { on, off }: LiveChanges,
  store: Store,
  dimensions: Dimensions,
  days: DayReader,
): GroupTable {
  if (on.length === 0 && off.length === 0) return before;
  const summing = new Summing(days, dimensions, EVERYTHING.basis, ROLLED, on.length + off.length);
  summing.addRefs(store, on, 1);
  summing.addRefs(store, off, -1);
  return addTables([before, summing.table()], dimensions.contexts.length);
}
