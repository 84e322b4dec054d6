import type { Profile } from './profile.ts';

/**
 * ShareASale, the affiliate's activity: 26 columns with "|" between them, as programs that read the export have them. ShareASale was
 * closed in 2025, so these files are history.
 *
 * - The affiliate is in every row (`User ID`), the program is the merchant.
 * - There is no status word: `Voided` takes the transaction back (1), `Paid Date` says that it was paid, `Locked` (1) that it can no
 *   longer be voided, in this order; otherwise it is pending.
 * - A bonus or a refund after the lock is a row of its own that names the other in `Reference Trans`; a negative one takes it back.
 * - Four ways of writing dates stand in one row: `01/31/2024 02:05:00 PM` (month first), `2024-01-31 14:05:00.0`, with three decimals,
 *   and `2024-01-31`. All are Chicago's. `Click Date` may have the time of day beside it, in `Click Time`.
 * - Amounts are US dollars. `NO DATA` is an empty cell. `Aff Comment` is the affiliate's own mark, the sub id.
 */
export const shareasaleActivity: Profile = {
  id: 'shareasale-activity',
  name: 'ShareASale affiliate activity',
  network: 'ShareASale',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [
    ['Trans ID'],
    ['User ID'],
    ['Trans Date'],
    ['Trans Amount'],
    ['Commission'],
    ['Merchant ID', 'Merchant Organization'],
    ['Voided', 'Locked', 'Lock Date'],
  ],
  refuses: [],
  keeps: ['Comment', 'Reference Trans', 'Trans Type'],
  columns: [
    { field: 'program', names: ['Merchant Organization', 'Merchant ID'], required: true },
    { field: 'transactionId', names: ['Trans ID'], required: true },
    { field: 'partnerId', names: ['User ID'], required: true },
    { field: 'eventTime', names: ['Trans Date'], required: true },
    { field: 'clickTime', names: ['Click Date'], clock: ['Click Time'] },
    { field: 'lockingTime', names: ['Lock Date'] },
    { field: 'clearedTime', names: ['Paid Date'] },
    { field: 'sale', names: ['Trans Amount'] },
    { field: 'commission', names: ['Commission'], required: true },
    { field: 'corrects', names: ['Reference Trans'] },
    { field: 'sub1', names: ['Aff Comment'] },
    { field: 'sku', names: ['SKU List'] },
    { field: 'category', names: ['Trans Type'] },
  ],
  statuses: {},
  flags: [
    { names: ['Voided'], is: 'true', status: 'reversed' },
    { names: ['Paid Date'], is: 'filled', status: 'paid' },
    { names: ['Locked'], is: 'true', status: 'locked' },
  ],
  otherwise: 'pending',
  negatives: 'corrections',
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'America/Chicago',
  questions: [],
};

/**
 * ShareASale, the merchant's Transaction Detail: the brand's own export. Its header was never published: the names here are those
 * that its help page and its API's sort keys use for the same values (`ssamount` is what ShareASale got).
 *
 * - The affiliate's id and the order number are there; the program is asked.
 * - The transaction fee, 20 % of the commission, is a column of its own: the network's fee.
 * - Void, lock and payment are told as in the affiliate's activity, or by a word (unlocked, locked, voided, paid).
 * - US dollars, Chicago's time, month first; "|" or "," between the columns.
 */
export const shareasaleTransactions: Profile = {
  id: 'shareasale-transactions',
  name: 'ShareASale transaction detail',
  network: 'ShareASale',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [
    ['Trans ID', 'Transaction ID'],
    ['Affiliate ID', 'User ID'],
    ['Trans Date', 'Transaction Date', 'Date'],
    ['Trans Amount', 'Sale Amount', 'Amount'],
    ['Commission'],
    ['SS Amount', 'ShareASale Fee', 'ShareASale Amount', 'Transaction Fee', 'Voided', 'Void Date'],
  ],
  refuses: ['Merchant ID', 'Merchant Organization', 'Advertiser ID'],
  columns: [
    { field: 'program', names: ['Store', 'Store Name', 'Merchant'], required: true },
    { field: 'transactionId', names: ['Trans ID', 'Transaction ID'], required: true },
    { field: 'orderId', names: ['Order Number', 'Order ID', 'Tracking'] },
    { field: 'partnerId', names: ['Affiliate ID', 'User ID'], required: true },
    { field: 'partnerName', names: ['Affiliate', 'Affiliate Name', 'Organization'] },
    { field: 'partnerSite', names: ['Website', 'Affiliate Website'] },
    { field: 'eventTime', names: ['Trans Date', 'Transaction Date', 'Date'], required: true },
    { field: 'clickTime', names: ['Click Date'], clock: ['Click Time'] },
    { field: 'lockingTime', names: ['Lock Date'] },
    { field: 'clearedTime', names: ['Paid Date'] },
    { field: 'status', names: ['Status'] },
    { field: 'sale', names: ['Trans Amount', 'Sale Amount', 'Amount'] },
    { field: 'commission', names: ['Commission'], required: true },
    { field: 'networkFee', names: ['SS Amount', 'ShareASale Fee', 'ShareASale Amount', 'Transaction Fee'] },
    { field: 'couponCode', names: ['Coupon Code', 'Coupon'] },
    { field: 'customerStatus', names: ['Customer Type', 'New Customer', 'Customer Status'] },
    { field: 'sku', names: ['SKU List', 'SKU'] },
    { field: 'category', names: ['Trans Type', 'Transaction Type'] },
    { field: 'reasonCode', names: ['Void Reason', 'Reversal Reason'] },
    { field: 'corrects', names: ['Reference Trans'] },
  ],
  statuses: {
    new: 'pending',
    unlocked: 'pending',
    pending: 'pending',
    accepted: 'approved',
    locked: 'locked',
    paid: 'paid',
    void: 'reversed',
    voided: 'reversed',
    returned: 'reversed',
  },
  flags: [
    { names: ['Voided', 'Void Date'], is: 'filled', status: 'reversed' },
    { names: ['Paid Date'], is: 'filled', status: 'paid' },
    { names: ['Locked'], is: 'true', status: 'locked' },
  ],
  otherwise: 'pending',
  negatives: 'corrections',
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'America/Chicago',
  questions: ['program'],
};
