/** Words that networks write into an empty cell (`n/a` Impact, `NO DATA` ShareASale, `null` and `-` seen in others). */
const WORDS: ReadonlySet<string> = new Set(['', '-', 'n/a', 'null', 'no data']);

/** True for an empty cell, blanks, or a word that stands for "nothing". */
export function isEmptyWord(cell: string): boolean {
  if (cell.length === 0) return true;
  if (cell.length <= 7 && WORDS.has(cell.toLowerCase())) return true;
  return (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127) && WORDS.has(cell.trim().toLowerCase());
}

/**
 * The text of a cell: trimmed (of marks without width too), and '' for a word that stands for "nothing". An id that is written as a
 * formula to keep a spreadsheet from reading a number (`="00123"`) is what the formula gives.
 */
export function cleanText(cell: string): string {
  const length = cell.length;
  if (length === 0) return '';
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  if (first === EQUALS && last === QUOTE && TEXT_FORMULA.test(cell))
    return cleanText(cell.slice(2, -1).replaceAll('""', '"'));
  const text = first <= 32 || last <= 32 || first > 127 || last > 127 ? trimmed(cell) : cell;
  // '-', 'n' and 'N' begin all of the words.
  if (text.length <= 7 && (first === 45 || first === 110 || first === 78 || text !== cell) && isEmptyWord(text))
    return '';
  return text;
}

const EQUALS = 61;
const QUOTE = 34;
const TEXT_FORMULA = /^="(?:[^"]|"")*"$/;

/** Characters that nobody sees: blanks, breaks between words without width, marks of a direction, byte order marks. */
const isUnseen = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;

/** Without what nobody sees around it. */
function trimmed(cell: string): string {
  let from = 0;
  let to = cell.length;
  while (from < to && isUnseen(cell.charCodeAt(from))) from++;
  while (to > from && isUnseen(cell.charCodeAt(to - 1))) to--;
  return cell.slice(from, to).trim();
}
