import { NO_DAY } from './day-column.ts';
import type { Summed } from './query.ts';
import { Sums } from './sums.ts';

/** Sums by measure; the measures that nobody asked for are left out. */
export type SumsBy = { readonly [M in Summed]?: Sums };

/**
 * Rows summed up by partner, day and context (program, currency, status, part): the roll-up. The entries of partner p stand
 * at `starts[p]` to `starts[p + 1]`, each day and context once, ordered by them.
 */
export interface GroupTable {
  readonly starts: Int32Array;
  /** The days met, ascending (NO_DAY first). */
  readonly days: Int32Array;
  /** By entry: index into `days`. */
  readonly day: Int32Array;
  readonly context: Int32Array;
  readonly count: Int32Array;
  readonly sums: SumsBy;
}

/** Combinations of day and context up to which entries are found through an array. */
export const SLOT_LIMIT = 1 << 22;

/**
 * One table out of several with the same measures: the entries added up, those of no rows left out. Tables need not have each
 * day and context only once.
 */
export function addTables(tables: readonly GroupTable[], contexts: number): GroupTable {
  const partners = Math.max(...tables.map(({ starts }) => starts.length - 1));
  const most = tables.reduce((sum, { day }) => sum + day.length, 0);
  const days = distinctDays(tables);
  const dayMaps = tables.map((table) => positions(table.days, days));
  const starts = new Int32Array(partners + 1);
  const day = new Int32Array(most);
  const context = new Int32Array(most);
  /** By table, by entry of it: the entry here. */
  const places = tables.map((table) => new Int32Array(table.day.length));
  const slots = slotMap(days.length * contexts);
  const met = new Float64Array(most);
  let length = 0;
  // Slots hold numbers that only grow, so that those of earlier partners need not be cleared.
  let serial = 1;
  for (let partner = 0; partner < partners; partner++) {
    let count = 0;
    for (let t = 0; t < tables.length; t++) {
      const table = tables[t] as GroupTable;
      const dayMap = dayMaps[t] as Int32Array;
      for (let i = table.starts[partner] ?? 0; i < (table.starts[partner + 1] ?? 0); i++) {
        const slot = (dayMap[table.day[i] as number] as number) * contexts + (table.context[i] as number);
        if (slots.get(slot) >= serial) continue;
        slots.set(slot, serial);
        met[count++] = slot;
      }
    }
    const ordered = met.subarray(0, count).sort();
    for (let i = 0; i < count; i++) {
      const slot = ordered[i] as number;
      slots.set(slot, serial + i);
      day[length + i] = Math.floor(slot / contexts);
      context[length + i] = slot % contexts;
    }
    for (let t = 0; t < tables.length; t++) {
      const table = tables[t] as GroupTable;
      const dayMap = dayMaps[t] as Int32Array;
      const place = places[t] as Int32Array;
      for (let i = table.starts[partner] ?? 0; i < (table.starts[partner + 1] ?? 0); i++) {
        const slot = (dayMap[table.day[i] as number] as number) * contexts + (table.context[i] as number);
        place[i] = length + slots.get(slot) - serial;
      }
    }
    serial += count;
    length += count;
    starts[partner + 1] = length;
  }
  const count = new Int32Array(length);
  tables.forEach((table, t) =>
    (places[t] as Int32Array).forEach((to, i) => (count[to] = (count[to] as number) + (table.count[i] as number))),
  );
  const sums = sumsBy(Object.keys(tables[0]?.sums ?? {}) as Summed[], (measure) => {
    const all = new Sums(length);
    tables.forEach((table, t) => table.sums[measure] && all.addAll(table.sums[measure], places[t] as Int32Array));
    return all;
  });
  return withoutEmpty({ starts, days, day: day.slice(0, length), context: context.slice(0, length), count, sums });
}

/** Sums for each of the measures. */
function sumsBy(measures: readonly Summed[], make: (measure: Summed) => Sums): SumsBy {
  return Object.fromEntries(measures.map((measure) => [measure, make(measure)]));
}

