import { MAX_ROWS, readNumbers, rowOf, slotOf } from './columns.ts';
import type { DayReader } from './day-column.ts';
import type { Dimensions } from './dimensions.ts';
import { addTables, RowCollector, type GroupTable } from './group-table.ts';
import type { DateBasis } from './query.ts';
import type { RefList } from './ref-list.ts';
import { Selection, type Wanted } from './selection.ts';
import type { Steps } from './steps.ts';
import type { LiveChanges, LoadedRows, Store } from './store.ts';

/** What a roll-up covers: all live rows, by the day of their event. */
const EVERYTHING: Wanted = { period: null, basis: 'eventTime', filter: {} };

const scratch = {
  days: new Int32Array(MAX_ROWS),
  sale: new Float64Array(MAX_ROWS),
  commission: new Float64Array(MAX_ROWS),
  networkFee: new Float64Array(MAX_ROWS),
};

/** Sums rows up by partner, day and context. */
class Summing {
  readonly #days: DayReader;
  readonly #dimensions: Dimensions;
  readonly #basis: DateBasis;
  readonly #rows = new RowCollector();

  constructor(days: DayReader, dimensions: Dimensions, basis: DateBasis, expectedRows: number) {
    this.#days = days;
    this.#dimensions = dimensions;
    this.#basis = basis;
    this.#rows.reserve(expectedRows);
  }

  add(loaded: LoadedRows, rows: ArrayLike<number>, count: number, sign: 1 | -1): void {
    if (count === 0) return;
    const { numbers } = loaded.block;
    const { days, sale, commission, networkFee } = scratch;
    this.#days.read(numbers[this.#basis], loaded.rows, days);
    readNumbers(numbers.sale, loaded.rows, sale);
    readNumbers(numbers.commission, loaded.rows, commission);
    readNumbers(numbers.networkFee, loaded.rows, networkFee);
    const { partner, context } = this.#dimensions.of(loaded);
    for (let i = 0; i < count; i++) {
      const r = rows[i] as number;
      this.#rows.add(
        partner[r] as number,
        days[r] as number,
        context[r] as number,
        sign,
        sale[r] as number,
        commission[r] as number,
        networkFee[r] as number,
      );
    }
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
export function* scanTable(store: Store, dimensions: Dimensions, days: DayReader, wanted: Wanted): Steps<GroupTable> {
  const selection = new Selection(store, dimensions, days, wanted);
  const summing = new Summing(days, dimensions, wanted.basis, wanted === EVERYTHING ? store.live : 0);
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
  const table = yield* scanTable(store, dimensions, days, EVERYTHING);
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
  const summing = new Summing(days, dimensions, EVERYTHING.basis, on.length + off.length);
  summing.addRefs(store, on, 1);
  summing.addRefs(store, off, -1);
  return addTables([before, summing.table()], dimensions.contexts.length);
}
