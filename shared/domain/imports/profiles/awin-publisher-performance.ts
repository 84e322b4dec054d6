import type { Profile } from './profile.ts';

/**
 * Awin, publisher performance (the API's report `aggrbypub`): one partner's clicks and sums in a row. Columns as a public guide to
 * that report lists them.
 *
 * - These are clicks, not transactions. `totalValue` and `totalComm` are the network's own sums over all of the partner's transactions
 *   (declined ones included): they are kept with the clicks and never added to transactions.
 * - A row stands for the whole period of the report. Without a column for the day, the day on which it is to count is asked.
 * - Rows of one partner, program, region, currency and day are parts of one figure and are added up; the same again in a later file is
 *   a later state, never more clicks.
 * - Without an advertiser's name the program is asked.
 */
export const awinPublisherPerformance: Profile = {
  id: 'awin-publisher-performance',
  name: 'Awin publisher performance',
  network: 'Awin',
  side: 'brand',
  kind: 'clicks',
  source: 'parsers',
  needs: [
    ['publisherId'],
    ['clicks'],
    ['pendingNo', 'pendingValue', 'pendingComm'],
    ['confirmedNo', 'confirmedValue', 'confirmedComm'],
    ['totalNo', 'totalValue', 'totalComm'],
  ],
  refuses: ['creativeId', 'transactionDate'],
  columns: [
    { field: 'program', names: ['advertiserName', 'advertiserId'], required: true },
    { field: 'partnerId', names: ['publisherId'], required: true },
    { field: 'partnerName', names: ['publisherName'] },
    { field: 'eventTime', names: ['date', 'day'], required: true },
    { field: 'country', names: ['region'] },
    { field: 'quantity', names: ['clicks'], required: true },
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['totalValue'] },
    { field: 'commission', names: ['totalComm'] },
  ],
  statuses: {},
  otherwise: 'approved',
  identity: { columns: ['publisherId', 'advertiserId', 'region', 'currency', 'date', 'day'], again: 'merge' },
  defaultZone: 'Europe/London',
  questions: ['program', 'currency', 'day'],
};
