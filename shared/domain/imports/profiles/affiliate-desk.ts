import { EXPORTED_FIELDS } from '../../ledger/export-csv.ts';
import type { Column, Profile } from './profile.ts';

/** All else may have been missing in the network's export too. */
const REQUIRED: ReadonlySet<Column['field']> = new Set<Column['field']>(['network', 'transactionId']);

const column = (field: Column['field']): Column => ({
  field,
  names: [field],
  ...(REQUIRED.has(field) ? { required: true } : {}),
});

/**
 * The program's own export of transactions (shared/domain/ledger/export-csv.ts): one row each, columns named exactly as the fields,
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
  columns: EXPORTED_FIELDS.map(column),
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
