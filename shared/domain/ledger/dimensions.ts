import { entryText, numberAt } from './columns.ts';
import { STATUSES } from './fields.ts';
import { PARTS, partsOf, type Part } from './parts.ts';
import type { PartnerKey } from './query.ts';
import type { LoadedRows } from './store.ts';

/** What a row is grouped by besides partner and day. */
export interface Context {
  readonly program: string;
  readonly currency: string;
  readonly status: number;
  readonly part: Part;
}

/** Combinations up to which a row's id is looked up in an array instead of a Map. */
const TABLE_LIMIT = 1 << 18;

/** Numbers, the same in all segments, for the partners and contexts of rows, so that grouping works on integers. */
export class Dimensions {
  readonly partners: PartnerKey[] = [];
  readonly contexts: Context[] = [];
  readonly #partnerIds = new Map<string, number>();
  readonly #contextIds = new Map<string, number>();
  #order = new Int32Array(0);
  #ranks = new Int32Array(0);
  readonly #bySegment = new WeakMap<LoadedRows, { partner: Int32Array; context: Int32Array }>();

  partnerId(network: string, partnerId: string): number {
    return internId(this.#partnerIds, `${network}\0${partnerId}`, () => this.partners.push({ network, partnerId }));
  }

  /** Partner numbers by network, then partner id. */
  partnerOrder(): Int32Array {
    if (this.#order.length !== this.partners.length) {
      this.#order = Int32Array.from(this.partners.keys()).sort((a, b) =>
        comparePartners(this.partners[a] as PartnerKey, this.partners[b] as PartnerKey),
      );
      this.#ranks = new Int32Array(this.partners.length);
      this.#order.forEach((partner, rank) => (this.#ranks[partner] = rank));
    }
    return this.#order;
  }

  /** By partner number: its place in that order. */
  partnerRanks(): Int32Array {
    this.partnerOrder();
    return this.#ranks;
  }

  /** Partner and context of each row of a segment. */
  of(loaded: LoadedRows): { readonly partner: Int32Array; readonly context: Int32Array } {
    let ids = this.#bySegment.get(loaded);
    if (!ids)
      this.#bySegment.set(loaded, (ids = { partner: this.#partnersOf(loaded), context: this.#contextsOf(loaded) }));
    return ids;
  }

  #partnersOf({ block: { rows, text } }: LoadedRows): Int32Array {
    const { network, partnerId } = text;
    const combination = (row: number) =>
      (network.entry[row] as number) * partnerId.entries + (partnerId.entry[row] as number);
    return idsOf(rows, network.entries * partnerId.entries, combination, (row) =>
      this.partnerId(
        entryText(network, network.entry[row] as number),
        entryText(partnerId, partnerId.entry[row] as number),
      ),
    );
  }

  #contextsOf({ block }: LoadedRows): Int32Array {
    const { rows, text, numbers } = block;
    const { program, currency } = text;
    const parts = partsOf(block);
    const kinds = STATUSES.length * PARTS.length;
    const combination = (row: number) =>
      ((program.entry[row] as number) * currency.entries + (currency.entry[row] as number)) * kinds +
      numberAt(numbers.status, row) * PARTS.length +
      (parts?.[row] ?? 0);
    return idsOf(rows, program.entries * currency.entries * kinds, combination, (row) => {
      const context: Context = {
        program: entryText(program, program.entry[row] as number),
        currency: entryText(currency, currency.entry[row] as number),
        status: numberAt(numbers.status, row),
        part: PARTS[parts?.[row] ?? 0] ?? 'itself',
      };
      const name = `${context.program}\0${context.currency}\0${context.status}\0${context.part}`;
      return internId(this.#contextIds, name, () => this.contexts.push(context));
    });
  }
}

function comparePartners(a: PartnerKey, b: PartnerKey): number {
  const [x, y] = a.network === b.network ? [a.partnerId, b.partnerId] : [a.network, b.network];
  return x < y ? -1 : x > y ? 1 : 0;
}

function internId(ids: Map<string, number>, name: string, add: () => void): number {
  let id = ids.get(name);
  if (id === undefined) {
    ids.set(name, (id = ids.size));
    add();
  }
  return id;
}

/** The id of each row, asked of `idAt` once for each combination of entries. */
function idsOf(
  rows: number,
  combinations: number,
  combinationAt: (row: number) => number,
  idAt: (row: number) => number,
): Int32Array {
  const ids = new Int32Array(rows);
  if (combinations <= TABLE_LIMIT) {
    const known = new Int32Array(combinations);
    for (let row = 0; row < rows; row++) {
      const combination = combinationAt(row);
      let id = known[combination] as number;
      if (id === 0) known[combination] = id = idAt(row) + 1;
      ids[row] = id - 1;
    }
  } else {
    const known = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const combination = combinationAt(row);
      let id = known.get(combination);
      if (id === undefined) known.set(combination, (id = idAt(row)));
      ids[row] = id;
    }
  }
  return ids;
}
