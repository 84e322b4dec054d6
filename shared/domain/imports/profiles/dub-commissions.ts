import type { Profile } from './profile.ts';

/**
 * Dub Partners, the export of commissions. Columns, words and formats as its published code writes them.
 *
 * - The user chooses the columns. Without `Partner ID` the partner is known by e-mail, tenant id or name; without any of them the
 *   partner is asked.
 * - Amounts are written with the currency's sign (`$1,234.50`), times as ISO 8601 in UTC. `Amount` is the sale, `Earnings` the
 *   commission.
 * - `processed` means that the commission is in a payout that is not paid yet. `duplicate`, `fraud`, `refunded` and `canceled` are not
 *   paid, and are their own reason.
 * - Types `click`, `lead`, `referral` and `custom` have no sale.
 */
export const dubCommissions: Profile = {
  id: 'dub-commissions',
  name: 'Dub commissions',
  network: 'Dub',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [['ID'], ['Earnings'], ['Created at'], ['Status'], ['Type', 'Invoice ID', 'Partner ID', 'Customer ID']],
  refuses: ['Payout method', 'Period start', 'Initiated at', 'Enrolled at'],
  columns: [
    { field: 'program', names: ['Program', 'Program ID'], required: true },
    { field: 'transactionId', names: ['ID'], required: true },
    { field: 'orderId', names: ['Invoice ID'] },
    {
      field: 'partnerId',
      names: ['Partner ID', 'Partner email', 'Partner tenant ID', 'Partner name'],
      required: true,
    },
    { field: 'partnerName', names: ['Partner name'] },
    { field: 'partnerEmail', names: ['Partner email'] },
    { field: 'eventTime', names: ['Created at'], required: true },
    { field: 'clearedTime', names: ['Paid at'] },
    { field: 'asOf', names: ['Updated at'] },
    { field: 'status', names: ['Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'sale', names: ['Amount'] },
    { field: 'commission', names: ['Earnings'], required: true },
    { field: 'quantity', names: ['Quantity'] },
    { field: 'category', names: ['Type'] },
    { field: 'reasonCode', names: ['Description'] },
  ],
  statuses: {
    pending: 'pending',
    hold: 'pending',
    processed: 'approved',
    paid: 'paid',
    refunded: 'reversed',
    duplicate: 'reversed',
    fraud: 'reversed',
    canceled: 'reversed',
  },
  defaultZone: 'UTC',
  questions: ['program', 'partner', 'currency'],
};
