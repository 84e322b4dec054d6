import type { Profile } from './profile.ts';

/**
 * Everflow, the network's conversion report. Field names as in Everflow's published reporting API, from which its exports are made;
 * the labels of its screens are taken beside them.
 *
 * - Times are seconds since 1970 (`conversion_unix_timestamp`); exports for people write dates, which are read as well.
 * - `payout` is what the partner gets and `sale_amount` what was sold. `revenue` is what the advertiser pays for the conversion; it is
 *   taken for the sale where no sale amount is in the file.
 * - A scrubbed conversion (`is_scrub`) is kept from the partner and not paid, whatever its status says.
 * - `error_message` says why a conversion was rejected.
 */
export const everflowConversions: Profile = {
  id: 'everflow-conversions',
  name: 'Everflow conversions',
  network: 'Everflow',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['conversion_id'],
    ['conversion_unix_timestamp', 'Conversion Date', 'Conversion Time', 'Date'],
    ['payout'],
    ['status', 'Conversion Status'],
    ['network_affiliate_id', 'affiliate_id', 'Partner ID', 'Affiliate', 'Partner', 'affiliate_name'],
    ['revenue', 'payout_type', 'revenue_type', 'is_scrub', 'conversion_unix_timestamp'],
  ],
  refuses: ['campaign_title', 'Conversion Item ID', 'publisher_commission'],
  columns: [
    {
      field: 'program',
      names: ['offer_name', 'Offer', 'Offer Name', 'network_offer_id', 'offer_id'],
      required: true,
    },
    { field: 'transactionId', names: ['conversion_id'], required: true },
    { field: 'orderId', names: ['order_id'] },
    {
      field: 'partnerId',
      names: ['network_affiliate_id', 'affiliate_id', 'Partner ID', 'Affiliate', 'Partner', 'affiliate_name'],
      required: true,
    },
    { field: 'partnerName', names: ['affiliate_name', 'Partner Name', 'Affiliate', 'Partner'] },
    {
      field: 'eventTime',
      names: ['conversion_unix_timestamp', 'Conversion Date', 'Conversion Time', 'Date'],
      required: true,
    },
    { field: 'clickTime', names: ['click_unix_timestamp', 'Click Date', 'Click Time'] },
    { field: 'status', names: ['status', 'Conversion Status'] },
    { field: 'currency', names: ['currency_id', 'currency'], required: true },
    { field: 'sale', names: ['sale_amount', 'revenue'] },
    { field: 'commission', names: ['payout'], required: true },
    { field: 'couponCode', names: ['coupon_code'] },
    { field: 'country', names: ['country', 'country_code'] },
    { field: 'device', names: ['device_type', 'device', 'platform'] },
    { field: 'sub1', names: ['sub1'] },
    { field: 'sub2', names: ['sub2'] },
    { field: 'sub3', names: ['sub3'] },
    { field: 'category', names: ['event', 'Event Name'] },
    { field: 'reasonCode', names: ['error_message', 'error_code'] },
  ],
  statuses: {
    pending: 'pending',
    on_hold: 'pending',
    'on hold': 'pending',
    approved: 'approved',
    rejected: 'reversed',
    invalid: 'reversed',
  },
  flags: [{ names: ['is_scrub'], is: 'true', status: 'reversed' }],
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
