import type { Profile } from './profile.ts';

/**
 * Tapfiliate, conversions: the columns of its published conversion file (snake_case names), and the fields of its API beside them.
 *
 * - `external_id` is the brand's own number of the conversion, usually the order's, and unique within the program.
 * - Whether a commission is approved is a word (`commission_status`) or a flag: true, false, or nothing as long as it is pending.
 *   A payout's id beside it says that it was paid.
 * - The partner is known by the API's affiliate id or, in the conversion file, by the e-mail address alone.
 * - Without `commission_amount` the commission is not in the file: Tapfiliate works it out after the program's settings.
 * - Times are ISO 8601; those without an offset are taken for UTC.
 */
export const tapfiliateConversions: Profile = {
  id: 'tapfiliate-conversions',
  name: 'Tapfiliate conversions',
  network: 'Tapfiliate',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['external_id'],
    ['amount'],
    ['created_at'],
    ['affiliate_email', 'affiliate_id', 'affiliate.id', 'affiliate.email'],
    ['program', 'program_id', 'program.id', 'program.title'],
  ],
  refuses: [],
  columns: [
    {
      field: 'program',
      names: ['program', 'program_title', 'program.title', 'program_id', 'program.id'],
      required: true,
    },
    { field: 'transactionId', names: ['external_id'], required: true },
    { field: 'orderId', names: ['external_id'] },
    {
      field: 'partnerId',
      names: ['affiliate_id', 'affiliate.id', 'affiliate_email', 'affiliate.email'],
      required: true,
    },
    { field: 'partnerEmail', names: ['affiliate_email', 'affiliate.email'] },
    { field: 'eventTime', names: ['created_at'], required: true },
    { field: 'clickTime', names: ['click_date', 'click.created_at'] },
    { field: 'status', names: ['commission_status'] },
    { field: 'currency', names: ['currency', 'commission_currency'], required: true },
    { field: 'sale', names: ['amount'] },
    { field: 'commission', names: ['commission_amount', 'commission.amount'] },
    { field: 'category', names: ['commission_type'] },
    { field: 'couponCode', names: ['coupon', 'coupon_code'] },
    { field: 'device', names: ['platform'] },
  ],
  statuses: {
    pending: 'pending',
    approved: 'approved',
    disapproved: 'reversed',
    rejected: 'reversed',
    paid: 'paid',
  },
  flags: [
    { names: ['approved', 'commission_approved'], is: 'false', status: 'reversed' },
    { names: ['payout', 'payout_id', 'payout.id'], is: 'filled', status: 'paid' },
    { names: ['approved', 'commission_approved'], is: 'true', status: 'approved' },
  ],
  otherwise: 'pending',
  defaultZone: 'UTC',
  questions: ['currency'],
};
