import { alignedStops } from './aligned.ts';
import { cleanness, findRegion, gridOf, SEPARATOR_LINE, type Grid, type Reading, type Region } from './grid.ts';
import { likelyHeader } from './header.ts';
import type { Grammar } from './row-cutter.ts';
import type { DialectWish } from './types.ts';

/** Delimiters of exports, the likeliest first. A blank: aligned columns. */
const USUAL = [',', ';', '\t', '|', ' ', '^', '~', '¦', '§', '¬', '\u0001', '\u001e', '\u001f'] as const;
/** Believed only if names of columns stand between them too: they are met in times, order names and texts as well. */
const RARE = ['#', ':', '!', '*', '·'] as const;
/** How much the look of a reading counts, of one with a comma 1. */
const TRUST: Readonly<Record<string, number>> = {
  ' ': 0.8,
  ...Object.fromEntries(['^', '~', '¦', '§', '¬'].map((mark) => [mark, 0.9])),
  ...Object.fromEntries(RARE.map((mark) => [mark, 0.7])),
};
/** Another way of quoting must make a table so much more regular to be preferred to the likeliest. */
const BETTER = 1.1;
/** Less regular than this is no table but one column of text. */
const LEAST = 0.1;

/** The readings that a text allows, one column among them. Parts that the user has set are as set. */
export function readingsOf(text: string, whole: boolean, wish: DialectWish): readonly Reading[] {
  const readingOf = createReading(text);
  const named = wish.delimiter ?? SEPARATOR_LINE.exec(text)?.[1];
  const read = (delimiter: string): Reading => {
    const grammars = grammarsOf(text, delimiter, wish);
    const readings = grammars.map((grammar) => readingOf(gridOf(text, whole, grammar)));
    const best = readings.reduce((sofar, each) => (each.regular > sofar.regular * BETTER ? each : sofar));
    return delimiter === ' ' ? readingOf(withStops(text, whole, best)) : best;
  };
  if (named !== undefined) return [read(named)];
  const found = [...USUAL, ...RARE].filter((each) => occurs(text, each)).map(read);
  return [...found, { ...readingOf(oneColumn(text, whole, wish)), regular: LEAST }];
}

/** Aligned columns once more by the places where they begin, so that an empty cell does not move the ones after it. */
function withStops(text: string, whole: boolean, { grid, region }: Reading): Grid {
  if (!region) return grid;
  const all = text.split(/\r\n|\r|\n/);
  const linesOf = (test: (row: readonly string[], at: number) => boolean): readonly string[] =>
    grid.lines.filter((_, at) => test(grid.cells[at] ?? [], at)).map((line) => all[line - 1] ?? '');
  // Rows with empty cells may be the most: the one with all of them, the header mostly, says how many columns there are.
  const most = grid.cells.reduce((max, { length }) => Math.max(max, length), 0);
  const stops =
    alignedStops(
      linesOf((row) => row.length > 1),
      most,
    ) ??
    alignedStops(
      linesOf((_, at) => at >= region.from && at <= region.to),
      region.width,
    );
  return stops ? gridOf(text, whole, { ...grid.grammar, stops }) : grid;
}

function occurs(text: string, delimiter: string): boolean {
  if (delimiter === ' ') return /\S(?: {2}|\t)/.test(text);
  // In times and addresses it separates nothing.
  return delimiter === ':' ? /[^\d]:(?!\/\/)|:[^\d/]/.test(text) : text.includes(delimiter);
}

/** A list of texts: read with a delimiter that is in none of them, so that each is one cell. */
function oneColumn(text: string, whole: boolean, wish: DialectWish): Grid {
  const delimiter = [',', ';', '\t', '|'].find((each) => !text.includes(each)) ?? '\t';
  const [grammar = { delimiter, quote: '"', escape: 'doubled' }] = grammarsOf(text, delimiter, wish);
  return gridOf(text, whole, grammar);
}

