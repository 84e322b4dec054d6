import { csvHeader, csvRows } from '#shared/domain/ledger/export-csv.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { SAMPLE_LAST_DAY } from '#shared/domain/imports/sample.ts';
import { DAY_MS, dayToNumber } from '#shared/lib/day.ts';
import { momentOfInstant, type Moment } from '#shared/lib/moment.ts';
import { impactRows, partnerizeRows, random, toText, type Naming, type Sale } from '#tests/support/make-exports.ts';

/** The made-up shop Pawsome Pets: 60 affiliates on three networks, 18 months, two currencies; the same for ever. */
const SEED = 20_270;
const DAYS = 549;
/** Before noon, so that the last day is over wherever the program is opened on the day after. */
const END = dayToNumber(SAMPLE_LAST_DAY) * DAY_MS + DAY_MS / 2;
/** So long do the newest affiliates sell, and then well. */
const NEW_DAYS = 8;
const START = END - DAYS * DAY_MS;
/** No network gives such ids, so the sample can never meet what is really hers. */
const PREFIX = 'sample-';

interface Partner {
  readonly name: string;
  readonly kind: 'content' | 'coupon' | 'loyalty';
  /** Days before the end between which it sells. */
  readonly from: number;
  readonly to: number;
}

/** `+` before a name: new in the last days; `-`: sells no more since two weeks; `%`: coupons; `*`: cashback. */
const partners = (names: readonly string[]): readonly Partner[] =>
  names.map((text, index): Partner => {
    const mark = text[0] ?? '';
    return {
      name: text.replace(/^[-+%*]/, ''),
      kind: mark === '%' ? 'coupon' : mark === '*' ? 'loyalty' : 'content',
      from: mark === '+' ? NEW_DAYS : index % 4 === 3 ? 300 - 8 * index : DAYS,
      to: mark === '-' ? 15 : 0,
    };
  });

const IMPACT = partners([
  'Happy Tails Blog',
  '%Fetch & Save',
  'The Daily Wag',
  'Whiskers Weekly',
  '*PawPoints Cashback',
  'Second Chance Hounds',
  'Raw Feeding Notes',
  '%Kibble Coupons',
  'Trail Dogs of Colorado',
  'Puppy School Online',
  'The Indoor Cat',
  'Aquarium Insider',
  'Vet Tech Talks',
  'Big Dog, Small Flat',
  '-Groomers’ Corner',
  'Feathered Friends',
  'Reptile Room',
  'Barks & Recreation',
  'Senior Pets Today',
  'Hooves and Hay',
  'The Litter Review',
  'Pet Gear Lab',
  '+Corgi Chronicles',
  '+Dogs on Deck',
]);
const PARTNERIZE = partners([
  'Hund & Herz',
  '%Sparpfote',
  'Katzenkorb',
  'Café des Chiens',
  'Le Monde du Chat',
  '*TierBonus',
  'Perro Feliz',
  'Gatos y Más',
  'Pfotenrat',
  'Aquaristik heute',
  'Vita da Cane',
  'Il Gatto Curioso',
  'Wandern mit Hund',
  '-Nager-Nest',
  'Poil & Plume',
  'De Hondenhoek',
  'Kattenwereld',
  'Tierheim-Helden',
  'Mon Premier Chiot',
  '+Barkour Berlin',
]);
const AWIN = partners([
  'Four Paws Forum',
  '%Vouchers for Vets',
  'The Whippet Diaries',
  'Purrfect Picks',
  'Small Paws, Big Hearts',
  'Rabbit “Bun” Run',
  'Koi Pond Club',
  'Collie & Co.',
  'Terrier Times',
  'The Rescue Post',
  '*GiveBack Pets',
  'Hamster Haven',
  'Muddy Boots & Leads',
  '-Budgie Bulletin',
  'Pet Parent Perks',
  '+Dachshund Dispatch',
]);

const CATEGORIES = [
  ['Dog food', 2400, 6200],
  ['Cat food', 1800, 4800],
  ['Toys', 900, 2600],
  ['Beds & carriers', 3900, 9800],
  ['Health & care', 1400, 5200],
  ['Aquarium', 2200, 11_500],
] as const;
const COUPONS = ['PAWS10', 'WELCOME15', 'TREATS5'] as const;
const REASONS = ['ITEM_RETURNED', 'ITEM_RETURNED', 'ORDER_ERROR', 'CONS_FRAUD'] as const;
const DEVICES = ['Mobile', 'Mobile', 'Desktop', 'Tablet'] as const;

interface Program {
  readonly partners: readonly Partner[];
  readonly rows: number;
  readonly seed: number;
  readonly currency: Sale['currency'];
  readonly countries: readonly string[];
}

