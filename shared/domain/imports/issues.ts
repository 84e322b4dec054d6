import type { RowIssue } from './types.ts';

/** What is wrong with a value, to follow its column's name. */
const WORDS: Readonly<Record<string, (column: string, detail: string) => string>> = {
  empty: (column) => `${column} is empty.`,
  'not-an-amount': (column) => `${column} is not an amount. Amounts look like 1234.56.`,
  'too-many-decimals': (column) => `${column} has more than six decimals, which cannot be kept exactly.`,
  'amount-too-large': (column) => `${column} is larger than any amount that can be kept.`,
  'not-a-time': (column) => `${column} is not a date. Dates look like 2026-01-31 or 2026-01-31 14:05:00.`,
  'not-a-count': (column) => `${column} is not a whole number.`,
  'not-a-currency': (column) => `${column} is not a currency code such as EUR.`,
  'unclosed-quote': () => 'A quote opens in this row and never closes.',
  'too-few-cells': (_, detail) => `The row has too few cells: ${detail}.`,
  'too-many-cells': (_, detail) => `The row has too many cells: ${detail}.`,
};

/** An issue with its sentence: what is wrong, and what became of it. */
export function issueOf(
  line: number,
  column: string,
  value: string,
  code: string,
  leftEmpty: boolean,
  detail = '',
): RowIssue {
  const what = WORDS[code]?.(column, detail) ?? `${column} cannot be read.`;
  const then = leftEmpty
    ? 'The row is taken in without it.'
    : 'The row is left out: correct it in the file and import the file again.';
  // Short cuts of long texts keep the long text in memory: the copy does not.
  const short = value.length > 200 ? [...value.slice(0, 200)].join('').slice(0, 200) : value;
  return {
    line,
    column,
    value: short,
    code,
    message: `${what} ${then}`,
    effect: leftEmpty ? 'left-empty' : 'rejected',
  };
}
