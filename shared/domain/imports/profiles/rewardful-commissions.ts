import type { Profile } from './profile.ts';

const ID = ['id', 'Commission ID'];
const AFFILIATE = ['affiliate_id', 'Affiliate ID', 'affiliate_email', 'Affiliate Email', 'Affiliate'];
const AMOUNT = ['amount', 'commission_amount_cents', 'amount_cents'];
const STATE = ['state', 'Status'];

/**
 * Rewardful, commissions. The names of its published API (commission, with its sale and affiliate); the header of its own export is not
 * published.
 *
 * - Amounts are whole numbers of cents, and so is `sale_amount_cents`; a column with decimals is in whole units.
 * - `due` is a commission past its waiting time and not paid yet: approved. `due_at` is that date.
 * - A refund voids the commission and is kept beside it as `refund_amount_cents`.
 */
export const rewardfulCommissions: Profile = {
  id: 'rewardful-commissions',
  name: 'Rewardful commissions',
  network: 'Rewardful',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [
    ID,
    AFFILIATE,
    AMOUNT,
    STATE,
    ['charged_at', 'created_at', 'Created'],
    // Payouts have all of the others, and sum up commissions.
    [
      'sale_amount_cents',
      'refund_amount_cents',
      'voided_at',
      'sale_id',
      'charged_at',
      'charge_id',
      'stripe_charge_id',
      'campaign_name',
    ],
  ],
  refuses: [],
  columns: [
    { field: 'program', names: ['campaign', 'campaign_name', 'campaign_id'], required: true },
    { field: 'transactionId', names: ID, required: true },
    { field: 'orderId', names: ['stripe_charge_id', 'charge_id', 'invoice_id', 'sale_id'] },
    { field: 'partnerId', names: AFFILIATE, required: true },
    { field: 'partnerName', names: ['affiliate_name', 'Affiliate'] },
    { field: 'partnerEmail', names: ['affiliate_email'] },
    { field: 'eventTime', names: ['charged_at', 'created_at', 'Created'], required: true },
    { field: 'lockingTime', names: ['due_at'] },
    { field: 'clearedTime', names: ['paid_at'] },
    { field: 'asOf', names: ['updated_at'] },
    { field: 'status', names: STATE },
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['sale_amount_cents'], cents: true },
    { field: 'commission', names: AMOUNT, cents: true, required: true },
    { field: 'sub1', names: ['link_token', 'token'] },
  ],
  statuses: { pending: 'pending', due: 'approved', paid: 'paid', void: 'reversed', voided: 'reversed' },
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
