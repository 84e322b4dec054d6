import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * A made-up export as the networks fill theirs: 2,000 affiliates of very different size on three networks, 24 months,
 * every field of the ledger. The same size gives the same file, byte for byte.
 */
export const AFFILIATES = 2_000;
const FIRST_DAY = Date.UTC(2024, 9, 1);
const SPAN_MS = 730 * 86_400_000;

const NETWORKS = [
  { name: 'Impact', program: 'Happy Paws', currency: 'USD' },
  { name: 'Partnerize', program: 'Happy Paws UK', currency: 'GBP' },
  { name: 'CJ', program: 'Happy Paws EU', currency: 'EUR' },
] as const;
const SOURCE_STATUS: Record<string, string> = {
  pending: 'PENDING',
  approved: 'APPROVED',
  locked: 'LOCKED',
  paid: 'PAID',
  reversed: 'REVERSED',
};
const REASONS = ['ITEM_RETURNED', 'ORDER_ERROR', 'CONS_FRAUD', 'OUT_OF_STOCK', 'DUPLICATED_ORDER'];
const COUNTRIES = ['US', 'US', 'US', 'US', 'GB', 'GB', 'DE', 'FR', 'CA', 'AU', 'NL', 'IE'];
const DEVICES = ['Desktop', 'Mobile', 'Mobile', 'Tablet'];
const CATEGORIES = [
  'Dog food',
  'Cat food',
  'Toys',
  'Beds',
  'Leads & collars',
  'Grooming',
  'Health',
  'Travel, carriers',
];
const WORDS = [
  'Pawsome',
  'Furry',
  'Happy',
  'Whisker',
  'Bark',
  'Tail',
  'Kitty',
  'Hound',
  'Feather',
  'Fetch',
  'Cosy',
  'Wild',
];
const KINDS = ['Deals', 'Blog', 'Reviews', 'Cashback', 'Coupons', 'Tips, Tricks', 'Daily', 'Club'];

interface Row {
  readonly network: (typeof NETWORKS)[number];
  readonly index: number;
  readonly affiliate: number;
  readonly event: number;
  readonly status: string;
  readonly sale: number;
  readonly random: () => number;
}

/** Column name, and its cell of a row. Names as in the program's own export. */
type Column = readonly [name: string, cell: (row: Row) => string];

const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const pick = <T>(list: readonly T[], random: number): T => list[Math.floor(random * list.length)] as T;
const money = (value: number): string => value.toFixed(2);
const rateOf = (affiliate: number): number => 0.03 + (affiliate % 8) * 0.01;
const skuOf = (row: Row): number => (row.index * 7919) % 4_000;
const nameOf = (affiliate: number): string =>
  `${pick(WORDS, (affiliate % 12) / 12)} ${pick(KINDS, (Math.floor(affiliate / 12) % 8) / 8)} ${affiliate}`;

