import { DAY_MS } from '#shared/lib/day.ts';

/** A sale as the networks saw it, before a network writes it its own way. Amounts in cents, rates in basis points. */
export interface Sale {
  readonly id: number;
  readonly partner: number;
  readonly clickAt: number;
  readonly eventAt: number;
  readonly amount: number;
  /** The amount before any adjustment. */
  readonly firstAmount: number;
  readonly rate: number;
  readonly state: 'pending' | 'approved' | 'paid' | 'reversed';
  readonly changedAt: number;
  readonly currency: 'USD' | 'EUR' | 'GBP';
  readonly country: string;
  readonly coupon: string;
  readonly isNew: boolean;
  readonly device: string;
  readonly category: string;
  readonly reason: string;
}

export interface Shape {
  readonly rows: number;
  readonly seed: number;
  readonly partners?: number;
  /** First and last day of the events (epoch ms), the last not included. */
  readonly from?: number;
  readonly to?: number;
}

const PARTNERS = [
  'Happy Tails Blog',
  'The Cat Corner',
  'Fetch & Save Deals',
  'Whiskers Weekly',
  'Bark Box Reviews',
  'Aquarium Insider',
  'Pet Parent Perks',
  'Café des Chiens',
  'Coupon Kennel',
  'Feathered Friends',
  'Small Paws, Big Hearts',
  'Rabbit "Bun" Run',
] as const;
const COUPONS = ['', '', '', 'PAWS10', 'NEWPUP15', 'SPRING26'] as const;
const CATEGORIES = ['Dog food', 'Cat food', 'Toys', 'Aquarium', 'Health & care'] as const;
const DEVICES = ['Desktop', 'Mobile', 'Tablet'] as const;
const PLACES = [
  ['USD', 'US'],
  ['USD', 'US'],
  ['USD', 'CA'],
  ['GBP', 'GB'],
  ['EUR', 'DE'],
  ['EUR', 'FR'],
] as const;
const REASONS = ['ITEM_RETURNED', 'ORDER_ERROR', 'CONS_FRAUD'] as const;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const START = Date.UTC(2026, 2, 1);
const END = Date.UTC(2026, 5, 1);

/** Sales in the order of their events: same shape, same sales. */
export function makeSales({ rows, seed, partners = PARTNERS.length, from = START, to = END }: Shape): Sale[] {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const events = Array.from({ length: rows }, () => from + Math.floor((next() * (to - from)) / 1000) * 1000).sort(
    (a, b) => a - b,
  );
  return events.map((eventAt, row) => {
    const [currency, country] = pick(PLACES);
    const amount = 900 + below(14_000);
    const age = (to - eventAt) / DAY_MS;
    const state =
      next() < 0.08 ? 'reversed' : age > 60 ? (next() < 0.7 ? 'paid' : 'approved') : age > 30 ? 'approved' : 'pending';
    return {
      id: seed * 10_000_000 + row,
      // A few partners bring most of the sales.
      partner: Math.floor(next() ** 2 * partners),
      clickAt: eventAt - (60 + below(200_000)) * 1000,
      eventAt,
      amount: state === 'reversed' ? 0 : amount,
      firstAmount: amount,
      rate: 500 + 100 * below(8),
      state,
      changedAt: Math.min(to - 1000, eventAt + below(20) * DAY_MS),
      currency,
      country,
      coupon: pick(COUPONS),
      isNew: next() < 0.4,
      device: pick(DEVICES),
      category: pick(CATEGORIES),
      reason: state === 'reversed' ? pick(REASONS) : '',
    };
  });
}

/** The same sales a month on: some approved, paid, reversed or partly returned since, the others as they were. */
export function monthLater(sales: readonly Sale[], seed: number): Sale[] {
  const next = random(seed);
  return sales.map((sale) => {
    const changedAt = Math.max(sale.changedAt, END) + Math.floor(next() * 29 * 86_400) * 1000;
    const dice = next();
    if (sale.state === 'pending') {
      if (dice < 0.15) return { ...sale, state: 'reversed', amount: 0, reason: 'ITEM_RETURNED', changedAt };
      if (dice < 0.3) return { ...sale, amount: Math.round(sale.amount * 0.6), state: 'approved', changedAt };
      return dice < 0.7 ? { ...sale, state: 'approved', changedAt } : sale;
    }
    return sale.state === 'approved' && dice < 0.5 ? { ...sale, state: 'paid', changedAt } : sale;
  });
}

