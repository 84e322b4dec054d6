import type { Profile } from './profile.ts';

/**
 * Impact (impact.com), the partner's Action Listing for a Paystub: the actions of one payment. Labels as in Impact's published help.
 *
 * - All of its actions are paid: there is no status.
 * - The program is `Campaign Name`. Partner and currency stand nowhere and are asked; amounts are in the display currency, so a
 *   conversion may already have happened.
 * - `Posting Date` is when the payment was posted to the bank account: the date on which the action was cleared.
 * - Dates are written as `Jan 31, 2026`; amounts have a decimal point or comma, by the account's settings.
 */
export const impactPaystub: Profile = {
  id: 'impact-paystub',
  name: 'Impact paystub listing',
  network: 'Impact',
  side: 'publisher',
  kind: 'transactions',
  source: 'vendor',
  needs: [['Paystub Id'], ['Action Id'], ['Action Date'], ['Sale Amount'], ['Payout']],
  refuses: ['mp_id', 'brand_id'],
  columns: [
    { field: 'program', names: ['Campaign Name', 'Campaign', 'Campaign Id'], required: true },
    { field: 'transactionId', names: ['Action Id'], required: true },
    { field: 'eventTime', names: ['Action Date'], required: true },
    { field: 'lockingTime', names: ['Locking Date'] },
    { field: 'clearedTime', names: ['Posting Date'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Sale Amount'] },
    { field: 'commission', names: ['Payout'], required: true },
    { field: 'sub1', names: ['Sub Id 1', 'Shared Id'] },
    { field: 'sub2', names: ['Sub Id 2'] },
    { field: 'sub3', names: ['Sub Id 3'] },
  ],
  statuses: {},
  otherwise: 'paid',
  defaultZone: 'America/New_York',
  questions: ['partner', 'currency'],
};
