import { NO_DAY } from './day-column.ts';
import { Sums } from './sums.ts';

/**
 * Rows summed up by partner, day and context (program, currency, status): the roll-up. The entries of partner p stand at
 * `starts[p]` to `starts[p + 1]`, each day and context once, ordered by them.
 */
export interface GroupTable {
  readonly starts: Int32Array;
  /** The days met, ascending (NO_DAY first). */
  readonly days: Int32Array;
  /** By entry: index into `days`. */
  readonly day: Int32Array;
  readonly context: Int32Array;
  readonly count: Int32Array;
  readonly sale: Sums;
  readonly commission: Sums;
  readonly networkFee: Sums;
}

/** Combinations of day and context up to which entries are found through an array. */
export const SLOT_LIMIT = 1 << 22;

/** One table out of several: the entries added up, those of no rows left out. Tables need not have each day and context only once. */
export function addTables(tables: readonly GroupTable[], contexts: number): GroupTable {
  const partners = Math.max(...tables.map(({ starts }) => starts.length - 1));
  const most = tables.reduce((sum, { day }) => sum + day.length, 0);
  const days = distinctDays(tables);
  const dayMaps = tables.map((table) => positions(table.days, days));
  const out = {
    starts: new Int32Array(partners + 1),
    day: new Int32Array(most),
    context: new Int32Array(most),
    count: new Int32Array(most),
    sale: new Sums(most),
    commission: new Sums(most),
    networkFee: new Sums(most),
  };
  const slots = slotMap(days.length * contexts);
  const met = new Float64Array(most);
  let length = 0;
  // Slots hold numbers that only grow, so that those of earlier partners need not be cleared.
  let serial = 1;
  for (let partner = 0; partner < partners; partner++) {
    let count = 0;
    for (let t = 0; t < tables.length; t++) {
      const { starts, day, context } = tables[t] as GroupTable;
      const dayMap = dayMaps[t] as Int32Array;
      for (let i = starts[partner] ?? 0; i < (starts[partner + 1] ?? 0); i++) {
        const slot = (dayMap[day[i] as number] as number) * contexts + (context[i] as number);
        if (slots.get(slot) >= serial) continue;
        slots.set(slot, serial);
        met[count++] = slot;
      }
    }
    const ordered = met.subarray(0, count).sort();
    for (let i = 0; i < count; i++) {
      const slot = ordered[i] as number;
      slots.set(slot, serial + i);
      out.day[length + i] = Math.floor(slot / contexts);
      out.context[length + i] = slot % contexts;
    }
    for (let t = 0; t < tables.length; t++) {
      const table = tables[t] as GroupTable;
      const dayMap = dayMaps[t] as Int32Array;
      for (let i = table.starts[partner] ?? 0; i < (table.starts[partner + 1] ?? 0); i++) {
        const slot = (dayMap[table.day[i] as number] as number) * contexts + (table.context[i] as number);
        const entry = length + slots.get(slot) - serial;
        out.count[entry] = (out.count[entry] as number) + (table.count[i] as number);
        out.sale.addFrom(entry, table.sale, i);
        out.commission.addFrom(entry, table.commission, i);
        out.networkFee.addFrom(entry, table.networkFee, i);
      }
    }
    serial += count;
    length = dropEmpty(out, length, count);
    out.starts[partner + 1] = length;
  }
  for (const sums of [out.sale, out.commission, out.networkFee]) sums.trim(length);
  return {
    ...out,
    days,
    day: out.day.slice(0, length),
    context: out.context.slice(0, length),
    count: out.count.slice(0, length),
  };
}

type Entries = Omit<GroupTable, 'days'>;

/** Closes the gaps that entries of no rows leave among the `count` from `from` on; gives the new end. */
function dropEmpty(table: Entries, from: number, count: number): number {
  let to = from;
  for (let i = from; i < from + count; i++) {
    if (table.count[i] === 0) {
      for (const sums of [table.sale, table.commission, table.networkFee]) sums.clear(i);
      continue;
    }
    if (to !== i) {
      for (const column of [table.day, table.context, table.count]) column[to] = column[i] as number;
      table.count[i] = 0;
      for (const sums of [table.sale, table.commission, table.networkFee]) sums.move(i, to);
    }
    to++;
  }
  return to;
}

/** From slot to a number, 0 if there is none: an array where that is small enough. */
export function slotMap(slots: number): { get(slot: number): number; set(slot: number, value: number): void } {
  return slots <= SLOT_LIMIT ? new SlotArray(slots) : new SlotHash();
}

class SlotArray {
  readonly #values: Int32Array;

  constructor(slots: number) {
    this.#values = new Int32Array(slots);
  }

