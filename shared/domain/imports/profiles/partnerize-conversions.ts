import type { Profile } from './profile.ts';

/** What both of Partnerize's exports of conversions say of the order. */
export const ORDER_COLUMNS: Profile['columns'] = [
  { field: 'program', names: ['campaign_title', 'campaign_id'], required: true },
  { field: 'orderId', names: ['conversion_reference'] },
  { field: 'partnerId', names: ['publisher_id'], required: true },
  { field: 'partnerName', names: ['publisher_name'] },
  { field: 'eventTime', names: ['conversion_date_time', 'conversion_date'], required: true },
  { field: 'clickTime', names: ['click_date_time', 'click_date'] },
  { field: 'asOf', names: ['last_update', 'last_updated', 'last_modified'] },
  { field: 'currency', names: ['currency'], required: true },
  { field: 'originalCurrency', names: ['currency_original'] },
  { field: 'couponCode', names: ['voucher_codes', 'voucher_code', 'voucher'] },
  { field: 'customerStatus', names: ['customer_type'] },
  { field: 'country', names: ['country'] },
  { field: 'device', names: ['ref_device', 'device'] },
  { field: 'sub1', names: ['publisher_reference', 'pubref'] },
  { field: 'reasonCode', names: ['reject_reason'] },
];

export const STATUSES: Profile['statuses'] = {
  pending: 'pending',
  approved: 'approved',
  rejected: 'reversed',
  paid: 'paid',
};

/**
 * Partnerize, conversion.csv of the Exports API (columns and sample rows: Partnerize's published OpenAPI document of that API).
 *
 * - `commission` is what the brand pays and `publisher_commission` what the partner gets (sample: 1.0001 and 0.9092), so the
 *   commission here is `publisher_commission` and the network's fee is the difference.
 * - Time stamps carry no offset and the document names no zone: UTC until the user sets another.
 * - `camref` only names the partner's link to the campaign, both known by id: it is not kept. A partner's own reference
 *   (`publisher_reference`, `pubref`) is the sub id, where the export has one.
 * - `customer_type` is a free word or 0; only words for new and existing are taken.
 * - Status `mixed` (items of one order differ) has no counterpart: it stays `unknown` with its word.
 * - conversion_item.csv repeats an order once per item and would count it several times: it has a profile of its own
 *   (partnerize-items.ts), under the same ids.
 */
export const partnerizeConversions: Profile = {
  id: 'partnerize-conversions',
  name: 'Partnerize conversions',
  network: 'Partnerize',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['conversion_id'],
    ['publisher_id'],
    ['conversion_date_time', 'conversion_date'],
    ['conversion_status'],
    ['currency'],
    ['value'],
    ['publisher_commission'],
    ['campaign_title', 'campaign_id'],
  ],
  refuses: ['conversion_item_id'],
  columns: [
    ...ORDER_COLUMNS,
    { field: 'transactionId', names: ['conversion_id'], required: true },
    { field: 'status', names: ['conversion_status'] },
    { field: 'sale', names: ['value'], required: true },
    { field: 'commission', names: ['publisher_commission'], required: true },
    { field: 'networkFee', names: ['commission'], lessCommission: true },
  ],
  statuses: STATUSES,
  defaultZone: 'UTC',
  questions: [],
};
