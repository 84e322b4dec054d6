import type { Profile } from './profile.ts';

/** What the brand's listings say of an action, with or without a line for each item. */
export const ACTION_COLUMNS: Profile['columns'] = [
  { field: 'program', names: ['Campaign', 'Campaign Name', 'Program', 'Program Name'], required: true },
  { field: 'transactionId', names: ['Action_Id'], required: true },
  { field: 'orderId', names: ['OID', 'Order Id'] },
  { field: 'partnerId', names: ['mp_id', 'Media Partner Id', 'Partner Id'], required: true },
  { field: 'partnerName', names: ['Media_Partner', 'Media Partner Name', 'Partner', 'Partner Name'] },
  { field: 'eventTime', names: ['Action_Date', 'Event Date'], required: true },
  { field: 'clickTime', names: ['Referral_Date', 'Referring Date'] },
  { field: 'lockingTime', names: ['Locking_Date'] },
  { field: 'clearedTime', names: ['actual_clearing_date', 'Cleared Date'] },
  { field: 'asOf', names: ['Adj_Date', 'Adjustment Date', 'Modification Date'] },
  { field: 'status', names: ['Status', 'State'] },
  { field: 'currency', names: ['Currency'], required: true },
  { field: 'sale', names: ['Sale_Amount', 'Amount'] },
  { field: 'commission', names: ['Payout', 'Action Cost'], required: true },
  { field: 'networkFee', names: ['Client_Cost'], lessCommission: true },
  { field: 'couponCode', names: ['Promo_Code'] },
  { field: 'country', names: ['adv_cust_country', 'Customer Country', 'Geo_Location'] },
  { field: 'device', names: ['Device', 'Device Type'] },
  { field: 'sub1', names: ['SubId1'] },
  { field: 'sub2', names: ['SubId2'] },
  { field: 'sub3', names: ['SubId3'] },
];

/** Impact's states of an action, everywhere. */
export const STATUSES: Profile['statuses'] = {
  pending: 'pending',
  approved: 'approved',
  locked: 'locked',
  reversed: 'reversed',
  paid: 'paid',
};

/**
 * Impact (impact.com), the brand's Advanced Action Listing. Column keys as in the report `adv_action_listing_pm_only`; the labels
 * beside them are the keys written for people and the names that Impact's brand API gives the same values.
 *
 * - The listing names neither program nor currency: both are asked once. Amounts are in the account's currency.
 * - `Client_Cost` is all that the brand pays for the action, so the network's fee is `Client_Cost` less `Payout`.
 * - `original_sale_amount` and `original_payout` are the amounts before adjustments, in the account's currency;
 *   `original_currency_sale_amount` is the sale in the customer's `Original_Currency`.
 * - A reversal changes the row itself; `Adj_Date` says when it last changed.
 * - `action_batch_date` is when Impact processed a batch, not when the action was posted: it is not taken for the posting date.
 * - Superstatus `NA` has no counterpart: it stays `unknown` with its word.
 * - Dates carry an offset (`2020-09-10T10:42:38-07:00`); those without are New York's, where Impact accounts stand by default.
 * - Leads and calls have no sale: `n/a` there is no error.
 * - With a column for SKUs it is the listing by SKU, one line for each item (impact-sku-listings.ts).
 */
export const impactActionListing: Profile = {
  id: 'impact-action-listing',
  name: 'Impact Advertiser Action Listing',
  network: 'Impact',
  side: 'brand',
  kind: 'transactions',
  source: 'parsers',
  needs: [
    ['Action_Id'],
    ['Action_Date', 'Event Date'],
    ['Status', 'State'],
    ['Sale_Amount', 'Amount'],
    ['Payout', 'Action Cost'],
    ['mp_id', 'Media Partner Id', 'Partner Id'],
  ],
  refuses: ['brand_id', 'Paystub Id', 'SKU', 'Item_Name'],
  keeps: ['Status_Detail', 'bonus_cost', 'Discount', 'Rebate', 'Referring_URL', 'Notes'],
  columns: [
    ...ACTION_COLUMNS,
    { field: 'postedTime', names: ['Creation_Date'] },
    { field: 'originalSale', names: ['original_sale_amount', 'Intended Amount'] },
    { field: 'originalCommission', names: ['original_payout', 'Intended Payout'] },
    { field: 'originalCurrency', names: ['Original_Currency'] },
    { field: 'customerStatus', names: ['Customer_Status'] },
    { field: 'category', names: ['Category'] },
    {
      field: 'reasonCode',
      names: ['Disposition', 'Disposition Code', 'adj_reason', 'Adjustment Reason'],
      orElse: ['adj_reason', 'Adjustment Reason'],
    },
  ],
  statuses: STATUSES,
  defaultZone: 'America/New_York',
  questions: ['program', 'currency'],
  saleInOriginalCurrency: ['original_currency_sale_amount'],
};
