import { afterBlanks, isEscaped } from './row-cutter.ts';

/**
 * Makes the function that splits whole rows, LF after each, in which a quote inside quotes is written \" and a backslash \\ (as MySQL
 * and many scripts export). Any other backslash is literal, and all are outside quotes. Otherwise the grammar is papaparse's
 * (row-cutter.ts), whose own `escapeChar` knows no escaped backslash: "C:\\" would never close.
 */
export function rowsWithBackslashes(delimiter: string, quote: string): (text: string) => string[][] {
  const delimiterCode = delimiter.charCodeAt(0);
  const escapes = new RegExp(String.raw`\\\\|\\${quote}|${quote}${quote}`, 'g');

  /** Where the quoted field that opens at `open` closes, and where its delimiter or line end stands; null if it does not close. */
  const findClose = (text: string, open: number): { readonly close: number; readonly after: number } | null => {
    for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
      if (isEscaped(text, at, open)) continue;
      if (text[at + 1] === quote) {
        at++;
        continue;
      }
      const after = afterBlanks(text, at + 1, text.length, delimiterCode);
      const code = text.charCodeAt(after);
      if (code === delimiterCode || code === LF) return { close: at, after };
    }
    return null;
  };

  return (text) => {
    const rows: string[][] = [];
    let row: string[] = [];
    for (let at = 0; at < text.length;) {
      const quoted = text[at] === quote ? findClose(text, at) : null;
      let after: number;
      if (quoted) {
        after = quoted.after;
        row.push(text.slice(at + 1, quoted.close).replace(escapes, (pair) => pair.slice(1)));
      } else {
        after = at;
        while (text.charCodeAt(after) !== LF && text.charCodeAt(after) !== delimiterCode) after++;
        row.push(text.slice(at, after));
      }
      at = after + 1;
      if (text.charCodeAt(after) === LF) {
        rows.push(row);
        row = [];
      }
    }
    return rows;
  };
}

const LF = 10;
