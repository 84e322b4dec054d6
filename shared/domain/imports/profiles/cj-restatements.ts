import type { Column, Profile } from './profile.ts';

/**
 * CJ, the two files in which a brand tells CJ what became of its orders. Columns and samples as in CJ's published guides to both.
 *
 * - Such a file holds decisions on orders, not commissions: no partner, no commission, no CJ id. It is read as orders of the brand, so
 *   it never adds to or takes from transactions. What CJ made of it comes with the commission details, as rows with negative amounts.
 * - Order numbers are the identity; the same order later in the file, or in a later file, is its later state.
 * - No column holds the order's own date: `updateTime` (UTC), when the decision fell, is both the date and the as-of date.
 * - `itemSku`, `itemUnitPrice`, `itemQuantity` and `itemDiscount` hold lists with ";" inside one cell. The SKUs are kept as they
 *   stand, the others are not read.
 */
const COLUMNS: readonly Column[] = [
  { field: 'program', names: ['advertiserName', 'companyId', 'enterpriseId'], required: true },
  { field: 'transactionId', names: ['orderId'], required: true },
  { field: 'orderId', names: ['orderId'] },
  { field: 'eventTime', names: ['updateTime'], required: true },
  { field: 'asOf', names: ['updateTime'] },
  { field: 'reasonCode', names: ['correctionReason'] },
];

const MEANING: Pick<Profile, 'network' | 'side' | 'kind' | 'source' | 'statuses' | 'defaultZone'> = {
  network: 'CJ',
  side: 'brand',
  kind: 'orders',
  source: 'vendor',
  statuses: {},
  defaultZone: 'UTC',
};

/** Orders that were cancelled as a whole: no amounts. */
export const cjCancellations: Profile = {
  ...MEANING,
  id: 'cj-cancellations',
  name: 'CJ cancellations',
  needs: [['companyId', 'enterpriseId'], ['actionTrackerId'], ['orderId'], ['updateTime'], ['correctionReason']],
  refuses: ['amount', 'eventDate', 'commissionId'],
  columns: COLUMNS,
  otherwise: 'reversed',
  questions: [],
};

/** Orders whose amount is another than before: `amount` is what is left of it. */
export const cjRestatements: Profile = {
  ...MEANING,
  id: 'cj-restatements',
  name: 'CJ restatements',
  needs: [
    ['companyId', 'enterpriseId'],
    ['actionTrackerId'],
    ['orderId'],
    ['updateTime'],
    ['amount'],
    ['correctionReason', 'discount'],
  ],
  refuses: ['eventDate', 'commissionId', 'cjEvent'],
  columns: [
    ...COLUMNS,
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['amount'] },
    { field: 'couponCode', names: ['coupon'] },
    { field: 'sku', names: ['itemSku'] },
  ],
  otherwise: 'approved',
  questions: ['currency'],
};
