import type { Profile } from './profile.ts';

/**
 * Awin, the validation (amendment) file: what a brand tells Awin of its orders, to be accepted, declined or amended. Columns as in
 * Awin's help and in a program that writes such files.
 *
 * - It holds decisions on orders: no partner, no Awin id, an amount only where it is amended, and the rest of an amendment beside it.
 *   Read as transactions it would count each order twice, once under its order reference and once under Awin's id. So it is read
 *   as orders of the brand, which are never added to transactions: the decisions can be held against what Awin then shows.
 * - The order reference is the identity; the same order again is its later state. AMENDED also approves.
 * - `Transaction Date` is in the program's own way of writing: where day and month cannot be told apart, she is asked.
 * - Amounts are in the program's currency, unless a column says otherwise; separators are commas or semicolons, by the program's country.
 * - Awin wants the file without its heading row. Such a file has no names to be known by and goes to the mapping step.
 */
export const awinValidation: Profile = {
  id: 'awin-validation',
  name: 'Awin validation file',
  network: 'Awin',
  side: 'brand',
  kind: 'orders',
  source: 'vendor',
  needs: [['Order Reference'], ['Transaction Date'], ['Status Type', 'Status'], ['Status Note']],
  refuses: ['Transaction ID', 'Publisher ID', 'Click Ref'],
  columns: [
    { field: 'program', names: ['Advertiser', 'Advertiser ID', 'Programme'], required: true },
    { field: 'transactionId', names: ['Order Reference'], required: true },
    { field: 'orderId', names: ['Order Reference'] },
    { field: 'eventTime', names: ['Transaction Date'], required: true },
    { field: 'status', names: ['Status Type', 'Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    {
      field: 'sale',
      names: ['New Sale Amount', 'Amended Sale Amount', 'Sale Amount', 'Transaction Amount', 'Amount'],
    },
    {
      field: 'commission',
      names: ['New Commission Amount', 'Amended Commission Amount', 'Commission Amount', 'Commission'],
    },
    { field: 'reasonCode', names: ['Status Note'] },
  ],
  statuses: {
    accepted: 'approved',
    approved: 'approved',
    amended: 'approved',
    declined: 'reversed',
    pending: 'pending',
  },
  defaultZone: 'Europe/London',
  questions: ['program', 'currency'],
};
