import { STATUSES } from '../ledger/fields.ts';
import type { StatusTotal } from '../ledger/plan.ts';
import type { Batch } from './types.ts';

/** What a file's accepted rows come to, added up batch by batch. */
export interface Tally {
  add(batch: Batch): void;
  /** Sums by currency and status, in the order of currency codes and of `STATUSES`. Missing amounts count as nothing. */
  totals(): StatusTotal[];
  /** Rows of the file that were taken in; `merged` of them became part of another's row. */
  readonly accepted: number;
  readonly merged: number;
  readonly rejected: number;
  /** Accepted rows whose network, program and transaction id an earlier row of the file already had. */
  readonly repeatedKeys: number;
}

interface Sum {
  count: number;
  sale: bigint;
  commission: bigint;
}

/** A sum that stays exact: whole numbers are gathered in a number as long as that holds them, and in a bigint beyond. */
class Gather {
  #part = 0;
  #whole = 0n;
  add(value: number): void {
    if (value !== value) return;
    const next = this.#part + value;
    if (Number.isSafeInteger(next)) this.#part = next;
    else {
      this.#whole += BigInt(this.#part);
      this.#part = value;
    }
  }
  get total(): bigint {
    return this.#whole + BigInt(this.#part);
  }
}

/** An empty tally. It remembers every key of the file: some hundred bytes a row. */
export function createTally(): Tally {
  const sums = new Map<string, Sum[]>();
  const keys = new Set<string>();
  let accepted = 0;
  let merged = 0;
  let rejected = 0;
  let repeatedKeys = 0;

  const add = ({ draft, mergedRows, rejectedRows }: Batch): void => {
    accepted += draft.rows + mergedRows;
    merged += mergedRows;
    rejected += rejectedRows;
    const { text, constant, numbers } = draft;
    const groups = new Map<
      string,
      { readonly count: number[]; readonly sale: Gather[]; readonly commission: Gather[] }
    >();
    let lastCurrency: string | null = null;
    let group = newGroup();
    for (let i = 0; i < draft.rows; i++) {
      const currency = text.currency?.[i] ?? constant.currency ?? '';
      if (currency !== lastCurrency) {
        lastCurrency = currency;
        group = groups.get(currency) ?? newGroup();
        groups.set(currency, group);
      }
      const status = numbers.status?.[i] ?? STATUSES.length - 1;
      group.count[status] = (group.count[status] ?? 0) + 1;
      group.sale[status]?.add(numbers.sale?.[i] ?? Number.NaN);
      group.commission[status]?.add(numbers.commission?.[i] ?? Number.NaN);
      const network = text.network?.[i] ?? constant.network ?? '';
      const program = text.program?.[i] ?? constant.program ?? '';
      const key = `${network}\0${program}\0${text.transactionId?.[i] ?? constant.transactionId ?? ''}`;
      if (keys.has(key)) repeatedKeys++;
      else keys.add(key);
    }
    for (const [currency, { count, sale, commission }] of groups) {
      const sum = sums.get(currency) ?? STATUSES.map(() => ({ count: 0, sale: 0n, commission: 0n }));
      sums.set(currency, sum);
      sum.forEach((each, status) => {
        each.count += count[status] ?? 0;
        each.sale += sale[status]?.total ?? 0n;
        each.commission += commission[status]?.total ?? 0n;
      });
    }
  };

  return {
    add,
    totals: () =>
      [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([currency, sum]) =>
          sum.flatMap(({ count, sale, commission }, code) =>
            count === 0
              ? []
              : [
                  {
                    currency,
                    status: STATUSES[code] ?? 'unknown',
                    count,
                    saleMicros: sale,
                    commissionMicros: commission,
                  },
                ],
          ),
        ),
    get accepted() {
      return accepted;
    },
    get merged() {
      return merged;
    },
    get rejected() {
      return rejected;
    },
    get repeatedKeys() {
      return repeatedKeys;
    },
  };
}

const newGroup = () => ({
  count: STATUSES.map(() => 0),
  sale: STATUSES.map(() => new Gather()),
  commission: STATUSES.map(() => new Gather()),
});
