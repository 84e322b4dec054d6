import type { Profile } from './profile.ts';

const STATUSES: Profile['statuses'] = {
  unconfirmed: 'pending',
  pending: 'pending',
  'updated pending commission': 'pending',
  confirmed: 'approved',
  locked: 'locked',
  paid: 'paid',
  declined: 'reversed',
  cancelled: 'reversed',
  canceled: 'reversed',
};

/**
 * Pepperjam (now Ascend), the publisher's `transaction-details`: columns as programs that read it have them.
 *
 * - The program is the advertiser's. Who the publisher is stands nowhere and is asked; `sid` is his own mark, the sub id.
 * - A correction changes the row itself. The transaction history and `transaction-delta`, which repeat a transaction with the change
 *   alone, are other reports: they are refused where a column tells them (`Process Date`, a revision).
 * - DELAYED stands after LOCKED in the vendor's help (an invoice is outstanding), while programs that read the report take it for
 *   pending: she is asked.
 * - US dollars unless a column says otherwise; times without an offset are taken for New York's.
 */
export const pepperjamTransactions: Profile = {
  id: 'pepperjam-transactions',
  name: 'Pepperjam transaction details',
  network: 'Pepperjam',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [
    ['transaction_id'],
    ['program_id', 'program_name'],
    ['order_id'],
    ['sale_amount'],
    ['commission'],
    ['date'],
    ['status'],
    ['creative_type', 'publisher_referral_url', 'sub_type'],
  ],
  refuses: ['sku', 'item_name', 'payment_id', 'Process Date', 'revision', 'revision_number', 'publisher_id'],
  columns: [
    { field: 'program', names: ['program_name', 'program_id'], required: true },
    { field: 'transactionId', names: ['transaction_id'], required: true },
    { field: 'orderId', names: ['order_id'] },
    { field: 'eventTime', names: ['date'], required: true },
    { field: 'status', names: ['status'] },
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['sale_amount'] },
    { field: 'commission', names: ['commission'], required: true },
    { field: 'couponCode', names: ['coupon', 'coupon_code'] },
    { field: 'device', names: ['device_type'] },
    { field: 'category', names: ['type'] },
    { field: 'sub1', names: ['sid'] },
  ],
  statuses: STATUSES,
  disputed: ['delayed'],
  negatives: 'corrections',
  currency: 'USD',
  defaultZone: 'America/New_York',
  questions: ['partner', 'words'],
};

/**
 * Ascend (formerly Pepperjam), the brand's Transaction Details report. Labels as Ascend's help names the columns of its transaction
 * reports; the header of the download itself is not published.
 *
 * - `ID` is the publisher's. The program is asked.
 * - The commission is all that the brand pays for the sale, the network's part of it included: the report does not part them.
 * - Reports of changes (`Process Date`) are refused, as in the publisher's transaction details.
 */
export const ascendTransactions: Profile = {
  id: 'ascend-transactions',
  name: 'Ascend transaction details',
  network: 'Pepperjam',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [
    ['Transaction ID'],
    ['Publisher ID', 'ID'],
    ['Publisher', 'Publisher Name', 'Company'],
    ['Order ID'],
    ['Sale Amount'],
    ['Commission', 'Commission (Total)'],
    ['Sale Date'],
    ['Status'],
  ],
  refuses: ['Process Date', 'Item ID', 'Invoice ID', 'Currency Conversion'],
  columns: [
    { field: 'program', names: ['Program', 'Program Name'], required: true },
    { field: 'transactionId', names: ['Transaction ID'], required: true },
    { field: 'orderId', names: ['Order ID'] },
    { field: 'partnerId', names: ['Publisher ID', 'ID'], required: true },
    { field: 'partnerName', names: ['Publisher', 'Publisher Name', 'Company'] },
    { field: 'partnerSite', names: ['URL', 'Website'] },
    { field: 'eventTime', names: ['Sale Date'], required: true },
    { field: 'status', names: ['Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Sale Amount'] },
    { field: 'commission', names: ['Commission', 'Commission (Total)'], required: true },
    { field: 'couponCode', names: ['Coupon', 'Coupon Code'] },
    { field: 'device', names: ['Device Type'] },
    { field: 'category', names: ['Link Type', 'Creative Type'] },
  ],
  statuses: STATUSES,
  disputed: ['delayed'],
  negatives: 'corrections',
  currency: 'USD',
  dates: 'mdy',
  defaultZone: 'America/New_York',
  questions: ['program', 'words'],
};
