import type { Dialect, Encoding } from '#shared/domain/imports/types.ts';
import type { Choice } from '#renderer/ui/Select.tsx';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
  ' ': 'aligned columns',
  ':': 'colons',
  '^': 'carets',
  '~': 'tildes',
};

const delimiterWord = (delimiter: string): string => DELIMITERS[delimiter] ?? `“${delimiter}” between columns`;

const headerWord = ({ headerLine, headerRows }: Pick<Dialect, 'headerLine' | 'headerRows'>): string =>
  headerRows === 0
    ? 'no header row'
    : headerRows > 1
      ? `${headerRows} header rows, to row ${headerLine}`
      : `header in row ${headerLine}`;

const QUOTES: readonly Choice<string>[] = [
  { value: '" doubled', label: 'quotes "' },
  { value: "' doubled", label: "quotes '" },
  { value: '" backslash', label: 'quotes " with \\"' },
  { value: "' backslash", label: "quotes ' with \\'" },
  { value: 'none', label: 'no quotes' },
];

/** "semicolons, UTF-8, header in row 4" */
export function dialectWords(dialect: Dialect): string {
  const { delimiter, encoding, sheet } = dialect;
  if (sheet !== '') return `sheet “${sheet}”, ${headerWord(dialect)}`;
  return `${delimiterWord(delimiter)}, ${ENCODINGS[encoding]}, ${headerWord(dialect)}`;
}

/** What stands between columns; that of the file is among them whatever it is. */
export const delimiterChoices = (own: string): readonly Choice<string>[] =>
  [...new Set([...Object.keys(DELIMITERS), own])].map((value) => ({ value, label: delimiterWord(value) }));

export const ENCODING_CHOICES: readonly Choice<Encoding>[] = Object.entries(ENCODINGS).map(([value, label]) => ({
  value: value as Encoding,
  label,
}));

export const QUOTE_CHOICES = QUOTES;

export const quoteOf = ({ quote, escape }: Pick<Dialect, 'quote' | 'escape'>): string =>
  quote === '' ? 'none' : `${quote} ${escape}`;

/** The part of a dialect that a choice of `QUOTE_CHOICES` stands for. */
export function quoteWish(choice: string): Pick<Dialect, 'quote' | 'escape'> {
  if (choice === 'none') return { quote: '', escape: 'doubled' };
  return { quote: choice.charAt(0), escape: choice.endsWith('backslash') ? 'backslash' : 'doubled' };
}

/** Rows in which a header is looked for by hand. */
const HEADER_LINES = 20;

/** A header in one of the first rows, or none; how the file has it is among them. */
export function headerChoices(dialect: Pick<Dialect, 'headerLine' | 'headerRows'>): readonly Choice<string>[] {
  const last = Math.max(HEADER_LINES, dialect.headerLine);
  const lines = Array.from({ length: last }, (_, at) => ({ headerLine: at + 1, headerRows: 1 }));
  const own = dialect.headerRows > 1 ? [dialect] : [];
  return [{ headerLine: 0, headerRows: 0 }, ...own, ...lines].map((each) => ({
    value: headerOf(each),
    label: headerWord(each),
  }));
}

export const headerOf = ({ headerLine, headerRows }: Pick<Dialect, 'headerLine' | 'headerRows'>): string =>
  headerRows === 0 ? 'none' : `${headerLine} ${headerRows}`;

/** The part of a dialect that a choice of `headerChoices` stands for. Without a header the data begin where it stood. */
export function headerWish(
  choice: string,
  before: Pick<Dialect, 'headerLine' | 'headerRows'>,
): Pick<Dialect, 'headerLine' | 'headerRows'> {
  if (choice === 'none') return { headerLine: Math.max(0, before.headerLine - before.headerRows), headerRows: 0 };
  const [headerLine = 1, headerRows = 1] = choice.split(' ').map(Number);
  return { headerLine, headerRows };
}
