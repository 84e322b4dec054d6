import type { Dialect } from './types.ts';

/** How a text is split into cells. */
export type Grammar = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'stops'>;

/** What opens and closes a quoted field, '' if nothing does: columns aligned with blanks know no quotes. */
export const quoteOf = ({ delimiter, quote }: Grammar): string => (delimiter === ' ' ? '' : quote);

/** A stretch of whole rows: outside quotes every line end is LF, inside quoted fields the text is as in the file. Ends with LF. */
export interface Piece {
  readonly text: string;
  /** Some quoted field holds a line end: a row may take more than one physical line. */
  readonly multiline: boolean;
  /** The piece is one row that cannot be read: its quote never closes (the quotes are made literal), or it is too long (and cut). */
  readonly broken: boolean;
}

export interface RowCutter {
  push(text: string): Piece[];
  end(): Piece[];
}

/** A quoted field that runs over line ends is taken for an unclosed quote beyond these. */
const MAX_QUOTED_LINES = 50;
const MAX_QUOTED_CHARS = 65_536;

/** A row of which this much came without its end is no row: a few thousand cells of a kilobyte each. */
export const MAX_ROW_CHARS = 4_194_304;

const LF = 10;
const CR = 13;
const BACKSLASH = 92;
const WAIT = -1;
const RUNAWAY = -2;

/**
 * Cuts decoded text into stretches of whole rows, the same rows whatever the boundaries of the pushed texts.
 *
 * The grammar of quotes is papaparse's, which splits the pieces afterwards: a quote opens only at a field's start, a doubled quote is
 * one quote (and so is one after a backslash, where that is the escape), and the closing quote stands before a delimiter or line end
 * (blanks between are dropped); any other quote inside is literal. On top of that an unclosed quote is contained: a quoted field that runs over a line end and then meets a stray quote, or
 * more than `MAX_QUOTED_LINES` line ends, or `MAX_QUOTED_CHARS`, or the end of the file, costs its own line and no other.
 * A row that goes on for more than `MAX_ROW_CHARS` is given up, so that no file can fill the memory.
 */
export function createRowCutter(grammar: Grammar): RowCutter {
  const delimiterCode = grammar.delimiter.charCodeAt(0);
  const quote = quoteOf(grammar);
  const backslash = grammar.escape === 'backslash';
  let rest = '';

  const cut = (chunk: string, final: boolean): Piece[] => {
    const text = rest === '' ? chunk : rest + chunk;
    if (text === '') return [];
    // A CR at the very end may be half of a CRLF: it waits.
    const limit = !final && text.charCodeAt(text.length - 1) === CR ? text.length - 1 : text.length;
    const hasCr = text.includes('\r');
    const pieces: Piece[] = [];

    if (quote === '' || !text.includes(quote)) {
      const last = lastLineEnd(text, limit, hasCr);
      const stop = final ? text.length : last + 1;
      rest = text.slice(stop);
      if (stop > 0) pieces.push(plainPiece(text.slice(0, stop), hasCr));
      return pieces;
    }

    let lineEnd = 0; // start of the next line end at or after the position looked at
    let lineNext = 0; // where the line after it starts
    let lf = -1;
    let cr = -1;
    const findLineEnd = (from: number): void => {
      if (lf < from) lf = indexOrEnd(text, '\n', from);
      if (hasCr && cr < from) cr = indexOrEnd(text, '\r', from);
      if (hasCr && cr < lf) {
        lineEnd = cr;
        lineNext = lf === cr + 1 ? cr + 2 : cr + 1;
      } else {
        lineEnd = lf;
        lineNext = lf + 1;
      }
    };

    const findClose = (open: number): number => {
      let at = open;
      let lines = 0;
      let stray = false;
      for (;;) {
        const found = text.indexOf(quote, at + 1);
        const beyond = found < 0 || found >= limit;
        const stop = beyond ? limit : found;
        while (lineEnd < stop) {
          lines++;
          findLineEnd(lineNext);
        }
        if (lines > 0 && (stray || lines > MAX_QUOTED_LINES || stop - open > MAX_QUOTED_CHARS)) return RUNAWAY;
        if (beyond) return final ? RUNAWAY : WAIT;
        if (backslash && isEscaped(text, found, open)) {
          at = found;
          continue;
        }
        if (found + 1 >= limit) return final ? found : WAIT;
        if (text[found + 1] === quote) {
          at = found + 1;
          continue;
        }
        const after = afterBlanks(text, found + 1, limit, delimiterCode);
        if (after >= limit) {
          if (final) return found;
          return WAIT;
        }
        const code = text.charCodeAt(after);
        if (code === delimiterCode || code === LF || code === CR) return found;
        if (lines > 0) return RUNAWAY;
        stray = true;
        at = found;
      }
    };

    let done = 0; // everything before is in `pieces`
    let rowStart = 0;
    let scan = 0;
    let spans: number[] = []; // starts and ends of quoted fields with line ends in them, since `done`
    const flush = (to: number): void => {
      if (to > done) pieces.push(joinPiece(text, done, to, spans, hasCr));
      done = to;
      spans = [];
    };
    const passLineEnds = (before: number): void => {
      while (lineEnd < before) {
        rowStart = lineNext;
        findLineEnd(lineNext);
      }
    };

    findLineEnd(0);
    for (;;) {
      const open = text.indexOf(quote, scan);
      if (open < 0 || open >= limit) {
        passLineEnds(limit);
        break;
      }
      passLineEnds(open);
      if (open !== rowStart && text.charCodeAt(open - 1) !== delimiterCode) {
        scan = open + 1;
        continue;
      }
      const linesBefore = lineEnd;
      const close = findClose(open);
      if (close === WAIT) break;
      if (close === RUNAWAY) {
        lf = cr = -1;
        findLineEnd(open);
        flush(rowStart);
        const stop = Math.min(lineEnd, text.length);
        pieces.push({ text: literalRow(text, rowStart, open, stop, grammar), multiline: true, broken: true });
        rowStart = scan = done = Math.min(lineNext, text.length);
        findLineEnd(rowStart);
        continue;
      }
      if (lineEnd !== linesBefore) spans.push(open, close + 1);
      scan = close + 1;
    }
    flush(final ? text.length : rowStart);
    rest = text.slice(done);
    return pieces;
  };

  // A row longer than any is given up, and the rest of its line passed over: `lf` once only half of its CRLF may be left of that.
  let passing: 'nothing' | 'line' | 'lf' = 'nothing';
  const afterPassed = (chunk: string): string => {
    if (passing === 'nothing' || chunk === '') return chunk;
    const at = passing === 'lf' ? -1 : chunk.search(/[\r\n]/);
    if (passing === 'line' && at < 0) return '';
    const half = passing === 'lf' || chunk[at] === '\r';
    passing = half && at + 1 === chunk.length ? 'lf' : 'nothing';
    return chunk.slice(half && chunk[at + 1] === '\n' ? at + 2 : at + 1);
  };

  return {
    push(text) {
      const chunk = afterPassed(text);
      // What is left of the chunk before mostly is the first half of one row: that row is put together, not the whole chunk.
      const first = rest === '' ? 0 : chunk.indexOf('\n') + 1;
      const pieces =
        first === 0 ? cut(chunk, false) : [...cut(chunk.slice(0, first), false), ...cut(chunk.slice(first), false)];
      if (rest.length > MAX_ROW_CHARS && !rest.endsWith('\r')) {
        const row = literalRow(rest, 0, 0, rest.length, grammar);
        pieces.push({ text: row, multiline: true, broken: true });
        rest = '';
        passing = 'line';
      }
      return pieces;
    },
    end() {
      const pieces = cut('', true);
      rest = '';
      return pieces;
    },
  };
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}

