import type { Profile } from './profile.ts';

/**
 * TUNE (HasOffers), the conversion report. Names of the fields as in TUNE's published API (`Stat.payout`), and the labels that its
 * help names for the columns shown at first.
 *
 * - One click's transaction id may bring several conversions: the event id is the identity. Without a column for it the report
 *   cannot be told apart row by row and goes to the mapping step.
 * - The program is the offer. `Payout` is what the partner gets. `Revenue` is what an advertiser pays a network that runs on TUNE;
 *   for a brand's own program it says nothing of its cost, so it is not read as a fee.
 * - A rejected conversion keeps its amounts and says why in `Status Message`, or as a code (11 to 83).
 * - Times are written without an offset in the zone that the report was made for: UTC until the user sets another.
 */
export const tuneConversions: Profile = {
  id: 'tune-conversions',
  name: 'TUNE (HasOffers) conversion report',
  network: 'TUNE',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['Stat.tune_event_id', 'Tune Event ID', 'Stat.id', 'Conversion ID'],
    ['Stat.datetime', 'Date / Time'],
    ['Stat.conversion_status', 'Stat.status', 'Conversion Status', 'Status'],
    ['Stat.payout', 'Payout'],
    ['Stat.affiliate_id', 'Affiliate.id', 'Affiliate.company', 'Partner ID', 'Partner', 'Affiliate ID', 'Affiliate'],
    ['Offer.name', 'Stat.offer_id', 'Offer', 'Offer ID'],
  ],
  refuses: ['conversion_unix_timestamp'],
  columns: [
    { field: 'program', names: ['Offer.name', 'Offer', 'Stat.offer_id', 'Offer ID'], required: true },
    {
      field: 'transactionId',
      names: ['Stat.tune_event_id', 'Tune Event ID', 'Stat.id', 'Conversion ID'],
      required: true,
    },
    { field: 'orderId', names: ['Stat.advertiser_info', 'Advertiser Sub ID', 'Advertiser Sub ID 1'] },
    {
      field: 'partnerId',
      names: [
        'Stat.affiliate_id',
        'Affiliate.id',
        'Partner ID',
        'Affiliate ID',
        'Affiliate.company',
        'Partner',
        'Affiliate',
      ],
      required: true,
    },
    { field: 'partnerName', names: ['Affiliate.company', 'Partner', 'Affiliate'] },
    { field: 'eventTime', names: ['Stat.datetime', 'Date / Time'], required: true },
    { field: 'clickTime', names: ['Stat.session_datetime', 'Session Date / Time', 'Click Date / Time'] },
    { field: 'status', names: ['Stat.conversion_status', 'Stat.status', 'Conversion Status', 'Status'] },
    { field: 'currency', names: ['Stat.currency', 'Currency'], required: true },
    { field: 'sale', names: ['Stat.conversion_sale_amount', 'Stat.sale_amount', 'Sale Amount'] },
    { field: 'commission', names: ['Stat.payout', 'Payout'], required: true },
    { field: 'couponCode', names: ['Stat.promo_code', 'Promo Code', 'Coupon'] },
    { field: 'country', names: ['Stat.country_code', 'Country.name', 'Country'] },
    { field: 'device', names: ['Stat.device_type', 'Device Type', 'Device'] },
    { field: 'category', names: ['Goal.name', 'Goal'] },
    { field: 'sub1', names: ['Stat.affiliate_info1', 'Partner Sub ID 1', 'Affiliate Sub ID 1'] },
    { field: 'sub2', names: ['Stat.affiliate_info2', 'Partner Sub ID 2', 'Affiliate Sub ID 2'] },
    { field: 'sub3', names: ['Stat.affiliate_info3', 'Partner Sub ID 3', 'Affiliate Sub ID 3'] },
    {
      field: 'reasonCode',
      names: ['Status Message', 'Stat.status_code', 'Status Code', 'ConversionMeta.note', 'Note'],
    },
  ],
  statuses: { pending: 'pending', approved: 'approved', rejected: 'reversed' },
  defaultZone: 'UTC',
  questions: ['currency'],
};