/** Makes the function that says how regular a table a text makes when it is split one way. */
function createReading(text: string): (grid: Grid) => Reading {
  const lines = Math.max(1, text.split(/\r\n?|\n/).filter((line) => line.trim() !== '').length);
  // What stands in most lines may be the delimiter: where it does not split, it is left over in cells.
  const marks = [...USUAL, ...RARE].filter((mark) => mark !== ' ' && text.split(mark).length > lines * 0.6);
  return (grid) => readingOf(grid, new Set([',', ';', '\t', '|', ...marks]));
}

function readingOf(grid: Grid, marks: ReadonlySet<string>): Reading {
  const region = findRegion(grid);
  if (!region) return { grid, region, regular: 0 };
  const { width, sum, misfits, from, to } = region;
  const { delimiter } = grid.grammar;
  const rows = grid.blank.reduce((n, blank) => (blank ? n : n + 1), 0);
  const alone = from === to && rows > 1 && !isTable(grid, region);
  const rare = (RARE as readonly string[]).includes(delimiter);
  const doubtful =
    rare && (misfits > sum || sum < 2 || (width === 2 && sum < rows) || likelyHeader(grid, region).rows === 0);
  if (alone || doubtful) return { grid, region, regular: 0 };
  const shape = Math.sqrt(sum / rows) * ((width - 1) / width);
  return { grid, region, regular: shape * cleanness(grid, region, marks) * (TRUST[delimiter] ?? 1) };
}

/** A single row of cells is a sentence with a comma, if not all below it are rows of cells too, or it is the names of no rows. */
function isTable(grid: Grid, { from, width }: Region): boolean {
  const below = grid.cells.slice(from + 1).filter((_, at) => grid.blank[from + 1 + at] !== true);
  return below.length === 0 ? width > 2 : below.every((row) => row.length > 1);
}

/** The ways of quoting that a text may have with a delimiter, the usual one first. */
function grammarsOf(text: string, delimiter: string, wish: DialectWish): readonly Grammar[] {
  if (delimiter === ' ') return [{ delimiter, quote: wish.quote ?? '', escape: wish.escape ?? 'doubled' }];
  const wanted = wish.quote ?? likelyQuote(text, delimiter);
  const quote = wanted === delimiter ? '' : wanted;
  const escapes = wish.escape === undefined ? likelyEscapes(text, delimiter, quote) : [wish.escape];
  return escapes.map((escape) => ({ delimiter, quote, escape }));
}

const escaped = (mark: string): string => mark.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Fields of one line that begin and end with a quote, and fields that only begin with one. */
function quotedFields(
  text: string,
  delimiter: string,
  quote: string,
): { readonly closed: number; readonly open: number } {
  const mark = escaped(delimiter);
  const begin = `(?:^|(?<=[${mark}\\r\\n]))`;
  const closed = new RegExp(`${begin}${quote}[^${quote}\\r\\n]*${quote}(?=\\s*?(?:[${mark}\\r\\n]|$))`, 'g');
  const opened = new RegExp(`${begin}${quote}`, 'g');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const all = count(closed);
  return { closed: all, open: count(opened) - all };
}

/** At least so many fields must begin with a quote that never closes, and none close, to say that it quotes nothing. */
const LITERAL_QUOTES = 3;

function likelyQuote(text: string, delimiter: string): string {
  const double = quotedFields(text, delimiter, '"');
  const single = text.includes("'") ? quotedFields(text, delimiter, "'") : { closed: 0, open: 0 };
  if (single.closed >= 2 && single.closed > double.closed && single.open * 4 <= single.closed) return "'";
  const literal =
    double.closed === 0 && double.open >= LITERAL_QUOTES && (text.match(/"/g)?.length ?? 0) === double.open;
  return literal ? '' : '"';
}

/** Both ways where backslashes stand before quotes, the one first that such quotes speak for. */
function likelyEscapes(text: string, delimiter: string, quote: string): readonly Grammar['escape'][] {
  if (quote === '' || !text.includes(`\\${quote}`)) return ['doubled'];
  const mark = escaped(delimiter);
  const inside = new RegExp(`[^\\\\]\\\\${quote}(?![${quote}${mark}\\r\\n]|$)`);
  return inside.test(text) ? ['backslash', 'doubled'] : ['doubled', 'backslash'];
}