  get(slot: number): number {
    return this.#values[slot] as number;
  }

  set(slot: number, value: number): void {
    this.#values[slot] = value;
  }
}

class SlotHash {
  readonly #values = new Map<number, number>();

  get(slot: number): number {
    return this.#values.get(slot) ?? 0;
  }

  set(slot: number, value: number): void {
    this.#values.set(slot, value);
  }
}

function distinctDays(tables: readonly GroupTable[]): Int32Array {
  const days = new Set<number>();
  for (const table of tables) for (const day of table.days) days.add(day);
  return Int32Array.from(days).sort();
}

/** By index into `from` (ascending): index of the same day in `to` (ascending, holds them all). */
function positions(from: Int32Array, to: Int32Array): Int32Array {
  let at = 0;
  return from.map((day) => {
    while (to[at] !== day) at++;
    return at;
  });
}

/** Rows collected for a table: one entry a row, in any order. */
export class RowCollector {
  #partner = new Int32Array(1_024);
  #day = new Int32Array(1_024);
  #context = new Int32Array(1_024);
  #count = new Int8Array(1_024);
  #sale = new Float64Array(1_024);
  #commission = new Float64Array(1_024);
  #networkFee = new Float64Array(1_024);
  #length = 0;

  /** Amounts that are NaN count as nothing; `sign` is -1 for rows to be taken away. */
  add(
    partner: number,
    day: number,
    context: number,
    sign: 1 | -1,
    sale: number,
    commission: number,
    fee: number,
  ): void {
    const at = this.#length++;
    if (at === this.#partner.length) this.reserve(at * 2);
    this.#partner[at] = partner;
    this.#day[at] = day;
    this.#context[at] = context;
    this.#count[at] = sign;
    this.#sale[at] = sale === sale ? sale * sign : 0;
    this.#commission[at] = commission === commission ? commission * sign : 0;
    this.#networkFee[at] = fee === fee ? fee * sign : 0;
  }

  reserve(length: number): void {
    if (length <= this.#partner.length) return;
    const grown = <T extends Int32Array | Int8Array | Float64Array>(from: T, to: T): T => (to.set(from), to);
    this.#partner = grown(this.#partner, new Int32Array(length));
    this.#day = grown(this.#day, new Int32Array(length));
    this.#context = grown(this.#context, new Int32Array(length));
    this.#count = grown(this.#count, new Int8Array(length));
    this.#sale = grown(this.#sale, new Float64Array(length));
    this.#commission = grown(this.#commission, new Float64Array(length));
    this.#networkFee = grown(this.#networkFee, new Float64Array(length));
  }

  /** The rows as a table of `partners` partners: ordered by partner (a counting sort), not yet added up. */
  table(partners: number): GroupTable {
    const length = this.#length;
    const starts = new Int32Array(partners + 1);
    for (let i = 0; i < length; i++) (starts[(this.#partner[i] as number) + 1] as number)++;
    for (let partner = 0; partner < partners; partner++) {
      starts[partner + 1] = (starts[partner + 1] as number) + (starts[partner] as number);
    }
    const days = Int32Array.from(new Set(this.#day.subarray(0, length))).sort();
    const dayIndex = indexOfDays(days);
    const next = starts.slice();
    const table = {
      day: new Int32Array(length),
      context: new Int32Array(length),
      count: new Int32Array(length),
      sale: new Sums(length),
      commission: new Sums(length),
      networkFee: new Sums(length),
    };
    for (let i = 0; i < length; i++) {
      const partner = this.#partner[i] as number;
      const to = next[partner] as number;
      next[partner] = to + 1;
      table.day[to] = dayIndex(this.#day[i] as number);
      table.context[to] = this.#context[i] as number;
      table.count[to] = this.#count[i] as number;
      table.sale.low[to] = this.#sale[i] as number;
      table.commission.low[to] = this.#commission[i] as number;
      table.networkFee.low[to] = this.#networkFee[i] as number;
    }
    return { ...table, starts, days };
  }
}

/** From a day to its index in `days`. */
function indexOfDays(days: Int32Array): (day: number) => number {
  const hasNone = days[0] === NO_DAY ? 1 : 0;
  const first = days[hasNone] ?? 0;
  const range = (days.at(-1) ?? 0) - first + 1;
  if (days.length === hasNone || range > SLOT_LIMIT) {
    const map = new Map([...days].map((day, i) => [day, i]));
    return (day) => map.get(day) as number;
  }
  const table = new Int32Array(range);
  for (let i = hasNone; i < days.length; i++) table[(days[i] as number) - first] = i;
  return (day) => (day === NO_DAY ? 0 : (table[day - first] as number));
}
