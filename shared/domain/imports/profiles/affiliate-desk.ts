import type { Book } from '../../ledger/book.ts';
import { EXPORTED_FIELDS, ID_COLUMNS } from '../../ledger/export-csv.ts';
import type { Column, Profile } from './profile.ts';

/** All else may have been missing in the network's export too. */
const REQUIRED: ReadonlySet<Column['field']> = new Set<Column['field']>(['network', 'transactionId']);

const column = (book: Book, field: Column['field']): Column => ({
  field,
  names: [field === 'transactionId' ? ID_COLUMNS[book] : field],
  ...(REQUIRED.has(field) ? { required: true } : {}),
});

/**
 * The program's own exports (shared/domain/ledger/export-csv.ts): one row each, columns named exactly as the fields (but for the
 * row's id, whose name tells the book), amounts as decimals with a point, times as ISO 8601 in UTC, and bare days where the source
 * had only a day.
 */
const exportOf = (book: Book, id: string): Profile => ({
  id,
  name: `Affiliate Desk ${book}`,
  network: '',
  side: 'brand',
  kind: book,
  source: 'vendor',
  needs: [
    ['network'],
    ['program'],
    [ID_COLUMNS[book]],
    ['partnerId'],
    ['eventTime'],
    ['status'],
    ['currency'],
    ['sale'],
    ['commission'],
  ],
  refuses: [],
  columns: EXPORTED_FIELDS.map((field) => column(book, field)),
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
});

export const OWN_EXPORTS: readonly Profile[] = [
  exportOf('transactions', 'affiliate-desk'),
  exportOf('clicks', 'affiliate-desk-clicks'),
  exportOf('orders', 'affiliate-desk-orders'),
];
