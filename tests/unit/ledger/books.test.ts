import { describe, expect, it } from 'vitest';
import { zoneClock } from '#shared/lib/zone.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import { Books } from '#shared/domain/ledger/books.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import type { GroupQuery } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { draftsOf, transaction } from './arbitrary.ts';

const UTC = zoneClock('UTC');

const row = (values: Partial<Transaction>): Transaction =>
  transaction({ network: 'Tune', transactionId: '1', partnerId: 'p1', asOf: 0, line: 2, ...values });

function changesOf(books: Books, book: Book, sequence: number, rows: readonly Transaction[]): Changes {
  const session = books.of(book).beginPlan({ importId: `i${sequence}`, sequence });
  for (const draft of draftsOf(rows, 100)) session.add(draft);
  const changes = finish(books.of(book).applyChanges(session));
  if (!changes.ok) throw new Error(changes.error.code);
  return changes.value;
}

function apply(books: Books, book: Book, sequence: number, rows: readonly Transaction[]): readonly Segment[] {
  const changes = changesOf(books, book, sequence, rows);
  expect(books.of(book).install(changes).ok).toBe(true);
  return changes.put;
}

const counted = (books: Books, book: Book) => {
  const query: GroupQuery = {
    period: null,
    basis: 'eventTime',
    filter: {},
    groupBy: [],
    measures: ['transactions', 'quantity'],
    sort: [],
    window: { offset: 0, limit: 10 },
  };
  return finish(books.of(book).groups(query, UTC)).rows[0]?.measures;
};

describe('books', () => {
  it('hold the same keys apart, and each comes back from what is stored of it', () => {
    const books = new Books();
    const put = [
      ...apply(books, 'transactions', 1, [row({})]),
      ...apply(books, 'clicks', 2, [row({ quantity: 40 }), row({ transactionId: '2', quantity: Number.NaN })]),
      ...apply(books, 'orders', 3, [row({ partnerId: '' })]),
      // Seen again: a segment of another kind, of the same book.
      ...apply(books, 'clicks', 4, [row({ quantity: 40, line: 9 })]),
    ];
    expect(put.map(({ kind, book }) => [kind, book])).toEqual([
      ['rows', undefined],
      ['rows', 'clicks'],
      ['rows', 'orders'],
      ['seen', 'clicks'],
    ]);
    const loaded = new Books();
    loaded.load(structuredClone(put).reverse());
    for (const each of [books, loaded]) {
      expect(each.missing()).toEqual([]);
      expect(counted(each, 'transactions')).toEqual({ transactions: 1n, quantity: 1n });
      expect(counted(each, 'clicks')).toEqual({ transactions: 2n, quantity: 41n });
      expect(counted(each, 'orders')).toEqual({ transactions: 1n, quantity: 1n });
      expect(['i1', 'i2', 'i3', 'i4', 'i5'].map((id) => each.bookOf(id))).toEqual([
        'transactions',
        'clicks',
        'orders',
        'clicks',
        'transactions',
      ]);
      expect(finish(each.of('orders').partners())).toEqual([]);
    }
    const lacking = new Books();
    lacking.load(put.filter(({ kind }) => kind === 'seen'));
    expect(lacking.missing()).toEqual([put[1]?.id]);
  });

  it('share one data version: what was worked out before another book changed is stale', () => {
    const books = new Books();
    const early = changesOf(books, 'transactions', 1, [row({})]);
    apply(books, 'clicks', 2, [row({})]);
    expect(books.version).toBe(1);
    expect(books.of('transactions').install(early)).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(finish(books.of('transactions').list({ ...LIST }, UTC)).version).toBe(1);
  });

  it('keep a partner that another book still has', () => {
    const books = new Books();
    apply(books, 'transactions', 1, [row({}), row({ transactionId: '2', partnerId: 'p2' })]);
    apply(books, 'clicks', 2, [row({})]);
    const undone = finish(books.of(books.bookOf('i1')).undoChanges('i1'));
    if (!undone.ok) throw new Error(undone.error.code);
    expect(books.partnersAfter('transactions', undone.value)).toMatchObject([{ network: 'Tune', partnerId: 'p1' }]);
  });

  it('read segments from before there were books and the later columns', () => {
    const books = new Books();
    const [segment] = apply(books, 'transactions', 1, [row({ corrects: '', extra: '', partnerEmail: '' })]);
    expect(segment).not.toHaveProperty('book');
    expect(segment?.kind === 'rows' && Object.keys(segment.columns.text)).toEqual([
      'network',
      'transactionId',
      'partnerId',
    ]);
    const loaded = new Books();
    loaded.load([structuredClone(segment as Segment)]);
    expect(finish(loaded.of().list(LIST, UTC)).rows[0]?.transaction).toMatchObject({
      partnerId: 'p1',
      corrects: '',
      partnerEmail: '',
      partnerSite: '',
      extra: '',
    });
    expect(changesOf(loaded, 'transactions', 2, [row({})]).put[0]).toMatchObject({ kind: 'seen' });
  });
});

const LIST = { period: null, basis: 'eventTime', filter: {}, sort: [], window: { offset: 0, limit: 5 } } as const;