export const COLUMNS: readonly Column[] = [
  ['network', (row) => row.network.name],
  ['program', (row) => row.network.program],
  [
    'transactionId',
    (row) => `${1000 + (row.affiliate % 9)}.${4_000_000 + row.index}.${(row.index * 7919) % 1_000_000}`,
  ],
  ['orderId', (row) => `HP-${10_000_000 + row.index}`],
  ['partnerId', (row) => `${row.network.name.charAt(0).toLowerCase()}${100_000 + row.affiliate * 37}`],
  ['partnerName', (row) => nameOf(row.affiliate)],
  ['sourceStatus', (row) => SOURCE_STATUS[row.status] ?? ''],
  ['status', (row) => row.status],
  ['currency', (row) => row.network.currency],
  ['sale', (row) => money(row.sale)],
  ['commission', (row) => (row.sale * rateOf(row.affiliate)).toFixed(4)],
  ['networkFee', (row) => (row.sale * rateOf(row.affiliate) * 0.3).toFixed(4)],
  ['originalCurrency', (row) => (row.index % 9 === 0 ? 'CAD' : row.network.currency)],
  ['originalSale', (row) => money(row.index % 9 === 0 ? row.sale * 1.37 : row.sale)],
  ['originalCommission', (row) => (row.sale * rateOf(row.affiliate) * (row.index % 9 === 0 ? 1.37 : 1)).toFixed(4)],
  ['clickTime', (row) => iso(row.event - Math.floor(row.random() ** 3 * 30 * 86_400_000) - 60_000)],
  ['eventTime', (row) => iso(row.event)],
  ['postedTime', (row) => iso(row.event + 3_600_000 + Math.floor(row.random() * 7_200_000))],
  ['lockingTime', (row) => `${new Date(row.event + 45 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`],
  [
    'clearedTime',
    (row) =>
      row.status === 'paid' ? `${new Date(row.event + 65 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z` : '',
  ],
  ['asOf', (row) => iso(row.event + Math.floor(row.random() * 40 * 86_400_000))],
  ['couponCode', (row) => (row.affiliate % 3 === 0 ? `PAWS${(row.affiliate * 13) % 400}` : '')],
  ['customerStatus', (row) => (row.random() < 0.35 ? 'new' : 'existing')],
  ['country', (row) => pick(COUNTRIES, row.random())],
  ['device', (row) => pick(DEVICES, row.random())],
  ['sub1', (row) => `post-${(row.affiliate * 31 + Math.floor(row.random() * 40)) % 30_000}`],
  ['sub2', (row) => `pos${Math.floor(row.random() * 12)}`],
  ['sub3', (row) => (row.random() < 0.2 ? Math.floor(row.random() * 0xffffffff).toString(16) : '')],
  ['sku', (row) => `PET-${100_000 + skuOf(row)}`],
  ['category', (row) => pick(CATEGORIES, (skuOf(row) % 8) / 8)],
  ['quantity', (row) => String(1 + Math.floor(row.random() ** 4 * 6))],
  ['reasonCode', (row) => (row.status === 'reversed' ? pick(REASONS, row.random()) : '')],
  ['corrects', () => ''],
];

/** Parts of ids as somebody types them: the beginning and the whole of an order's, the inside of a transaction's, what is not there. */
export function needlesOf(rows: number): readonly string[] {
  const index = Math.floor(rows * 0.37);
  const order = `hp-${10_000_000 + index}`;
  return [order.slice(0, 6), order, String(4_000_000 + index), String(4_000_000 + index).slice(0, 4), 'hp-99999999'];
}

/** Writes the export of `rows` transactions to `path`. */
export async function generateExport(path: string, rows: number): Promise<void> {
  const random = mulberry32(20_260_901);
  const cumulative = skewedSizes();
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  let text = `${COLUMNS.map(([name]) => name).join(',')}\n`;
  for (let index = 0; index < rows; index++) {
    const affiliate = pickSkewed(cumulative, random());
    const event = FIRST_DAY + Math.floor((index / rows) * SPAN_MS) + Math.floor(random() * 3_600_000);
    const row: Row = {
      index,
      affiliate,
      network: NETWORKS[affiliate % 3] as (typeof NETWORKS)[number],
      event,
      status: statusAt(index / rows, random()),
      sale: Math.round((5 + random() ** 3 * 400) * 100) / 100,
      random,
    };
    for (let at = 0; at < COLUMNS.length; at++) {
      const cell = (COLUMNS[at] as Column)[1](row);
      text += (at === 0 ? '' : ',') + (cell.includes(',') ? `"${cell}"` : cell);
    }
    text += '\n';
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'close');
}

/** Old transactions are paid, young ones pending; about 7 % reversed. `age` from 0 (oldest) to 1. */
function statusAt(age: number, random: number): string {
  if (random < 0.07) return 'reversed';
  if (age > 0.94) return 'pending';
  if (age > 0.88) return 'approved';
  return age > 0.84 ? 'locked' : 'paid';
}

/** Cumulative shares of the affiliates: the largest has some 12 % of all rows, the smallest a handful in a million. */
function skewedSizes(): Float64Array {
  const cumulative = new Float64Array(AFFILIATES);
  let sum = 0;
  for (let index = 0; index < AFFILIATES; index++) cumulative[index] = sum += 1 / (index + 1);
  return cumulative.map((value) => value / sum);
}

function pickSkewed(cumulative: Float64Array, random: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 1) < random) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A small seeded random generator (mulberry32, public domain): the same numbers in every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
