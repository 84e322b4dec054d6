import type { Column, Profile } from './profile.ts';

/*
 * Rakuten Advertising (LinkShare). The labels are the 108 that its reporting tool can put into a report, as a public connector lists
 * them; the header of Signature Orders and its dialect (BOM, CRLF, dates as 6/3/26) as in a public fixture and its parser; the rules
 * below from a public parser of publishers' reports.
 *
 * - A row is one SKU of an order. An order has no id that every report shows (`Transaction ID` is one item's and only in reports to
 *   which it was added), so what is known of it are the order id, when it was placed and when it was processed. The rows that agree in
 *   these are lines of one transaction. Reports that show the same of these can be imported beside each other and count no order twice.
 * - A cancellation is a row of its own, processed later, with negative amounts: it takes back a part of the order that it names. In a
 *   report that does not show when rows were processed it is one of the order's lines, and lessens its amounts.
 * - No row says where it stands unless the column was chosen: what is processed is approved.
 * - Dates are month first, with the time of day in a column beside; GMT unless the report was made for another zone.
 * - Amounts are in US dollars where there is no `Currency`. Empty cells may read `null`, amounts hold thousands commas, an order id
 *   may hold a comma, and rows may end with an empty cell too many.
 * - A report made with its summary has lines before and after the table, which have fewer cells.
 */

const DATES = ['Transaction Date', 'Process Date'];
const COMMISSIONS = [
  'Total Commission',
  'Gross Total Commissions',
  'Gross Commissions',
  'Adjusted Commission',
  'Baseline Commission',
];
/** What tells the advertiser's reports, which name publishers, from a publisher's own. */
const PUBLISHER = ['Publisher ID', 'Publisher Encrypted ID', 'Publisher Name'];

const columns: readonly Column[] = [
  { field: 'program', names: ['Advertiser Name', 'MID'], required: true },
  { field: 'orderId', names: ['Order ID'], required: true },
  { field: 'partnerId', names: PUBLISHER, required: true },
  { field: 'partnerName', names: ['Publisher Name'] },
  { field: 'partnerSite', names: ['Publisher URL'] },
  { field: 'eventTime', names: DATES, clock: ['Transaction Time'], required: true },
  { field: 'postedTime', names: ['Process Date'], clock: ['Process Time'] },
  { field: 'status', names: ['Commission Status', 'Order Status'] },
  { field: 'currency', names: ['Currency'], required: true },
  { field: 'sale', names: ['Sales', 'Gross Sales'] },
  { field: 'commission', names: COMMISSIONS, required: true },
  { field: 'quantity', names: ['# of Items', '# of Net Items', 'Quantity'] },
  { field: 'couponCode', names: ['Order Coupon Code(s)', 'Item Coupon Code(s)'] },
  { field: 'customerStatus', names: ['Customer Status'] },
  { field: 'country', names: ['Consumer Country', 'Ship-To Country'] },
  { field: 'device', names: ['Device'] },
  { field: 'sub1', names: ['Member ID (U1)'] },
  { field: 'sku', names: ['SKU'] },
  { field: 'category', names: ['Product Category'] },
  { field: 'reasonCode', names: ['Non-Commissionable Reason'] },
];

const rakuten = {
  network: 'Rakuten Advertising',
  kind: 'transactions',
  source: 'parsers',
  columns,
  statuses: {
    pending: 'pending',
    approved: 'approved',
    locked: 'locked',
    paid: 'paid',
    reversed: 'reversed',
    declined: 'reversed',
    cancelled: 'reversed',
    canceled: 'reversed',
  },
  otherwise: 'approved',
  identity: {
    columns: ['Order ID', 'Transaction Date', 'Transaction Time', 'Process Date', 'Process Time'],
    again: 'merge',
  },
  keeps: ['Transaction ID', 'Product Name', 'Link ID'],
  negatives: 'corrections',
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'UTC',
} satisfies Partial<Profile>;

/** Signature Orders, a publisher's orders with the sub id (`Member ID (U1)`) that he had put on the link. */
export const rakutenSignatureOrders: Profile = {
  ...rakuten,
  id: 'rakuten-signature-orders',
  name: 'Rakuten Signature Orders',
  side: 'publisher',
  needs: [['Member ID (U1)'], ['Order ID'], DATES, COMMISSIONS],
  refuses: PUBLISHER,
  questions: ['program', 'partner', 'currency'],
};

/** Individual Item, and any other choice of a publisher's columns that shows orders. */
export const rakutenItems: Profile = {
  ...rakuten,
  id: 'rakuten-items',
  name: 'Rakuten Individual Item',
  side: 'publisher',
  needs: [
    ['Order ID'],
    DATES,
    COMMISSIONS,
    ['MID', 'Advertiser Name', '# of Items', '# of Net Items', 'Process Date', 'Signature Match Date', 'Network ID'],
  ],
  refuses: [...PUBLISHER, 'Member ID (U1)'],
  questions: ['program', 'partner', 'currency'],
};

/** Any choice of the advertiser's columns that shows orders and their publishers. */
export const rakutenAdvertiser: Profile = {
  ...rakuten,
  id: 'rakuten-advertiser',
  name: 'Rakuten orders by publisher',
  side: 'brand',
  needs: [['Order ID'], DATES, COMMISSIONS, PUBLISHER],
  refuses: [],
  questions: ['program', 'currency'],
};

/**
 * Clicks by publisher, of a day each or of one period whose last day is asked. Its sums of sales and commissions are kept with the
 * clicks and never added to transactions.
 */
export const rakutenPerformance: Profile = {
  id: 'rakuten-performance',
  name: 'Rakuten performance by publisher',
  network: 'Rakuten Advertising',
  side: 'brand',
  kind: 'clicks',
  source: 'parsers',
  needs: [PUBLISHER, ['# of Clicks']],
  refuses: ['Order ID', 'Transaction ID', 'SKU'],
  columns: [
    { field: 'program', names: ['Advertiser Name', 'MID'], required: true },
    { field: 'partnerId', names: PUBLISHER, required: true },
    { field: 'partnerName', names: ['Publisher Name'] },
    { field: 'partnerSite', names: ['Publisher URL'] },
    { field: 'eventTime', names: DATES, required: true },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'quantity', names: ['# of Clicks'] },
    { field: 'sale', names: ['Sales', 'Gross Sales'] },
    { field: 'commission', names: COMMISSIONS },
  ],
  statuses: {},
  otherwise: 'approved',
  identity: { columns: [...DATES, ...PUBLISHER, 'Advertiser Name', 'MID', 'Currency'], again: 'merge' },
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'UTC',
  questions: ['program', 'currency', 'day'],
};
