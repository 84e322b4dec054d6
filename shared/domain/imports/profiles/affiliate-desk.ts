import { MONEY_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Field } from '../../ledger/fields.ts';
import type { Column, Profile } from './profile.ts';

const REQUIRED: ReadonlySet<Field> = new Set<Field>([
  'network',
  'program',
  'transactionId',
  'partnerId',
  'currency',
  'eventTime',
]);

const FIELDS = [...TEXT_FIELDS, ...TIME_FIELDS, ...MONEY_FIELDS, 'quantity', 'status'] as const;

const column = (field: Column['field']): Column => ({
  field,
  names: [field],
  ...(REQUIRED.has(field) ? { required: true } : {}),
});

/**
 * The program's own export of transactions: one row each, columns named exactly as the fields (shared/domain/ledger/fields.ts),
 * amounts as decimals with a point, times as ISO 8601 in UTC, and bare days where the source had only a day.
 */
export const affiliateDesk: Profile = {
  id: 'affiliate-desk',
  name: 'Affiliate Desk transactions',
  network: '',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [
    ['network'],
    ['program'],
    ['transactionId'],
    ['partnerId'],
    ['eventTime'],
    ['status'],
    ['currency'],
    ['sale'],
    ['commission'],
  ],
  refuses: [],
  columns: FIELDS.map(column),
  statuses: {
    pending: 'pending',
    approved: 'approved',
    locked: 'locked',
    paid: 'paid',
    reversed: 'reversed',
    unknown: 'unknown',
  },
  guarded: true,
  defaultZone: 'UTC',
  questions: [],
};
