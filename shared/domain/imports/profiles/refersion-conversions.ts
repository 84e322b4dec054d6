import type { Profile } from './profile.ts';

const ID = ['Conversion ID', 'id'];
const AFFILIATE = ['Affiliate ID', 'Affiliate Email', 'Affiliate'];
const COMMISSION = ['Commission', 'commission_total', 'Commission Amount', 'Total Commission'];
const CREATED = ['created', 'Created', 'Created At', 'Conversion Date', 'Order Date', 'Date'];

/**
 * Refersion, conversions. The names of its published API and the words of its help; the header of its export is not published.
 *
 * - Statuses are pending, approved, denied and unqualified (out of the cookie's days, the affiliate's own order, a duplicate). A paid
 *   conversion stays approved and has a payment date beside.
 * - Amounts are in whole units of the currency.
 */
export const refersionConversions: Profile = {
  id: 'refersion-conversions',
  name: 'Refersion conversions',
  network: 'Refersion',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [ID, ['Order ID', 'Order Number'], AFFILIATE, COMMISSION, CREATED, ['Status', 'Conversion Status']],
  refuses: ['payout', 'conversion_unix_timestamp', 'Publisher ID', 'MID', 'Merchant ID', 'external_id', 't_orderid'],
  columns: [
    { field: 'program', names: ['Offer', 'offer_name', 'Offer ID', 'Program'], required: true },
    { field: 'transactionId', names: ID, required: true },
    { field: 'orderId', names: ['Order ID', 'Order Number'] },
    { field: 'partnerId', names: AFFILIATE, required: true },
    { field: 'partnerName', names: ['Affiliate Name', 'Affiliate'] },
    { field: 'partnerEmail', names: ['Affiliate Email'] },
    { field: 'eventTime', names: CREATED, required: true },
    { field: 'postedTime', names: ['approved', 'Approved At', 'Approved Date'] },
    { field: 'clearedTime', names: ['paid', 'Paid At', 'Paid Date', 'Payment Date'] },
    { field: 'status', names: ['Status', 'Conversion Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Order Total', 'total', 'Order Amount', 'Sale Amount', 'Subtotal'] },
    { field: 'commission', names: COMMISSION, required: true },
    { field: 'couponCode', names: ['Coupon', 'Coupon Code', 'Discount Code'] },
    { field: 'sub1', names: ['subid', 'Sub ID'] },
    { field: 'sku', names: ['SKU'] },
    { field: 'category', names: ['Commission Type', 'Conversion Source', 'Source'] },
    { field: 'reasonCode', names: ['Unqualified Reason', 'Denied Reason', 'Reason'] },
  ],
  statuses: {
    pending: 'pending',
    approved: 'approved',
    paid: 'paid',
    denied: 'reversed',
    reversed: 'reversed',
    unqualified: 'reversed',
  },
  flags: [{ names: ['paid', 'Paid At', 'Paid Date', 'Payment Date'], is: 'filled', status: 'paid' }],
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
