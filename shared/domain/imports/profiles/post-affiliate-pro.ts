import type { Profile } from './profile.ts';

/**
 * Post Affiliate Pro, the list of commissions: field names of its API (`t_orderid`, `rstatus`) and the labels of its help on importing
 * and exporting transactions.
 *
 * - Status is a letter: P pending, A approved, D declined. A payout's date or number beside it says that it was paid.
 * - Type S is a sale, U recurring, A an action, B a bonus and so on; R (refund) and H (chargeback) are rows of their own with negative
 *   amounts, which take back the order's commission.
 * - An export need not hold the transaction's own id, and one order may bring several partners a commission (tiers): order, type,
 *   partner and date together are the identity, and rows that are alike in all four are several commissions.
 * - Amounts are in the installation's currency, which is asked, as is the program. Times are in the installation's zone: UTC until the
 *   user sets another.
 */
export const postAffiliatePro: Profile = {
  id: 'post-affiliate-pro',
  name: 'Post Affiliate Pro commissions',
  network: 'Post Affiliate Pro',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['t_orderid', 'orderid', 'Order ID'],
    ['dateinserted', 'Date created', 'Date inserted', 'Created'],
    ['totalcost', 'Total cost'],
    ['commission', 'Commission Value'],
    ['rstatus', 'Status'],
    ['userid', 'Affiliate ID', 'refid', 'username'],
    ['type', 'rtype', 'Commission type', 'Transaction type'],
  ],
  refuses: [],
  columns: [
    { field: 'program', names: ['Campaign name', 'Campaign', 'campaignid', 'Campaign ID'], required: true },
    { field: 'orderId', names: ['t_orderid', 'orderid', 'Order ID'] },
    { field: 'partnerId', names: ['userid', 'Affiliate ID', 'refid', 'username'], required: true },
    { field: 'partnerName', names: ['Affiliate', 'Affiliate name', 'name'] },
    { field: 'partnerEmail', names: ['username', 'Affiliate username'] },
    {
      field: 'eventTime',
      names: ['dateinserted', 'Date created', 'Date inserted', 'Created'],
      required: true,
    },
    { field: 'clickTime', names: ['clicktime', 'lastclicktime', 'Click time'] },
    { field: 'postedTime', names: ['dateapproved', 'Date approved'] },
    { field: 'clearedTime', names: ['payoutdate', 'Payout date', 'Date paid'] },
    { field: 'status', names: ['rstatus', 'Status'] },
    { field: 'currency', names: ['currency', 'Currency code'], required: true },
    { field: 'sale', names: ['totalcost', 'Total cost'] },
    { field: 'commission', names: ['commission', 'Commission Value'], required: true },
    { field: 'couponCode', names: ['couponcode', 'Coupon code', 'Coupon'] },
    { field: 'country', names: ['countrycode', 'Country'] },
    { field: 'sku', names: ['productid', 'Product ID'] },
    { field: 'sub1', names: ['data1', 'Extra data 1'] },
    { field: 'sub2', names: ['data2', 'Extra data 2'] },
    { field: 'sub3', names: ['data3', 'Extra data 3'] },
    { field: 'category', names: ['type', 'rtype', 'Commission type', 'Transaction type'] },
  ],
  statuses: {
    p: 'pending',
    a: 'approved',
    d: 'reversed',
    pending: 'pending',
    approved: 'approved',
    declined: 'reversed',
  },
  flags: [{ names: ['payouthistoryid', 'payoutdate', 'Payout date', 'Date paid'], is: 'filled', status: 'paid' }],
  identity: {
    columns: [
      't_orderid',
      'Order ID',
      'type',
      'rtype',
      'Commission type',
      'Transaction type',
      'userid',
      'Affiliate ID',
      'refid',
      'dateinserted',
      'Date created',
      'Created',
    ],
    again: 'occurrence',
  },
  negatives: 'corrections',
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