function lastLineEnd(text: string, limit: number, hasCr: boolean): number {
  if (limit === 0) return -1;
  const lf = text.lastIndexOf('\n', limit - 1);
  return hasCr ? Math.max(lf, text.lastIndexOf('\r', limit - 1)) : lf;
}

/** True for a quote after an odd number of backslashes: two of these are one backslash, and the quote is itself. */
export function isEscaped(text: string, at: number, open: number): boolean {
  let from = at;
  while (from - 1 > open && text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** First position at or after `from` that is no white space (as String.trim sees it); a delimiter or line end stops too. */
export function afterBlanks(text: string, from: number, limit: number, delimiterCode: number): number {
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === delimiterCode || code === LF || code === CR) return at;
    if ((code > 32 && code < 128) || text.charAt(at).trim() !== '') return at;
    at++;
  }
  return at;
}

const toLf = (text: string): string => text.replace(/\r\n?/g, '\n');

const closed = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

function plainPiece(text: string, hasCr: boolean): Piece {
  return { text: closed(hasCr ? toLf(text) : text), multiline: false, broken: false };
}

function joinPiece(text: string, from: number, to: number, spans: readonly number[], hasCr: boolean): Piece {
  // Spans of a row that is not complete yet lie beyond `to`.
  const inside = spans.filter((at) => at <= to);
  const multiline = inside.length > 1;
  if (!hasCr || !multiline) {
    const part = text.slice(from, to);
    return { text: closed(hasCr ? toLf(part) : part), multiline, broken: false };
  }
  let joined = '';
  let at = from;
  for (let i = 0; i + 1 < inside.length; i += 2) {
    const start = inside[i] ?? at;
    const stop = inside[i + 1] ?? start;
    joined += toLf(text.slice(at, start)) + text.slice(start, stop);
    at = stop;
  }
  return { text: closed(joined + toLf(text.slice(at, to))), multiline, broken: false };
}

/** The row from `rowStart` to `stop` with the quotes from `open` on as plain characters of their fields. */
function literalRow(text: string, rowStart: number, open: number, stop: number, grammar: Grammar): string {
  const { delimiter, escape } = grammar;
  const quote = quoteOf(grammar);
  if (quote === '') return `${text.slice(rowStart, stop)}\n`;
  const literal = (field: string): string => {
    const plain = escape === 'backslash' ? field.replaceAll('\\', '\\\\') : field;
    return quote + plain.replaceAll(quote, quote + quote) + quote;
  };
  const fields = text.slice(open, stop).split(delimiter).map(literal);
  return `${text.slice(rowStart, open)}${fields.join(delimiter)}\n`;
}
