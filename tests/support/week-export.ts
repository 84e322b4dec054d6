/** A row of a made-up export in the program's own format; `who` is both partner id and name. */
export interface MadeSale {
  readonly who: string;
  /** Days after the Monday of the last whole week: -7 to -1 are the week before it. */
  readonly day: number;
  readonly currency: string;
  readonly status: 'pending' | 'approved' | 'locked' | 'paid' | 'reversed';
  /** In cents, so that sums are exact. */
  readonly saleCents: number;
}

const DAY_MS = 86_400_000;
const COLUMNS = 'network,program,transactionId,partnerId,partnerName,currency,eventTime,sale,commission,status,asOf';

/** `YYYY-MM-DD` of a day of the last whole week before today (weeks from Monday), by this machine's clock. */
export function weekDay(offset: number): string {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const monday = today - ((now.getDay() + 6) % 7) * DAY_MS - 7 * DAY_MS;
  return new Date(monday + offset * DAY_MS).toISOString().slice(0, 10);
}

/** The export's text. Commission is a tenth of the sale. */
export function weekExport(sales: readonly MadeSale[]): string {
  const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const rows = sales.map(({ who, day, currency, status, saleCents }, index) =>
    [
      'Impact',
      'Pawsome Pets',
      `t-${index}`,
      text(who),
      text(who),
      currency,
      weekDay(day),
      (saleCents / 100).toFixed(2),
      (saleCents / 1000).toFixed(3),
      status,
      new Date().toISOString(),
    ].join(','),
  );
  return [COLUMNS, ...rows, ''].join('\n');
}

const NAMES = [
  ...['Kibble Club', 'Pawsome Deals', 'The Daily Bark', 'Cashback Kitty', 'HoundHub', 'Whisker & Co'],
  ...['Fetch Finder', 'Tail Waggers', 'Petal & Paw', 'Coupon Canine', 'Meow Media', 'Bark Box Reviews'],
];

/** Two weeks of a dozen affiliates in two currencies, always the same but for their days. */
export function twoWeeks(): readonly MadeSale[] {
  let seed = 20_261_123;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return NAMES.flatMap((who, rank) =>
    ['USD', 'GBP'].flatMap((currency) =>
      Array.from({ length: 14 }, (_, at): MadeSale[] =>
        chance() < 0.3
          ? []
          : [
              {
                who,
                day: at - 7,
                currency,
                status: chance() < 0.08 ? 'reversed' : 'approved',
                saleCents: Math.round((chance() * 60_000) / (rank + 1)) + 500,
              },
            ],
      ).flat(),
    ),
  );
}

/** What the week's conversions of a currency come to, in cents. */
export const revenueCents = (sales: readonly MadeSale[], currency: string, week: 'last' | 'before'): number =>
  sales
    .filter((sale) => sale.currency === currency && sale.status !== 'reversed')
    .filter((sale) => (week === 'last' ? sale.day >= 0 && sale.day < 7 : sale.day >= -7 && sale.day < 0))
    .reduce((sum, sale) => sum + sale.saleCents, 0);
