import { entryText, numberAt, type Block } from './columns.ts';
import { STATUSES } from './fields.ts';
import type { StatusTotal } from './plan.ts';
import { Sums } from './sums.ts';

/** Counts and sums of rows by currency and status, exact. */
export class StatusTotals {
  readonly #currencies = new Map<string, number>();
  /** By block: entry of its currency column to the currency's first index here, -1 if not looked up yet. */
  readonly #starts = new Map<Block, Int32Array>();
  readonly #counts = new Sums(STATUSES.length);
  readonly #sale = new Sums(STATUSES.length);
  readonly #commission = new Sums(STATUSES.length);

  /** Adds a row (sign 1) or takes it away (-1). */
  add(block: Block, row: number, sign: 1 | -1): void {
    const currency = block.text.currency.entry[row] as number;
    let starts = this.#starts.get(block);
    if (!starts) this.#starts.set(block, (starts = new Int32Array(block.text.currency.entries).fill(-1)));
    let start = starts[currency] as number;
    if (start < 0) starts[currency] = start = this.#startOf(entryText(block.text.currency, currency));
    const index = start + numberAt(block.numbers.status, row);
    this.#counts.add(index, sign);
    const sale = numberAt(block.numbers.sale, row);
    if (sale === sale) this.#sale.add(index, sale * sign);
    const commission = numberAt(block.numbers.commission, row);
    if (commission === commission) this.#commission.add(index, commission * sign);
  }

  /** The blocks added so far will not come again. */
  forgetBlocks(): void {
    this.#starts.clear();
  }

  /** By currency, then status; those that came to nothing left out. */
  result(): StatusTotal[] {
    const totals: StatusTotal[] = [];
    for (const currency of [...this.#currencies.keys()].sort()) {
      const start = this.#currencies.get(currency) as number;
      STATUSES.forEach((status, i) => {
        const count = Number(this.#counts.value(start + i));
        const saleMicros = this.#sale.value(start + i);
        const commissionMicros = this.#commission.value(start + i);
        if (count === 0 && saleMicros === 0n && commissionMicros === 0n) return;
        totals.push({ currency, status, count, saleMicros, commissionMicros });
      });
    }
    return totals;
  }

  #startOf(currency: string): number {
    const known = this.#currencies.get(currency);
    if (known !== undefined) return known;
    const start = this.#currencies.size * STATUSES.length;
    this.#currencies.set(currency, start);
    for (const sums of [this.#counts, this.#sale, this.#commission]) sums.reserve(start + STATUSES.length);
    return start;
  }
}
