import type { Profile } from './profile.ts';

/**
 * FlexOffers, the publisher's sales: columns by the names that connectors to its API read. FlexOffers is a publishers' network of
 * networks: the program is the advertiser's, and who the publisher is stands nowhere and is asked.
 *
 * - The sale is `merchantValue` in some versions, `saleAmount` in others.
 * - `bonus` is a commission that is payable; `non-commissionable` is one that will never be.
 * - Times are those of New York (Eastern time), without an offset. `modifiedDate` is the date of the row's last change.
 * - Without a column for the currency amounts are taken for US dollars.
 */
export const flexoffersSales: Profile = {
  id: 'flexoffers-sales',
  name: 'FlexOffers sales',
  network: 'FlexOffers',
  side: 'publisher',
  kind: 'transactions',
  source: 'parsers',
  needs: [
    ['legacyId', 'saleId', 'transactionId'],
    ['programName', 'programId', 'advertiserName', 'advertiserId'],
    ['eventDate', 'saleDate'],
    ['orderStatus', 'Status'],
    ['merchantValue', 'saleAmount'],
    ['commission'],
    ['modifiedDate', 'subTracking', 'postedDate'],
  ],
  refuses: ['publisherId'],
  columns: [
    { field: 'program', names: ['programName', 'advertiserName', 'programId', 'advertiserId'], required: true },
    { field: 'transactionId', names: ['legacyId', 'saleId', 'transactionId'], required: true },
    { field: 'orderId', names: ['orderId', 'orderNumber'] },
    { field: 'eventTime', names: ['eventDate', 'saleDate'], required: true },
    { field: 'clickTime', names: ['clickDate'] },
    { field: 'postedTime', names: ['postedDate'] },
    { field: 'clearedTime', names: ['paidDate'] },
    { field: 'asOf', names: ['modifiedDate'] },
    { field: 'status', names: ['orderStatus', 'Status'] },
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['merchantValue', 'saleAmount'] },
    { field: 'commission', names: ['commission'], required: true },
    { field: 'sub1', names: ['subTracking', 'subId1'] },
    { field: 'sub2', names: ['subId2'] },
    { field: 'sub3', names: ['subId3'] },
    { field: 'reasonCode', names: ['adjustmentType', 'adjustmentReason'] },
  ],
  statuses: {
    pending: 'pending',
    approved: 'approved',
    bonus: 'approved',
    paid: 'paid',
    settled: 'paid',
    canceled: 'reversed',
    cancelled: 'reversed',
    reversed: 'reversed',
    'non-commissionable': 'reversed',
    'non commissionable': 'reversed',
  },
  negatives: 'corrections',
  currency: 'USD',
  defaultZone: 'America/New_York',
  questions: ['partner'],
};
