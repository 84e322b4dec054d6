import { ACTION_COLUMNS, STATUSES } from './impact-action-listing.ts';
import type { Profile } from './profile.ts';

/**
 * Impact (impact.com), the brand's action listing by SKU: one line for each item of an action. The columns are those of the Action
 * Listing (impact-action-listing.ts) with `SKU`, `Item_Name` and `Quantity`, by the keys of the partner's listing by SKU.
 *
 * - Amounts are each item's own. The lines of one `Action_Id` are merged into one transaction whose amounts are their sums, so an
 *   order of three items is one action; each line's amounts are kept beside it.
 * - Reversed items drop out of the sums as long as another item of the action stands.
 * - Everything else is as in the Action Listing: program and currency are asked, `n/a` is empty, times without an offset are New York's.
 */
export const impactSkuListing: Profile = {
  id: 'impact-sku-listing',
  name: 'Impact action listing by SKU',
  network: 'Impact',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [
    ['Action_Id'],
    ['Action_Date', 'Event Date'],
    ['Status', 'State'],
    ['SKU', 'Item_Name'],
    ['Sale_Amount', 'Amount'],
    ['Payout', 'Action Cost'],
    ['mp_id', 'Media Partner Id', 'Partner Id'],
  ],
  refuses: ['brand_id', 'Paystub Id'],
  columns: [
    ...ACTION_COLUMNS,
    { field: 'originalSale', names: ['Original_Sale_Amount'] },
    { field: 'originalCommission', names: ['Original_Payout'] },
    { field: 'customerStatus', names: ['Customer_Status', 'adv_cust_status'] },
    { field: 'sku', names: ['SKU', 'Item_Name'] },
    { field: 'category', names: ['Category', 'Category_List'] },
    { field: 'quantity', names: ['Quantity'] },
    { field: 'reasonCode', names: ['Disposition', 'adj_reason', 'Adjustment Reason', 'status_detail'] },
  ],
  statuses: STATUSES,
  identity: { columns: [], again: 'merge' },
  defaultZone: 'America/New_York',
  questions: ['program', 'currency'],
};

/**
 * Impact (impact.com), the partner's own action listing (report `mp_action_listing_sku`), with or without a line for each item.
 * Column keys as working readers of that report have them.
 *
 * - The program is the brand's `Campaign`. Who the partner is stands nowhere: it is asked, as is the currency.
 * - Amounts are each item's own and are merged as in the brand's listing by SKU. The partner sees no cost: there is no network fee.
 * - `Original_Currency` and `original_currency_sale_amount` are the sale in the customer's currency and are not read:
 *   `Original_Sale_Amount`, the sale before adjustments in the account's currency, is the original sale here.
 */
export const impactPartnerListing: Profile = {
  id: 'impact-partner-listing',
  name: 'Impact action listing of a partner',
  network: 'Impact',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [['Action_Id'], ['Action_Date'], ['Status'], ['brand_id'], ['Sale_Amount'], ['Payout']],
  refuses: ['mp_id', 'Paystub Id'],
  columns: [
    { field: 'program', names: ['Campaign', 'brand_id'], required: true },
    { field: 'transactionId', names: ['Action_Id'], required: true },
    { field: 'orderId', names: ['Oid'] },
    { field: 'eventTime', names: ['Action_Date'], required: true },
    { field: 'clickTime', names: ['Referral_Date'] },
    { field: 'lockingTime', names: ['Locking_Date'] },
    { field: 'asOf', names: ['Adj_Date'] },
    { field: 'status', names: ['Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Sale_Amount'] },
    { field: 'commission', names: ['Payout'], required: true },
    { field: 'originalSale', names: ['Original_Sale_Amount'] },
    { field: 'originalCommission', names: ['Original_Payout'] },
    { field: 'couponCode', names: ['Promo_Code'] },
    { field: 'customerStatus', names: ['adv_cust_status'] },
    { field: 'country', names: ['Geo_Location'] },
    { field: 'device', names: ['Device'] },
    { field: 'sub1', names: ['SubId1', 'SharedId'] },
    { field: 'sub2', names: ['SubId2'] },
    { field: 'sub3', names: ['SubId3'] },
    { field: 'sku', names: ['SKU', 'Item_Name'] },
    { field: 'category', names: ['Category', 'Category_List'] },
    { field: 'quantity', names: ['Quantity'] },
    { field: 'reasonCode', names: ['status_detail'] },
  ],
  statuses: STATUSES,
  identity: { columns: [], again: 'merge' },
  defaultZone: 'America/New_York',
  questions: ['partner', 'currency'],
};