export const partnerName = (partner: number): string => {
  const name = PARTNERS[partner % PARTNERS.length] ?? '';
  return partner < PARTNERS.length ? name : `${name} ${Math.floor(partner / PARTNERS.length) + 1}`;
};

/** Who the partners are, and what stands before every id. */
export interface Naming {
  readonly name: (partner: number) => string;
  readonly prefix: string;
}

const FIXTURES: Naming = { name: partnerName, prefix: '' };

const iso = (instant: number): string => new Date(instant).toISOString();
const stamp = (instant: number): string => iso(instant).slice(0, 19).replace('T', ' ');
const decimals = (cents: number, rate: number): string => ((cents * rate) / 1_000_000).toFixed(4);

/** Rows of cells as delimited text: quotes where needed, LF, a line end at the end. */
export function toText(rows: readonly (readonly string[])[], delimiter = ','): string {
  const quote = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quote).join(delimiter)}\n`).join('');
}

const PARTNERIZE_HEADER =
  'conversion_id,campaign_id,publisher_id,conversion_date,conversion_date_time,click_time,click_date,click_date_time,currency,advertiser_reference,conversion_reference,referer_ip,source_referer,campaign_title,publisher_name,conversion_status,conversion_lag,value,commission,publisher_commission,creative_type,creative_id,specific_creative_id,customer_type,was_disputed,cookie_id,country,currency_original,currency_conversion_rate,customer_reference,camref,meta_item_colour'.split(
    ',',
  );
const PARTNERIZE_STATES = { pending: 'pending', approved: 'approved', paid: 'approved', reversed: 'rejected' } as const;

/** Header and rows of a Partnerize conversion.csv. The network keeps a tenth of what the brand pays. */
export function partnerizeRows(sales: readonly Sale[], { name, prefix }: Naming = FIXTURES): string[][] {
  const rows = sales.map((sale) => {
    const event = stamp(sale.eventAt);
    const click = stamp(sale.clickAt);
    // A rejected conversion keeps its amounts here, where Impact sets them to nothing.
    const amount = sale.state === 'reversed' ? sale.firstAmount : sale.amount;
    return [
      `${prefix}1011l${sale.id}`,
      '10l176',
      `${prefix}1l${1_007_802 + sale.partner}`,
      event.slice(0, 10),
      event,
      click.slice(11),
      click.slice(0, 10),
      click,
      sale.currency,
      '',
      `PAWS-${100_000 + (sale.id % 10_000_000)}`,
      '203.0.113.7',
      '',
      `Pawsome Pets ${sale.currency === 'USD' ? 'US' : 'EU'}`,
      name(sale.partner),
      PARTNERIZE_STATES[sale.state],
      String((sale.eventAt - sale.clickAt) / 1000),
      (amount / 100).toFixed(2),
      decimals(amount, (sale.rate * 11) / 10),
      decimals(amount, sale.rate),
      '0',
      '0',
      '0',
      sale.isNew ? 'new' : 'existing',
      '0',
      `1011l${sale.id % 4096}`,
      sale.country,
      '',
      '',
      '',
      '1l3v9UA',
      sale.category === 'Toys' ? 'red' : '',
    ];
  });
  return [PARTNERIZE_HEADER, ...rows];
}

const IMPACT_HEADER =
  'Referral_Date,Action_Date,Adj_Date,locking_date,scheduled_clearing_date,actual_clearing_date,action_batch_date,batch_id,Action_Id,OID,Customer_Status,Category,Status,Status_Detail,Disposition,original_sale_amount,Sale_Amount,original_payout,Payout,Client_Cost,Promo_Code,Media_Partner,mp_id,Channel,Action_Tracker,Referring_URL,SubId1,SubId2,SubId3,Notes,Customer_Id,adv_cust_country,Device,Original_Currency,original_currency_sale_amount'.split(
    ',',
  );
const IMPACT_STATES = { pending: 'PENDING', approved: 'LOCKED', paid: 'PAID', reversed: 'REVERSED' } as const;

/** Header and rows of an Impact Advertiser Action Listing: offset time stamps, `n/a`, four decimals; the account is in US dollars. */
export function impactRows(sales: readonly Sale[], { name, prefix }: Naming = FIXTURES): string[][] {
  const offset = (instant: number): string => `${iso(instant - 7 * 3_600_000).slice(0, 19)}-07:00`;
  const rows = sales.map((sale) => {
    const amount = (cents: number): string => (cents / 100).toFixed(4);
    const locking = sale.eventAt + 45 * DAY_MS;
    return [
      offset(sale.clickAt),
      offset(sale.eventAt),
      offset(sale.changedAt),
      offset(locking),
      offset(locking + 20 * DAY_MS),
      sale.state === 'paid' ? offset(locking + 20 * DAY_MS) : 'n/a',
      'n/a',
      'n/a',
      `${prefix}${9_000 + (sale.id % 97)}.4321.${sale.id}`,
      `PAWS-${200_000 + (sale.id % 10_000_000)}`,
      sale.isNew ? 'NEW' : 'EXISTING',
      sale.category,
      IMPACT_STATES[sale.state],
      'n/a',
      sale.reason === '' ? 'n/a' : sale.reason,
      amount(sale.firstAmount),
      amount(sale.amount),
      decimals(sale.firstAmount, sale.rate),
      decimals(sale.amount, sale.rate),
      decimals(sale.amount, (sale.rate * 11) / 10),
      sale.coupon === '' ? 'n/a' : sale.coupon,
      name(sale.partner),
      `${prefix}${310_000 + sale.partner}`,
      'Content',
      'Online sale',
      'https://pets.example/review',
      `spring-${sale.partner}`,
      sale.device === 'Mobile' ? 'app' : 'n/a',
      'n/a',
      '',
      `c${sale.id % 5000}`,
      sale.country,
      sale.device,
      sale.currency,
      amount(sale.firstAmount),
    ];
  });
  return [IMPACT_HEADER, ...rows];
}

/** `rows` with three data rows that cannot be read: `amount` not a number in the third, `time` not a date in the fifth, no `id` in the seventh. */
export function withBadRows(
  rows: readonly string[][],
  names: { readonly amount: string; readonly time: string; readonly id: string },
): string[][] {
  const header = rows[0] ?? [];
  const bad = [
    [3, names.amount, 'twelve'],
    [5, names.time, 'yesterday'],
    [7, names.id, ''],
  ] as const;
  return rows.map((row, at) => {
    const wrong = bad.find(([which]) => which === at);
    return row.map((cell, column) => (wrong && header[column] === wrong[1] ? wrong[2] : cell));
  });
}

/** The files of tests/fixtures/exports by their path there. */
export function fixtureFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const networks = [
    ['partnerize', 11, partnerizeRows, { amount: 'value', time: 'conversion_date_time', id: 'conversion_id' }],
    ['impact', 12, impactRows, { amount: 'Sale_Amount', time: 'Action_Date', id: 'Action_Id' }],
  ] as const;
  for (const [network, seed, write, names] of networks) {
    const first = makeSales({ rows: 60, seed });
    const fresh = makeSales({ rows: 14, seed: seed + 10, from: END, to: Date.UTC(2026, 6, 1) });
    files.set(`${network}/2026-05-31.csv`, toText(write(first)));
    files.set(`${network}/2026-06-30.csv`, toText(write([...monthLater(first, seed), ...fresh])));
    files.set(`${network}/three-bad-rows.csv`, toText(withBadRows(write(first.slice(0, 20)), names)));
  }
  return files;
}
