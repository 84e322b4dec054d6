import { STATUSES } from './impact-action-listing.ts';
import type { Profile } from './profile.ts';

/**
 * Impact (impact.com), the brand's Actions as a table: one row for each action, columns named as in Impact's published brand API
 * (v14, resource Actions).
 *
 * - `ClientCost` is all that the brand pays, so the network's fee is `ClientCost` less `Payout`.
 * - `Amount` and `Payout` are as they stand, `IntendedAmount` and `IntendedPayout` as they were before adjustments. `DeltaAmount` and
 *   `DeltaPayout` are the latest adjustment alone (the whole amount, if there was none) and are not read.
 * - A reversal changes the row itself. The API names no date of the last change: the file's own date stands for it.
 * - `State` is PENDING, APPROVED or REVERSED; the listings' other words are read too.
 * - Dates are ISO 8601 with an offset; `n/a` is an empty cell.
 * - Rows of single items (`Sku`, `ItemName`) belong to the listing by SKU and are refused here, or they would count an action twice.
 */
export const impactActions: Profile = {
  id: 'impact-actions',
  name: 'Impact Actions',
  network: 'Impact',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [['Id'], ['EventDate'], ['State'], ['Amount'], ['Payout'], ['MediaPartnerId'], ['CampaignId', 'CampaignName']],
  refuses: ['Action_Id', 'Sku', 'ItemName'],
  columns: [
    { field: 'program', names: ['CampaignName', 'CampaignId'], required: true },
    { field: 'transactionId', names: ['Id'], required: true },
    { field: 'orderId', names: ['Oid', 'Order Id'] },
    { field: 'partnerId', names: ['MediaPartnerId'], required: true },
    { field: 'partnerName', names: ['MediaPartnerName'] },
    { field: 'eventTime', names: ['EventDate'], required: true },
    { field: 'clickTime', names: ['ReferringDate'] },
    { field: 'postedTime', names: ['CreationDate'] },
    { field: 'lockingTime', names: ['LockingDate'] },
    { field: 'clearedTime', names: ['ClearedDate'] },
    { field: 'status', names: ['State'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Amount'] },
    { field: 'commission', names: ['Payout'], required: true },
    { field: 'networkFee', names: ['ClientCost'], lessCommission: true },
    { field: 'originalSale', names: ['IntendedAmount'] },
    { field: 'originalCommission', names: ['IntendedPayout'] },
    { field: 'couponCode', names: ['PromoCode'] },
    { field: 'customerStatus', names: ['CustomerStatus'] },
    { field: 'country', names: ['CustomerCountry'] },
    { field: 'sub1', names: ['SubId1', 'SharedId'] },
    { field: 'sub2', names: ['SubId2'] },
    { field: 'sub3', names: ['SubId3'] },
    { field: 'reasonCode', names: ['DispositionCode', 'AdjustmentReason'], orElse: ['AdjustmentReason'] },
  ],
  statuses: STATUSES,
  defaultZone: 'America/New_York',
  questions: ['currency'],
};
