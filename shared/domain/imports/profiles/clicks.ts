import type { Profile } from './profile.ts';

/*
 * Clicks of trackers that have no profile of their own. The first names are those of ConverStream's published exports ("Click ID,
 * Affiliate, Campaign, Date" and "Affiliate, Clicks, Conversions, Revenue, Conversion Rate"), the others are what such columns are
 * commonly called.
 */

const PARTNER_ID = [
  'Affiliate ID',
  'Partner ID',
  'Publisher ID',
  'Partner Key',
  'Affiliate',
  'Partner',
  'Publisher',
  'Affiliate Email',
  'Partner Email',
];
const PARTNER_NAME = ['Affiliate Name', 'Partner Name', 'Publisher Name', 'Affiliate', 'Partner', 'Publisher'];
const CLICKED = [
  'Click Date',
  'Click Time',
  'Clicked At',
  'Click Timestamp',
  'Date',
  'Timestamp',
  'Created At',
  'Time',
];
const CAMPAIGN = [
  'Campaign',
  'Campaign Name',
  'Program',
  'Program Name',
  'Offer',
  'Offer Name',
  'Campaign ID',
  'Offer ID',
];
const DAY = ['Date', 'Day', 'Click Date'];
const CLICKS = ['Clicks', 'Total Clicks', 'Gross Clicks', 'Click Count', 'Unique Clicks'];

/** One row per click. A click with a conversion's amounts beside is a conversion report and none of these. */
export const clickList: Profile = {
  id: 'clicks',
  name: 'Clicks',
  network: 'Click tracker',
  side: 'brand',
  kind: 'clicks',
  source: 'synonyms',
  needs: [['Click ID'], PARTNER_ID, CLICKED],
  refuses: [
    'Conversion ID',
    'Commission',
    'Payout',
    'Revenue',
    'Sale',
    'Sale Amount',
    'Order ID',
    'Order Value',
    'Earnings',
    'Amount',
  ],
  columns: [
    { field: 'network', names: ['Network'], required: true },
    { field: 'program', names: CAMPAIGN },
    { field: 'transactionId', names: ['Click ID'], required: true },
    { field: 'partnerId', names: PARTNER_ID, required: true },
    { field: 'partnerName', names: PARTNER_NAME },
    { field: 'partnerEmail', names: ['Affiliate Email', 'Partner Email'] },
    { field: 'eventTime', names: CLICKED, required: true },
    { field: 'country', names: ['Country', 'Country Code'] },
    { field: 'device', names: ['Device', 'Device Type'] },
    { field: 'sub1', names: ['Sub ID', 'Sub1', 'Sub ID 1', 'SubID1'] },
    { field: 'sub2', names: ['Sub2', 'Sub ID 2', 'SubID2'] },
    { field: 'sub3', names: ['Sub3', 'Sub ID 3', 'SubID3'] },
  ],
  statuses: {},
  otherwise: 'approved',
  defaultZone: 'UTC',
  questions: ['program'],
};

/**
 * Clicks counted by affiliate, of a day each or of one period whose last day is asked. Rows of one affiliate and day (by campaign or
 * device, say) are added up; the same again in a later file is a later state. Its conversions and revenue are the tracker's sums and
 * are not taken: they would count what the transactions tell.
 */
export const clicksByAffiliate: Profile = {
  id: 'clicks-by-affiliate',
  name: 'Clicks by affiliate',
  network: 'Click tracker',
  side: 'brand',
  kind: 'clicks',
  source: 'synonyms',
  needs: [PARTNER_ID, CLICKS],
  refuses: [
    'Click ID',
    'Conversion ID',
    'Order ID',
    'Transaction ID',
    'Commission Status',
    'Enrolled at',
    'Email',
    'pendingNo',
  ],
  columns: [
    { field: 'network', names: ['Network'], required: true },
    { field: 'program', names: CAMPAIGN },
    { field: 'partnerId', names: PARTNER_ID, required: true },
    { field: 'partnerName', names: PARTNER_NAME },
    { field: 'partnerEmail', names: ['Affiliate Email', 'Partner Email'] },
    { field: 'eventTime', names: DAY, required: true },
    { field: 'quantity', names: CLICKS, required: true },
  ],
  statuses: {},
  otherwise: 'approved',
  identity: { columns: [...DAY, ...PARTNER_ID, ...CAMPAIGN], again: 'merge' },
  defaultZone: 'UTC',
  questions: ['program', 'day'],
};
