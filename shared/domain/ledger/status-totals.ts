import { entryText, numberAt, type Block } from './columns.ts';
import { STATUSES } from './fields.ts';
import { LESS, partsOf } from './parts.ts';
import type { StatusTotal } from './plan.ts';
import { Sums } from './sums.ts';

/** Counts and sums of rows by currency and status, exact. */
export class StatusTotals {
  readonly #currencies = new Map<string, number>();
  /** By block: entry of its currency column to the currency's first index here, -1 if not looked up yet; and its parts. */
  readonly #blocks = new Map<Block, { readonly starts: Int32Array; readonly parts: Uint8Array | null }>();
  readonly #counts = new Sums(STATUSES.length);
  readonly #corrections = new Sums(STATUSES.length);
  readonly #sale = new Sums(STATUSES.length);
  readonly #commission = new Sums(STATUSES.length);

  /** Adds a row (sign 1) or takes it away (-1). */
  add(block: Block, row: number, sign: 1 | -1): void {
    const currency = block.text.currency.entry[row] as number;
    let known = this.#blocks.get(block);
    if (!known) {
      known = { starts: new Int32Array(block.text.currency.entries).fill(-1), parts: partsOf(block) };
      this.#blocks.set(block, known);
    }
    let start = known.starts[currency] as number;
    if (start < 0) known.starts[currency] = start = this.#startOf(entryText(block.text.currency, currency));
    const index = start + numberAt(block.numbers.status, row);
    this.#counts.add(index, sign);
    if (known.parts?.[row] === LESS) this.#corrections.add(index, sign);
    const sale = numberAt(block.numbers.sale, row);
    if (sale === sale) this.#sale.add(index, sale * sign);
    const commission = numberAt(block.numbers.commission, row);
    if (commission === commission) this.#commission.add(index, commission * sign);
  }

  /** The blocks added so far will not come again. */
  forgetBlocks(): void {
    this.#blocks.clear();
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
        const corrections = Number(this.#corrections.value(start + i));
        if (count === 0 && corrections === 0 && saleMicros === 0n && commissionMicros === 0n) return;
        const total = { currency, status, count, saleMicros, commissionMicros };
        totals.push(corrections === 0 ? total : { ...total, corrections });
      });
    }
    return totals;
  }

  #startOf(currency: string): number {
    const known = this.#currencies.get(currency);
    if (known !== undefined) return known;
    const start = this.#currencies.size * STATUSES.length;
    this.#currencies.set(currency, start);
    for (const sums of [this.#counts, this.#corrections, this.#sale, this.#commission])
      sums.reserve(start + STATUSES.length);
    return start;
  }
}
