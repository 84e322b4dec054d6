import { STATUSES, MONEY_FIELDS, NUMBER_FIELDS, TEXT_FIELDS, TIME_FIELDS } from '../ledger/fields.ts';
import type { MoneyField, NumberField, TextField } from '../ledger/fields.ts';
import { BLOCK_ROWS, type DraftBlock } from '../ledger/draft.ts';
import type { Batch, Recognition } from './types.ts';

/** Batches that need to know of each other: rows of one identity, met anywhere in the file, in its order. */
export interface Ordered {
  /** The batch as far as it can be handed on. */
  take(batch: Batch): Batch;
  /** What had to wait for the end of the file. */
  end(): Batch[];
}

/** True if the file's blocks must be mapped in order by one mapper, and cannot be taken from what is stored. */
export const needsOrder = ({ identity }: Pick<Recognition, 'identity'>): boolean => identity.again !== 'version';

/** What `identity.again` asks for beyond a later version: occurrence numbers, or lines merged into their order. */
export function createOrdered({ identity }: Pick<Recognition, 'identity'>): Ordered {
  if (identity.again === 'merge') return createMerger();
  return identity.again === 'occurrence' ? createNumbering() : { take: (batch) => batch, end: () => [] };
}

/** Gives the second row of an identity the id `… #2`, the third `… #3`: rows that are alike in all may be two real ones. */
function createNumbering(): Ordered {
  const seen = new Map<string, number>();
  return {
    take(batch) {
      const { draft } = batch;
      if (draft.rows === 0) return batch;
      const ids: string[] = [];
      for (let row = 0; row < draft.rows; row++) {
        const id = textAt(draft, 'transactionId', row);
        const key = keyAt(draft, row);
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        ids.push(count === 1 ? id : `${id} #${count}`);
      }
      return { ...batch, draft: { ...draft, text: { ...draft.text, transactionId: ids } } };
    },
    end: () => [],
  };
}

interface Order {
  readonly text: Record<TextField, string>;
  readonly numbers: Record<NumberField, number>;
  readonly lines: Line[];
}

type Line = { readonly status: number; readonly reason: string; readonly sku: string; readonly quantity: number } & {
  readonly [F in MoneyField]: number;
};

const REVERSED = STATUSES.indexOf('reversed');
const UNKNOWN = STATUSES.indexOf('unknown');

/**
 * Gathers the lines of each order of the whole file and makes one row of each at the end: amounts and quantities are summed over the
 * lines that stand (over all, if all are reversed), the status is that of the line that is least far along, SKUs and categories are
 * listed, dates and all other texts are the first line's that has one, the as-of date is the latest. Each line's amounts are kept
 * in `extra` under "lines".
 */
function createMerger(): Ordered {
  const orders = new Map<string, Order>();
  return {
    take(batch) {
      const { draft } = batch;
      let joined = 0;
      for (let row = 0; row < draft.rows; row++) if (!addLine(orders, draft, row)) joined++;
      return { ...batch, draft: { rows: 0, text: {}, constant: {}, numbers: {} }, mergedRows: joined };
    },
    end() {
      const all = [...orders.values()];
      const batches: Batch[] = [];
      for (let from = 0; from < all.length; from += PART_ROWS) batches.push(batchOf(all.slice(from, from + PART_ROWS)));
      return batches;
    },
  };
}

const PART_ROWS = Math.min(500, BLOCK_ROWS);

