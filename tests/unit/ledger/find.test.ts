import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Books, type FoundTransaction } from '#shared/domain/ledger/books.ts';
import { encodeDraft } from '#shared/domain/ledger/encode.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { fold } from '#shared/domain/ledger/fold.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { draftsOf, transaction } from './arbitrary.ts';
import { Model, type ModelVersion } from './model.ts';

const id = fc.constantFrom(
  ...['', 'PAWS-100001', 'paws-100002', 'PAWS-1000010', '100001', '1000.4000017.55', '1000.4000018.55', '4000017'],
  ...['HP-10000017', 'HP-1000001', 'İD-ΣΟΣ-7', 'σος', 'x', 'xx', 'xxx', 'aaaaaa', 'aaaaaaa', '東京-1'],
);
const rows = fc
  .array(
    fc.record({
      network: fc.constantFrom('awin', 'impact'),
      transactionId: id,
      orderId: id,
      eventTime: fc.constantFrom(Number.NaN, ...[1, 2, 3, 3.5].map((n) => momentOfInstant(n * 86_400_000))),
      asOf: fc.constantFrom(...[1, 2, 3].map((n) => momentOfInstant(n * 86_400_000))),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((row, at): Transaction => transaction({ ...row, line: at + 2 })));
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('apply' as const), rows, size: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), of: fc.nat(5) }) },
);
/** Parts of the ids, whole ones, and what is in none of them. */
const needle = fc.oneof(
  id,
  fc
    .tuple(id, fc.nat(8), fc.integer({ min: 1, max: 9 }))
    .map(([text, from, length]) => text.slice(from, from + length)),
  fc.constantFrom('9999999', 'hp-10000018', '55', 'AAAA', 'ς', 'zzz'),
);

/** Every live row looked at. */
function naive(live: readonly ModelVersion[], text: string, limit: number): readonly string[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const ranked = live.flatMap((version) => {
    const { transactionId, orderId, eventTime, line } = version.transaction;
    const ids = [fold(transactionId), fold(orderId)];
    if (!ids.some((each) => each.includes(wanted))) return [];
    const rank = ids.includes(wanted) ? 0 : ids.some((each) => each.startsWith(wanted)) ? 1 : 2;
    return [{ version, rank, time: Number.isNaN(eventTime) ? -1 : eventTime, line }];
  });
  ranked.sort(
    (a, b) => a.rank - b.rank || b.time - a.time || b.version.sequence - a.version.sequence || b.line - a.line,
  );
  return ranked.slice(0, limit).map(({ version, rank }) => nameOf(version.importId, version.transaction, rank));
}

const nameOf = (importId: string, { transactionId, orderId, line }: Transaction, rank: number): string =>
  `${importId}:${line} ${transactionId} ${orderId} ${['is', 'begins', 'holds'][rank]}`;

const found = (books: Books, text: string, limit: number): readonly FoundTransaction[] =>
  finish(books.find(text, limit));

describe('finding a transaction by its ids', () => {
  it('answers as reading every live row does, after any applies and undos', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ step, needle, limit: fc.integer({ min: 1, max: 6 }) }), { minLength: 1, maxLength: 7 }),
        (all) => {
          const books = new Books();
          const state = books.of();
          const model = new Model();
          let sequence = 0;
          for (const { step: action, needle: text, limit } of all) {
            if (action.kind === 'apply') {
              const importId = `i${++sequence}`;
              const session = state.beginPlan({ importId, sequence });
              for (const draft of draftsOf(action.rows, action.size))
                session.addColumns(encodeDraft(draft), draft.rows, '');
              const changes = finish(state.applyChanges(session));
              expect(changes.ok && state.install(changes.value).ok).toBe(true);
              model.apply(importId, sequence, action.rows);
            } else {
              const changes = finish(state.undoChanges(`i${action.of}`));
              expect(changes.ok && state.install(changes.value).ok).toBe(true);
              model.undo(`i${action.of}`);
            }
            const rank = { is: 0, begins: 1, holds: 2 };
            expect(
              found(books, text, limit).map(({ importId, transaction: row, match }) =>
                nameOf(importId, row, rank[match]),
              ),
            ).toEqual(naive(model.live(), text, limit));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('looks into all books, and puts the id that is the text before longer ones that are later', () => {
    const books = new Books();
    const day = (n: number): number => momentOfInstant(n * 86_400_000);
    const put = (book: 'transactions' | 'orders', sequence: number, list: readonly Transaction[]): void => {
      const session = books.of(book).beginPlan({ importId: `i${sequence}`, sequence });
      for (const draft of draftsOf(list, 3)) session.addColumns(encodeDraft(draft), draft.rows, '');
      const changes = finish(books.of(book).applyChanges(session));
      if (changes.ok) books.of(book).install(changes.value);
    };
    const many = Array.from({ length: 30 }, (_, n) =>
      transaction({ transactionId: `T-1002${n}`, eventTime: day(10 + n), asOf: day(1), line: n + 2 }),
    );
    put('transactions', 1, [
      ...many,
      transaction({ transactionId: 'x', orderId: 'T-1002', eventTime: day(1), asOf: day(1), line: 99 }),
    ]);
    put('orders', 2, [transaction({ transactionId: 'T-1002', eventTime: day(2), asOf: day(1), line: 2 })]);
    const list = found(books, 't-1002', 20);
    expect(list).toHaveLength(20);
    expect(list.slice(0, 3).map(({ book, transaction: row }) => `${book} ${row.transactionId}`)).toEqual([
      'orders T-1002',
      'transactions x',
      'transactions T-100229',
    ]);
    expect(found(books, '', 20)).toEqual([]);
  });
});
