/** A row of the program's own export; what a test does not say is filled with something plausible. */
const TYPICAL = {
  network: 'Impact',
  program: 'Happy Paws',
  transactionId: 't1',
  partnerId: 'p1',
  partnerName: 'Pawsome Deals',
  eventTime: '2026-03-04T10:00:00Z',
  asOf: '2026-04-01T00:00:00Z',
  status: 'approved',
  currency: 'USD',
  sale: '50.00',
  commission: '5.00',
} as const;

export type Sale = { readonly [K in keyof typeof TYPICAL]: string };

export const sale = (wish: Partial<Sale> = {}): Sale => ({ ...TYPICAL, ...wish });

/** The export's text. */
export function exportOf(rows: readonly Sale[]): string {
  const columns = Object.keys(TYPICAL) as (keyof Sale)[];
  return [columns.join(','), ...rows.map((row) => columns.map((column) => row[column]).join(','))].join('\n') + '\n';
}
