import { fail, ok, type Problem, type Result } from '../../lib/result.ts';
import { createDecoder, detectEncoding, type DetectedEncoding } from './decode.ts';
import { binaryProblem, textProblem } from './not-a-table.ts';
import { PROFILES } from './profiles/index.ts';
import { columnKey, findColumn, headerIndex, type Profile } from './profiles/profile.ts';
import { rowsOfText } from './row-reader.ts';
import type { Dialect, MappedColumn, Recognition } from './types.ts';
import { unknownFormat } from './unknown-format.ts';

/** As much of a file's beginning as recognition wants to see. */
export const HEAD_BYTES = 262_144;

const DELIMITERS = [',', '\t', '|', ';'] as const;
/** Rows from the top among which the header row is looked for. */
const HEADER_ROWS = 30;
const SAMPLE_ROWS = 80;

/** A file's text split one way. */
interface Candidate {
  readonly delimiter: string;
  readonly quote: string;
  readonly rows: readonly string[][];
  readonly lines: readonly number[];
}

/** A delimited text file's dialect and header, and what it was recognised as, if any profile knows it. */
export interface Table {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly recognition: Recognition | null;
}

interface Match {
  readonly profile: Profile;
  readonly candidate: Candidate;
  readonly row: number;
  readonly mapping: readonly MappedColumn[];
}

/**
 * What export the file is, from its first `HEAD_BYTES` bytes (or all of them: `whole`).
 * Fails as `detectTable` does, and with `unknown-format` for a table that no profile knows.
 */
export function recognise(head: Uint8Array, whole: boolean): Result<Recognition> {
  const table = detectTable(head, whole);
  if (!table.ok) return table;
  const { recognition, header } = table.value;
  return recognition ? ok(recognition) : { ok: false, error: unknownFormat(header) };
}

/**
 * The dialect and header of any delimited text file: the header row that a profile knows, else the most regular reading.
 * Fails with `empty-file`, `not-text`, `web-page` or `not-a-table`.
 */
export function detectTable(head: Uint8Array, whole: boolean): Result<Table> {
  const seen = look(head, whole);
  if (!seen.ok) return seen;
  const { encoding, candidates } = seen.value;
  const match = bestMatch(candidates);
  const { candidate, row } = match ?? mostRegular(candidates);
  const header = candidate.rows[row] ?? [];
  const dialect: Dialect = {
    ...encoding,
    delimiter: candidate.delimiter,
    quote: candidate.quote,
    escape: 'doubled',
    headerLine: candidate.lines[row] ?? 1,
    headerRows: 1,
    lastLine: null,
    sheet: '',
  };
  return ok({ dialect, header, recognition: match ? recognitionOf(match, dialect, header) : null });
}

function recognitionOf({ profile, mapping }: Match, dialect: Dialect, header: readonly string[]): Recognition {
  const mapped = new Set<string>(mapping.map(({ field }) => field));
  return {
    profileId: profile.id,
    profileName: profile.name,
    network: profile.network,
    dialect,
    header,
    mapping,
    questions: profile.questions.filter((question) => !mapped.has(question)),
    defaultZone: profile.defaultZone,
  };
}

function look(
  head: Uint8Array,
  whole: boolean,
): Result<{ readonly encoding: DetectedEncoding; readonly candidates: readonly Candidate[] }, Problem> {
  const binary = binaryProblem(head);
  if (binary) return { ok: false, error: binary };
  const encoding = detectEncoding(head, whole);
  const decoder = createDecoder(encoding);
  let text = decoder.decode(head) + (whole ? decoder.end() : '');
  const odd = textProblem(text);
  if (odd) return { ok: false, error: odd };
  if (!whole) {
    const lastEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (lastEnd < 0) return fail('not-a-table', 'The file has no lines. Export the report as CSV and drop that.');
    text = text.slice(0, lastEnd + 1);
  }
  const declared = /^sep=(.)[\r\n]/i.exec(text)?.[1];
  const delimiters = DELIMITERS.some((each) => each === declared) ? [declared ?? ','] : DELIMITERS;
  return ok({ encoding, candidates: delimiters.map((delimiter) => split(text, delimiter)) });
}

function split(text: string, delimiter: string): Candidate {
  const sample = (quote: string): Candidate => {
    const { cells, lines } = rowsOfText(text, { delimiter, quote, escape: 'doubled' });
    return { delimiter, quote, rows: cells.slice(0, SAMPLE_ROWS), lines: lines.slice(0, SAMPLE_ROWS) };
  };
  const usual = sample('"');
  const single = usual.rows
    .slice(0, HEADER_ROWS)
    .some((row) => row.length > 1 && row.every((cell) => /^'.*'$/s.test(cell)));
  return single ? sample("'") : usual;
}

/** The header row that fills most fields of a profile, over all readings. */
function bestMatch(candidates: readonly Candidate[]): Match | null {
  let best: Match | null = null;
  for (const candidate of candidates) {
    for (let row = 0; row < Math.min(candidate.rows.length, HEADER_ROWS); row++) {
      const header = candidate.rows[row] ?? [];
      if (header.length < 2) continue;
      const index = headerIndex(header);
      for (const profile of PROFILES) {
        if (!profile.needs.every((names) => findColumn(index, names) >= 0)) continue;
        if (profile.refuses.some((name) => index.has(columnKey(name)))) continue;
        const mapping = mapHeader(profile, header, index);
        if (!best || mapping.length > best.mapping.length) best = { profile, candidate, row, mapping };
      }
    }
  }
  return best;
}

function mapHeader(profile: Profile, header: readonly string[], index: ReadonlyMap<string, number>): MappedColumn[] {
  const mapping: MappedColumn[] = [];
  for (const { field, names } of profile.columns) {
    const at = findColumn(index, names);
    if (at >= 0) mapping.push({ column: header[at] ?? '', index: at, field });
  }
  return mapping;
}

/**
 * The most regular reading of a table that no profile knows: the delimiter under which most rows have the same number of cells and
 * fewest quotes are left over in them; its header is the first row of that width.
 */
function mostRegular(candidates: readonly Candidate[]): { readonly candidate: Candidate; readonly row: number } {
  let best = { score: -1, candidate: candidates[0] as Candidate, row: 0 };
  for (const candidate of candidates) {
    const filled = candidate.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const { width, count } = usualWidth(filled);
    const leftOver = filled.filter((row) => row.some((cell) => cell.includes(candidate.quote))).length;
    const regular = (count - 0.9 * Math.min(leftOver, count)) / filled.length;
    const score = width === 1 ? 0 : regular + Math.min(width, 100) / 10_000;
    if (score <= best.score) continue;
    const row = candidate.rows.findIndex((cells) => cells.length === width && cells.some((cell) => cell.trim() !== ''));
    best = { score, candidate, row: Math.max(row, 0) };
  }
  return best;
}

function usualWidth(rows: readonly string[][]): { readonly width: number; readonly count: number } {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  let usual = { width: 1, count: 0 };
  for (const [width, count] of widths) {
    if (count > usual.count || (count === usual.count && width > usual.width)) usual = { width, count };
  }
  return usual;
}
