import { DAY_MS, dayFromNumber } from '../../lib/day.ts';
import { guardFormula } from '../../lib/formula.ts';
import { isDayOnly, momentMs, type Moment } from '../../lib/moment.ts';
import { microsToDecimal } from '../../lib/money.ts';
import type { Book } from './book.ts';
import { MONEY_FIELDS, TEXT_FIELDS, TIME_FIELDS, type MoneyField, type TimeField, type Transaction } from './fields.ts';

/** Columns of our own export, named as the fields are, so that our own importer reads it back. `line` is of another file. */
export const EXPORTED_FIELDS = [...TEXT_FIELDS, ...TIME_FIELDS, ...MONEY_FIELDS, 'quantity', 'status'] as const;

const ROW_END = '\r\n';

/** What the column of a row's own id is called: which book a file is of is known by it. */
export const ID_COLUMNS: Readonly<Record<Book, string>> = {
  transactions: 'transactionId',
  clicks: 'deskClickId',
  orders: 'deskShopOrderId',
};

/** The header row of a book's export. RFC 4180: CRLF, commas. */
export const csvHeader = (book: Book = 'transactions'): string =>
  EXPORTED_FIELDS.map((field) => (field === 'transactionId' ? ID_COLUMNS[book] : field)).join(',') + ROW_END;

/**
 * Transactions as rows of CSV below `csvHeader`: amounts as exact decimals with a point, times as ISO 8601 in UTC, a day
 * where the source had only a day, nothing where there is nothing. Text that a spreadsheet would take for a formula is
 * guarded; amounts and times come from typed values and are never touched, so a negative one stays a number.
 */
export function csvRows(transactions: readonly Transaction[]): string {
  return transactions
    .map((transaction) => EXPORTED_FIELDS.map((field) => cell(transaction, field)).join(',') + ROW_END)
    .join('');
}

type Exported = (typeof EXPORTED_FIELDS)[number];

const TIMES: ReadonlySet<Exported> = new Set<Exported>(TIME_FIELDS);
const AMOUNTS: ReadonlySet<Exported> = new Set<Exported>(MONEY_FIELDS);

function cell(transaction: Transaction, field: Exported): string {
  if (TIMES.has(field)) return time(transaction[field as TimeField]);
  if (AMOUNTS.has(field)) return amount(transaction[field as MoneyField]);
  const value = transaction[field];
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return csvText(value);
}

/** A text cell: quoted, and with a `'` in front where a spreadsheet would take it for a formula. */
export const csvText = (value: string): string =>
  value === '' ? '' : `"${guardFormula(value).replaceAll('"', '""')}"`;

const amount = (micros: number): string => (Number.isNaN(micros) ? '' : microsToDecimal(micros));

function time(moment: Moment): string {
  if (Number.isNaN(moment)) return '';
  const ms = momentMs(moment);
  return isDayOnly(moment) ? dayFromNumber(Math.round(ms / DAY_MS)) : new Date(ms).toISOString();
}
