import type { Column, Profile } from './profile.ts';

/**
 * CJ, commission details: one row for each commission, and one for each correction. Columns as in CJ's published schema of its
 * commission detail (type `AdvertiserCommission`); the exact header of the report in CJ's own pages is not published, so the same
 * words with blanks are taken for its labels.
 *
 * - `commissionId` names the row. A correction is a row of its own with negative amounts (`original` is false) and the `orderId` of
 *   what it takes back; a part of the amounts is a partial return. In CJ's pages its amounts stand in parentheses. `originalActionId`
 *   joins the two as well, but is no commission's id: the order number is what is followed.
 * - What the brand pays is the publisher's commission and, beside it, CJ's fee (`cjFee`). `advCommission` is the sum of both.
 * - CLOSED has several meanings: readers of CJ's data take it for approved, for paid out and for reversed. She is asked.
 * - Numbers have up to three decimals, times are ISO 8601 in UTC.
 * - `newToFile`, the items and their SKUs are not read.
 */
const COLUMNS: readonly Column[] = [
  { field: 'program', names: ['advertiserName', 'advertiserId', 'Advertiser CID', 'Advertiser'], required: true },
  { field: 'transactionId', names: ['commissionId'], required: true },
  { field: 'orderId', names: ['orderId'] },
  { field: 'partnerId', names: ['publisherId', 'Publisher CID'], required: true },
  { field: 'partnerName', names: ['publisherName', 'Publisher'] },
  { field: 'eventTime', names: ['eventDate', 'Event Time'], required: true },
  { field: 'clickTime', names: ['clickDate', 'Click Time'] },
  { field: 'postedTime', names: ['postingDate'] },
  { field: 'lockingTime', names: ['lockingDate'] },
  { field: 'clearedTime', names: ['clearedDate'] },
  { field: 'status', names: ['actionStatus', 'Status'] },
  { field: 'couponCode', names: ['coupon'] },
  { field: 'country', names: ['country', 'Customer Country'] },
  { field: 'device', names: ['concludingDeviceType', 'Device Type'] },
  { field: 'sub1', names: ['shopperId', 'SID'] },
  { field: 'reasonCode', names: ['correctionReason'] },
];

const MEANING: Pick<
  Profile,
  'network' | 'side' | 'kind' | 'source' | 'statuses' | 'disputed' | 'negatives' | 'defaultZone'
> = {
  network: 'CJ',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  statuses: { new: 'pending', extended: 'pending', locked: 'locked', corrected: 'reversed' },
  disputed: ['closed'],
  negatives: 'corrections',
  defaultZone: 'UTC',
};

/** Commission details with CJ's amounts in US dollars, which are the only ones that it gives for sale, commission and fee alike. */
export const cjCommissionsUsd: Profile = {
  ...MEANING,
  id: 'cj-commissions-usd',
  name: 'CJ commission details in US dollars',
  needs: [
    ['commissionId'],
    ['publisherId', 'Publisher CID'],
    ['eventDate', 'Event Time'],
    ['actionStatus', 'Status'],
    ['saleAmountUsd'],
    ['pubCommissionAmountUsd', 'Publisher Commission (USD)'],
  ],
  refuses: ['perItemSaleAmountUsd', 'commissionItemId'],
  keeps: ['actionTrackerName', 'actionType', 'orderDiscountUsd', 'clickReferringURL'],
  columns: [
    ...COLUMNS,
    { field: 'sale', names: ['saleAmountUsd'] },
    { field: 'commission', names: ['pubCommissionAmountUsd', 'Publisher Commission (USD)'], required: true },
    { field: 'networkFee', names: ['cjFeeUsd'] },
  ],
  currency: 'USD',
  questions: ['program', 'words'],
};

/** Commission details with amounts in the account's currency, which no column names: it is asked. Labels of the report for people. */
export const cjCommissions: Profile = {
  ...MEANING,
  id: 'cj-commissions',
  name: 'CJ commission details',
  source: 'synonyms',
  needs: [
    ['commissionId'],
    ['publisherId', 'Publisher CID'],
    ['eventDate', 'Event Time'],
    ['actionStatus', 'Status'],
    ['Sale Amount'],
    ['Publisher Commission', 'Pub Commission'],
  ],
  refuses: ['saleAmountUsd', 'pubCommissionAmountUsd', 'commissionItemId'],
  columns: [
    ...COLUMNS,
    { field: 'currency', names: ['Currency', 'Advertiser Currency'], required: true },
    { field: 'sale', names: ['Sale Amount'] },
    { field: 'commission', names: ['Publisher Commission', 'Pub Commission'], required: true },
    { field: 'networkFee', names: ['CJ Fee'] },
  ],
  questions: ['program', 'currency', 'words'],
};
