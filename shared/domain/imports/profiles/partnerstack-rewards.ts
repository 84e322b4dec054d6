import type { Profile } from './profile.ts';

const KEY = ['reward_key', 'Reward Key', 'key', 'transaction_key', 'Transaction Key'];
const PARTNER = ['partnership_key', 'partner_key', 'Partner Email', 'Partner', 'Partner Name'];
const REWARD = ['reward_amount', 'amount', 'Amount (cents)'];
const CREATED = ['created_at', 'Created', 'Created On', 'Created Date'];

/**
 * PartnerStack, rewards. The names of the API, as public connectors read it, and the labels of the partner view in its help; the
 * header of its own export is not published.
 *
 * - Amounts are whole numbers of cents; a column with decimals is in whole units.
 * - The partner's group is no program.
 * - Times are seconds or milliseconds since 1970, or dates.
 * - A reward that was held back, planned or not yet decided is pending; one that was declined, voided or refunded is not paid.
 */
export const partnerStackRewards: Profile = {
  id: 'partnerstack-rewards',
  name: 'PartnerStack rewards',
  network: 'PartnerStack',
  side: 'brand',
  kind: 'transactions',
  source: 'synonyms',
  needs: [KEY, PARTNER, REWARD, CREATED, ['status', 'reward_status']],
  refuses: ['Invoice ID', 'Order Total'],
  columns: [
    { field: 'program', names: ['program', 'company'], required: true },
    { field: 'transactionId', names: KEY, required: true },
    {
      field: 'orderId',
      names: ['transaction_key', 'Transaction Key', 'transaction_id', 'customer_key', 'Customer Key'],
    },
    { field: 'partnerId', names: PARTNER, required: true },
    { field: 'partnerName', names: ['Partner Name', 'Partner'] },
    { field: 'partnerEmail', names: ['Partner Email'] },
    { field: 'eventTime', names: CREATED, required: true },
    { field: 'postedTime', names: ['approved_at', 'Approved'] },
    { field: 'clearedTime', names: ['paid_at', 'Paid', 'Paid On'] },
    { field: 'asOf', names: ['updated_at', 'Updated'] },
    { field: 'status', names: ['status', 'reward_status'] },
    { field: 'currency', names: ['currency'], required: true },
    { field: 'sale', names: ['transaction_amount', 'Transaction Amount', 'purchase_amount'], cents: true },
    { field: 'commission', names: REWARD, cents: true, required: true },
    { field: 'category', names: ['source', 'product_key', 'Source'] },
    { field: 'reasonCode', names: ['decline_reason', 'reason', 'description'] },
  ],
  statuses: {
    hold: 'pending',
    on_hold: 'pending',
    pending: 'pending',
    scheduled: 'pending',
    approved: 'approved',
    actioned: 'approved',
    paid: 'paid',
    declined: 'reversed',
    voided: 'reversed',
    refunded: 'reversed',
  },
  currency: 'USD',
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
