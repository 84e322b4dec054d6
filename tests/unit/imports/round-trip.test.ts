import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOKS } from '#shared/domain/ledger/book.ts';
import { csvHeader, csvRows } from '#shared/domain/ledger/export-csv.ts';
import {
  MONEY_FIELDS,
  NUMBER_FIELDS,
  STATUSES,
  TEXT_FIELDS,
  TIME_FIELDS,
  type Field,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { readFile } from './read.ts';

const word = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '0012',
    '=1+1',
    "'n Barks",
    'Paws "R" Us',
    'a,b;c\td',
    'two\r\nlines',
    '東京',
    '1,234.5',
    'Total',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const moment = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 0, max: 30_000 }).map(momentOfDay),
  fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }).map(momentOfInstant),
);
const money = fc.oneof(
  fc.constant(Number.NaN),
  // Thousandths alone look like thousands.
  fc.integer({ min: -9_999, max: 9_999 }).map((n) => n * 1_000),
  fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
);
const currency = fc.constantFrom('', 'USD', 'EUR');

/** Any value that a transaction can have after an import: text is trimmed, words for "nothing" are nothing. */
const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  if (field === 'network') return fc.constantFrom('Awin', 'Impact', '=network');
  if (field === 'currency' || field === 'originalCurrency') return currency;
  if (field === 'customerStatus') return fc.constantFrom('', 'new', 'existing');
  if (field === 'status') return fc.constantFrom(...STATUSES);
  if (field === 'quantity') return fc.constantFrom(Number.NaN, 0, 1, 12, -3);
  if (field === 'asOf') return fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }).map(momentOfInstant);
  if ((TIME_FIELDS as readonly Field[]).includes(field)) return moment;
  if ((MONEY_FIELDS as readonly Field[]).includes(field)) return money;
  if (field === 'corrects') return fc.constantFrom('', 't-0', 'Order 7');
  if (field === 'extra') return fc.constantFrom('', '{"Ad group":"Dogs, \\"wet\\" food","Ad id":"007"}');
  return word.map((text) => (/^(-|n\/a|null|no data)$/i.test(text.trim()) ? '' : text.trim()));
};

const transaction: fc.Arbitrary<Transaction> = fc
  .record(Object.fromEntries([...TEXT_FIELDS, ...NUMBER_FIELDS].map((field) => [field, valueOf(field)])))
  .map((values) => values as unknown as Transaction);

/** A row that takes back is never reversed itself, and only such a row names itself (map-rows.ts). */
function settled(each: Transaction): Transaction {
  const negative = each.sale < 0 || each.commission < 0;
  if (each.corrects === '') return each;
  if (negative) return each.status === 'reversed' ? { ...each, status: 'approved' } : each;
  return each.corrects === each.transactionId ? { ...each, corrects: '' } : each;
}

describe('the program’s own export', () => {
  it.each(BOOKS)('comes back as it was, whatever its %s are', (book) => {
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 1, maxLength: 6 }), (made) => {
        const transactions = made.map((each, i) => settled({ ...each, transactionId: `t-${i}` }));
        const { rows, issues, rejected, skipped, recognition } = readFile(csvHeader(book) + csvRows(transactions));
        expect(recognition).toMatchObject({ kind: book, network: '', questions: [] });
        expect(recognition.profileId).toMatch(/^affiliate-desk/);
        expect({ issues, rejected, skipped }).toEqual({ issues: [], rejected: 0, skipped: [] });
        expect(rows.map(withoutLine)).toEqual(transactions.map(withoutLine));
      }),
      { numRuns: 300 },
    );
  });
});

/** `line` is of the file that is read. */
const withoutLine = (each: Transaction): Partial<Transaction> => ({ ...each, line: 0 });