/** The table without its entries of no rows. */
function withoutEmpty(table: GroupTable): GroupTable {
  if (!table.count.includes(0)) return table;
  /** By entry: its new place, -1 if it has no rows. */
  const places = new Int32Array(table.count.length).fill(-1);
  const starts = new Int32Array(table.starts.length);
  let length = 0;
  for (let partner = 0; partner + 1 < starts.length; partner++) {
    const end = table.starts[partner + 1] as number;
    for (let i = table.starts[partner] as number; i < end; i++) if (table.count[i] !== 0) places[i] = length++;
    starts[partner + 1] = length;
  }
  const kept = (column: Int32Array): Int32Array => column.filter((_, i) => (places[i] as number) >= 0);
  return {
    starts,
    days: table.days,
    day: kept(table.day),
    context: kept(table.context),
    count: kept(table.count),
    sums: sumsBy(Object.keys(table.sums) as Summed[], (measure) => {
      const sums = new Sums(length);
      sums.addAll(table.sums[measure] as Sums, places);
      return sums;
    }),
  };
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

/** Rows of one block to be collected, and by row what they are summed up by. */
export interface Rows {
  readonly rows: ArrayLike<number>;
  readonly count: number;
  readonly partner: Int32Array;
  readonly day: Int32Array;
  readonly context: Int32Array;
  /** By measure of the collector; NaN counts as nothing. */
  readonly amounts: readonly Float64Array[];
}

/** Rows collected for a table: one entry a row, in any order. */
export class RowCollector {
  readonly #measures: readonly Summed[];
  #partner = new Int32Array(1_024);
  #day = new Int32Array(1_024);
  #context = new Int32Array(1_024);
  #count = new Int8Array(1_024);
  readonly #amounts: Float64Array[];
  #length = 0;

  constructor(measures: readonly Summed[]) {
    this.#measures = measures;
    this.#amounts = measures.map(() => new Float64Array(1_024));
  }

  /** `sign` is -1 for rows to be taken away. */
  add({ rows, count, partner, day, context, amounts }: Rows, sign: 1 | -1): void {
    const from = this.#length;
    this.#length += count;
    if (this.#length > this.#partner.length) this.reserve(Math.max(this.#length, from * 2));
    for (let i = 0; i < count; i++) {
      const row = rows[i] as number;
      this.#partner[from + i] = partner[row] as number;
      this.#day[from + i] = day[row] as number;
      this.#context[from + i] = context[row] as number;
    }
    this.#count.fill(sign, from, from + count);
    for (let m = 0; m < amounts.length; m++) {
      const values = amounts[m] as Float64Array;
      const own = this.#amounts[m] as Float64Array;
      for (let i = 0; i < count; i++) {
        const value = values[rows[i] as number] as number;
        own[from + i] = value === value ? value * sign : 0;
      }
    }
  }

  reserve(length: number): void {
    if (length <= this.#partner.length) return;
    const grown = <T extends Int32Array | Int8Array | Float64Array>(from: T, to: T): T => (to.set(from), to);
    this.#partner = grown(this.#partner, new Int32Array(length));
    this.#day = grown(this.#day, new Int32Array(length));
    this.#context = grown(this.#context, new Int32Array(length));
    this.#count = grown(this.#count, new Int8Array(length));
    this.#amounts.forEach((amounts, m) => (this.#amounts[m] = grown(amounts, new Float64Array(length))));
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
    /** By row: its entry. */
    const places = new Int32Array(length);
    const table = { day: new Int32Array(length), context: new Int32Array(length), count: new Int32Array(length) };
    for (let i = 0; i < length; i++) {
      const partner = this.#partner[i] as number;
      const to = next[partner] as number;
      next[partner] = to + 1;
      places[i] = to;
      table.day[to] = dayIndex(this.#day[i] as number);
      table.context[to] = this.#context[i] as number;
      table.count[to] = this.#count[i] as number;
    }
    const sums = sumsBy(this.#measures, (measure) => {
      const all = new Sums(length);
      const amounts = this.#amounts[this.#measures.indexOf(measure)] as Float64Array;
      for (let i = 0; i < length; i++) all.low[places[i] as number] = amounts[i] as number;
      return all;
    });
    return { ...table, sums, starts, days };
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
