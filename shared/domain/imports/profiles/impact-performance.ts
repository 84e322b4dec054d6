import type { Profile } from './profile.ts';

const PARTNER_ID = ['mp_id', 'Media_Partner_Id', 'Partner Id', 'media_id'];
const DAY = ['date_', 'Date', 'Day', 'date_display'];

/**
 * Impact (impact.com), the brand's Performance by Partner and Performance by Day: clicks, not actions. Column keys as a public
 * reader of the reports has them, and the labels of Impact's own help.
 *
 * - A row is one partner's figures of a day or, where no column names the day, of the whole period. Then the day on which they are to
 *   count is asked. Without a partner the report is of one partner or of the whole program: which partner is asked.
 * - `Sale_Amount` and `Action_Cost` are the network's own sums over approved and pending actions. They are kept with the clicks and
 *   never added to transactions. `Other_Cost` and `Total_Cost` hold flat fees spread over the days and are not read.
 * - Rows of one partner and day (by device, say) are parts of one figure and are added up; the same again in a later file is a later
 *   state, never more clicks.
 * - A row without a number of clicks is left out: it would count as one.
 * - Amounts are in the account's currency, which is asked, as is the program.
 */
export const impactPerformance: Profile = {
  id: 'impact-performance',
  name: 'Impact Performance by Partner or Day',
  network: 'Impact',
  side: 'brand',
  kind: 'clicks',
  source: 'parsers',
  needs: [
    [...DAY, ...PARTNER_ID],
    ['Clicks', 'Payable Clicks'],
    ['Actions', 'Gross Actions'],
    ['Action_Cost', 'Gross Action Cost', 'Action Earnings'],
    ['CR', 'EPC', 'AOV', 'RR', 'Total_Cost', 'Other_Cost', 'Conversion Rate'],
  ],
  refuses: ['Action_Id', 'Ad', 'ad_id', 'SKU', 'Promo_Code', 'SubId1', 'Category'],
  columns: [
    { field: 'program', names: ['Campaign', 'Campaign Name', 'Program', 'Program Name'], required: true },
    { field: 'partnerId', names: PARTNER_ID, required: true },
    { field: 'partnerName', names: ['Media_Partner', 'Partner', 'Partner Name', 'Media'] },
    { field: 'partnerSite', names: ['Company URL', 'Website'] },
    { field: 'eventTime', names: DAY, required: true },
    { field: 'quantity', names: ['Clicks', 'Payable Clicks'], required: true },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Sale_Amount', 'Revenue'] },
    { field: 'commission', names: ['Action_Cost', 'Gross Action Cost', 'Action Earnings'] },
  ],
  statuses: {},
  otherwise: 'approved',
  identity: { columns: [...DAY, ...PARTNER_ID, 'Campaign', 'Campaign Name', 'Currency'], again: 'merge' },
  defaultZone: 'America/New_York',
  questions: ['program', 'currency', 'partner', 'day'],
};