/** Sales in the order of their events: more towards the end, more at weekends, most by a few affiliates. */
function salesOf({ partners: all, rows, seed, currency, countries }: Program): Sale[] {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const events: number[] = [];
  while (events.length < rows) {
    const at = START + Math.floor((next() ** 0.72 * (END - START)) / 1000) * 1000;
    const weekday = new Date(at).getUTCDay();
    if (next() < (weekday === 0 || weekday === 6 ? 1 : 0.72)) events.push(at);
  }
  return events
    .sort((a, b) => a - b)
    .map((eventAt, row) => {
      const age = (END - eventAt) / DAY_MS;
      const partner = pickPartner(all, age, next);
      const { kind } = all[partner] as Partner;
      const [category, least, most] = pick(CATEGORIES);
      const amount = least + below(most - least) + (next() < 0.15 ? most : 0);
      const dice = next();
      const state = dice < 0.065 ? 'reversed' : age > 68 ? 'paid' : age > 34 ? 'approved' : 'pending';
      return {
        id: seed * 1_000_000 + row,
        partner,
        clickAt: eventAt - (60 + below(next() < 0.7 ? 5_000 : 400_000)) * 1000,
        eventAt,
        amount: state === 'reversed' ? 0 : amount,
        firstAmount: amount,
        rate: kind === 'content' ? 700 + 100 * (partner % 6) : 300 + 50 * (partner % 3),
        state,
        changedAt: Math.min(END - 1000, eventAt + below(20) * DAY_MS),
        currency,
        country: pick(countries),
        coupon: kind === 'coupon' || next() < 0.12 ? pick(COUPONS) : '',
        isNew: next() < (kind === 'content' ? 0.45 : 0.2),
        device: pick(DEVICES),
        category,
        reason: state === 'reversed' ? pick(REASONS) : '',
      };
    });
}

/** The first of the list sells most; whoever does not sell at that age (days before the end) is passed over. */
function pickPartner(all: readonly Partner[], age: number, next: () => number): number {
  const weights = all.map(({ from, to }, rank) =>
    age > from || age < to ? 0 : 1 / ((from <= NEW_DAYS ? 4 : rank) + 2) ** 0.85,
  );
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    weights.findIndex((weight) => (left -= weight) < 0),
    0,
  );
}

const AWIN_WORDS = { pending: 'pending', approved: 'approved', paid: 'approved', reversed: 'declined' } as const;

/** Awin's sales as this program exports them itself: what a coordinator gets who moves from another computer. */
function deskRow(sale: Sale, { name, prefix }: Naming): Transaction {
  const at = (instant: number): Moment => momentOfInstant(instant);
  const micros = (cents: number): number => cents * 10_000;
  const unclear = sale.id % 311 === 7;
  const commission = (cents: number): number => cents * sale.rate;
  return {
    network: 'Awin',
    program: 'Pawsome Pets EU',
    transactionId: `${prefix}${sale.id}`,
    orderId: `PAWS-${300_000 + (sale.id % 100_000)}`,
    partnerId: `${prefix}${41_200 + sale.partner}`,
    partnerName: name(sale.partner),
    sourceStatus: unclear ? 'amended' : AWIN_WORDS[sale.state],
    currency: sale.currency,
    originalCurrency: '',
    couponCode: sale.coupon,
    customerStatus: sale.isNew ? 'new' : 'existing',
    country: sale.country,
    device: sale.device,
    sub1: '',
    sub2: '',
    sub3: '',
    sku: '',
    category: sale.category,
    reasonCode: sale.reason,
    corrects: '',
    partnerEmail: '',
    partnerSite: '',
    extra: '',
    clickTime: at(sale.clickAt),
    eventTime: at(sale.eventAt),
    postedTime: Number.NaN,
    lockingTime: Number.NaN,
    clearedTime: sale.state === 'paid' ? at(sale.eventAt + 65 * DAY_MS) : Number.NaN,
    asOf: at(sale.changedAt),
    sale: micros(sale.amount),
    commission: commission(sale.amount),
    networkFee: commission(sale.amount) / 5,
    originalSale: Number.NaN,
    originalCommission: Number.NaN,
    quantity: Number.NaN,
    status: unclear ? 'unknown' : sale.state,
    line: Number.NaN,
  };
}

/** The files of assets/sample by name. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const naming = (all: readonly Partner[]): Naming => ({ name: (at) => all[at]?.name ?? '', prefix: PREFIX });
  const us = salesOf({
    partners: IMPACT,
    rows: 1900,
    seed: SEED,
    currency: 'USD',
    countries: ['US', 'US', 'US', 'CA'],
  });
  const eu = salesOf({
    partners: PARTNERIZE,
    rows: 1400,
    seed: SEED + 1,
    currency: 'EUR',
    countries: ['DE', 'DE', 'FR', 'ES', 'IT', 'NL'],
  });
  const awin = salesOf({
    partners: AWIN,
    rows: 1100,
    seed: SEED + 2,
    currency: 'EUR',
    countries: ['IE', 'NL', 'DE'],
  });
  return new Map([
    ['impact-action-listing.csv', toText(impactRows(us, naming(IMPACT)))],
    ['partnerize-conversions.csv', toText(partnerizeRows(eu, naming(PARTNERIZE)))],
    ['awin-affiliate-desk.csv', csvHeader() + csvRows(awin.map((sale) => deskRow(sale, naming(AWIN))))],
  ]);
}
