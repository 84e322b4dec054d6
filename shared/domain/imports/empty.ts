/** Words that networks write into an empty cell (`n/a` Impact, `NO DATA` ShareASale, `null` and `-` seen in others). */
const WORDS: ReadonlySet<string> = new Set(['', '-', 'n/a', 'null', 'no data']);

/** True for an empty cell, blanks, or a word that stands for "nothing". */
export function isEmptyWord(cell: string): boolean {
  if (cell.length === 0) return true;
  if (cell.length <= 7 && WORDS.has(cell.toLowerCase())) return true;
  return (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127) && WORDS.has(cell.trim().toLowerCase());
}

/** The text of a cell: trimmed, and '' for a word that stands for "nothing". */
export function cleanText(cell: string): string {
  const length = cell.length;
  if (length === 0) return '';
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  const text = first <= 32 || last <= 32 || first > 127 || last > 127 ? cell.trim() : cell;
  // '-', 'n' and 'N' begin all of the words.
  if (text.length <= 7 && (first === 45 || first === 110 || first === 78 || text !== cell) && isEmptyWord(text))
    return '';
  return text;
}