/** False: the line belongs to an order that is there already. */
function addLine(orders: Map<string, Order>, draft: DraftBlock, row: number): boolean {
  const key = keyAt(draft, row);
  const order = orders.get(key);
  const line: Line = {
    status: numberAt(draft, 'status', row),
    reason: textAt(draft, 'reasonCode', row),
    sku: textAt(draft, 'sku', row),
    quantity: numberAt(draft, 'quantity', row),
    ...(Object.fromEntries(MONEY_FIELDS.map((field) => [field, numberAt(draft, field, row)])) as Record<
      MoneyField,
      number
    >),
  };
  if (!order) {
    orders.set(key, {
      text: Object.fromEntries(TEXT_FIELDS.map((field) => [field, textAt(draft, field, row)])) as Order['text'],
      numbers: Object.fromEntries(
        NUMBER_FIELDS.map((field) => [field, numberAt(draft, field, row)]),
      ) as Order['numbers'],
      lines: [line],
    });
    return true;
  }
  // A line without a word stands where its order does: some exports say that on the order's first line only.
  const wordless = line.status === UNKNOWN && textAt(draft, 'sourceStatus', row) === '';
  order.lines.push(wordless ? { ...line, status: order.lines[0]?.status ?? UNKNOWN } : line);
  for (const field of TEXT_FIELDS) {
    const value = textAt(draft, field, row);
    // Lines that take back (a discount, say) beside others that do not are parts of an order, not its correction.
    if (field === 'corrects') order.text.corrects = value === '' ? '' : order.text.corrects;
    else if (order.text[field] === '') order.text[field] = value;
    else if ((field === 'sku' || field === 'category') && value !== '')
      order.text[field] = listed(order.text[field], value);
  }
  for (const field of TIME_FIELDS) {
    const value = numberAt(draft, field, row);
    const known = order.numbers[field];
    if (Number.isNaN(known)) order.numbers[field] = value;
    else if (field === 'asOf' && value > known) order.numbers[field] = value;
  }
  return false;
}

/** A list of values, each once, with ", " between: as long as it stays readable. */
function listed(list: string, value: string): string {
  if (list.length > 200 || list.split(', ').includes(value)) return list;
  return `${list}, ${value}`;
}

function batchOf(orders: readonly Order[]): Batch {
  const text: { [F in TextField]?: string[] } = {};
  const numbers: { [F in NumberField]?: Float64Array } = {};
  const settled = orders.map(settle);
  for (const field of TEXT_FIELDS) {
    if (settled.some((order) => order.text[field] !== '')) text[field] = settled.map((order) => order.text[field]);
  }
  for (const field of NUMBER_FIELDS) numbers[field] = Float64Array.from(settled, (order) => order.numbers[field]);
  return {
    draft: { rows: orders.length, text, constant: {}, numbers },
    mergedRows: 0,
    issues: [],
    rejectedRows: 0,
    skipped: [],
  };
}

/** The order's one row, from its lines. */
function settle({ text, numbers, lines }: Order): Pick<Order, 'text' | 'numbers'> {
  if (lines.length === 1) return { text, numbers };
  const standing = lines.filter(({ status }) => status !== REVERSED);
  const counted = standing.length === 0 ? lines : standing;
  const sum = (of: (line: Line) => number): number => {
    const known = counted.map(of).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : known.reduce((total, value) => total + value, 0);
  };
  const amounts = Object.fromEntries(MONEY_FIELDS.map((field) => [field, sum((line) => line[field])]));
  const reason =
    standing.length === lines.length ? text.reasonCode : (lines.find((line) => line.reason !== '')?.reason ?? '');
  return {
    text: { ...text, reasonCode: reason, extra: withLines(text.extra, lines) },
    numbers: {
      ...numbers,
      ...amounts,
      quantity: sum((line) => line.quantity),
      status: Math.min(...counted.map(({ status }) => status)),
    },
  };
}

function withLines(extra: string, lines: readonly Line[]): string {
  const kept: Record<string, unknown> = extra === '' ? {} : (JSON.parse(extra) as Record<string, unknown>);
  kept['lines'] = lines.map(({ status, reason, sku, quantity, sale, commission }) => ({
    ...(sku !== '' && { sku }),
    ...(!Number.isNaN(quantity) && { quantity }),
    ...(!Number.isNaN(sale) && { sale: sale / 1_000_000 }),
    ...(!Number.isNaN(commission) && { commission: commission / 1_000_000 }),
    status: STATUSES[status] ?? 'unknown',
    ...(reason !== '' && { reason }),
  }));
  return JSON.stringify(kept);
}

const textAt = ({ text, constant }: DraftBlock, field: TextField, row: number): string =>
  text[field]?.[row] ?? constant[field] ?? '';

const numberAt = ({ numbers }: DraftBlock, field: NumberField, row: number): number =>
  numbers[field]?.[row] ?? Number.NaN;

const keyAt = (draft: DraftBlock, row: number): string =>
  `${textAt(draft, 'network', row)}\n${textAt(draft, 'program', row)}\n${textAt(draft, 'transactionId', row)}`;
