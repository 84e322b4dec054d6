import type { RowIssue } from './types.ts';

/** What is wrong with a value; `detail` is what the code needs said beside it. */
const WORDS: Readonly<Record<string, (column: string, detail: string) => string>> = {
  empty: (column) => `${column} is empty.`,
  'not-an-amount': (column) => `${column} is not an amount. Amounts look like 1234.56.`,
  'too-many-decimals': (column) => `${column} has more than six decimals, which cannot be kept exactly.`,
  'amount-too-large': (column) => `${column} is larger than any amount that can be kept.`,
  'not-a-time': (column) => `${column} is not a date. Dates look like 2026-01-31 or 2026-01-31 14:05:00.`,
  'not-a-count': (column) => `${column} is not a whole number.`,
  'not-a-currency': (column) => `${column} is not a currency code such as EUR.`,
  'not-an-email': (column) => `${column} is not an e-mail address. Addresses look like name@example.com.`,
  'names-nobody': () => 'The row has no name, company, e-mail address, phone number, site or partner id.',
  'unclosed-quote': () => 'A quote opens in this row and never closes.',
  'row-too-long': () => 'The row goes on for millions of characters.',
  'too-few-cells': (_, detail) => `The row has fewer cells than the header: ${detail}.`,
  'row-cut-short': (_, detail) => `The row ends before the last columns: ${detail} cells.`,
  scientific: (column) => `${column} was changed by a spreadsheet: digits are lost in numbers like 1.23E+12.`,
  'other-currency': (column) =>
    `${column} is in another currency than the row is read in. Where no column names the currency, say above which it is.`,
  'ambiguous-date': (column) => `${column} can be read in two ways: say above whether day or month comes first.`,
  'other-date-order': (column) => `${column} has day and month the other way round than its column is read.`,
  'no-partner': () => 'The row does not say which affiliate it belongs to.',
  'too-many-cells': (_, detail) => `The row has more cells than the header: ${detail}.`,
};

const THEN: Readonly<Record<RowIssue['effect'], string>> = {
  rejected: 'The row is left out: correct it here, or in the file and import that again.',
  'left-empty': 'The row is taken in without it.',
  repaired: 'The row is taken in, with these cells empty.',
};

/** An issue with its sentence: what is wrong, and what became of the row. The value is cut at 200 characters. */
export function issueOf(issue: Omit<RowIssue, 'message'>, detail = ''): RowIssue {
  const what = WORDS[issue.code]?.(issue.column, detail) ?? `${issue.column} cannot be read.`;
  return { ...issue, value: copyOf(issue.value.slice(0, 200)), message: `${what} ${THEN[issue.effect]}` };
}

/** A cell is a slice of the text it was cut from and would keep all of that in memory for as long as the issue is shown. */
const copyOf = (text: string): string => Array.from(text).join('');
