import type { Field } from '../ledger/fields.ts';
import type { PersonField } from '../affiliates/person.ts';
import { OTHER, rowAt, type CellTable } from './cell-table.ts';
import { issueOf } from './issues.ts';
import { MAX_ROW_CHARS } from './row-cutter.ts';
import type { Rows } from './row-reader.ts';
import type { Corrections, MappedColumn, Recognition, RowIssue, SkippedRow } from './types.ts';

/** Rows that look whole, and what became of the others. */
export interface SortedRows {
  readonly cells: readonly (readonly string[])[];
  readonly lines: Float64Array;
  readonly skipped: readonly SkippedRow[];
  /** Rows whose shape is wrong; each has an issue. */
  readonly badRows: number;
}

/** Why a row below the header says nothing and is passed over, or null for a data row. */
export type SkipReason = (row: readonly string[]) => 'blank' | 'total' | 'header again' | null;

/** For a table that no profile knows only blank rows say nothing: a "Total" in it may be anything. */
export const skipBlank: SkipReason = (row) => (isBlank(row) ? 'blank' : null);

/**
 * For a recognised export: blank rows, sums at the foot (their label stands first and they have no event time), and the header once
 * more, as files joined end to end have it.
 */
export function skipReasonFor(recognition: Telling): SkipReason {
  const { header, mapping } = recognition;
  const { idAt, idName } = idOf(recognition);
  const timeAt = placeOf(mapping, 'eventTime') ?? idAt;
  return (row) => {
    // Such rows have no id, or their label stands in its place: only then is the rest looked at.
    const id = row[idAt] ?? '';
    const code = id.length === 0 ? 0 : id.charCodeAt(0);
    if (code > 32 && id !== idName && !TOTAL_LETTERS.has(code)) return null;
    if (isBlank(row)) return 'blank';
    if (id === idName && row.length === header.length && row.every((cell, i) => cell === header[i]))
      return 'header again';
    const label = row.find((cell) => cell.trim() !== '') ?? '';
    // No id is such a word, whatever day the sum is put on.
    if (isTotal(label, TOTAL) && (label === id || timeAt === idAt)) return 'total';
    // Without a time to tell, "Total Fitness" is an affiliate.
    const noTime = timeAt !== idAt && (row.length < header.length || (row[timeAt] ?? '').trim() === '');
    return noTime && (isTotal(label, TOTAL) || isTotal(label, TOTAL_OF_SOMETHING)) ? 'total' : null;
  };
}

type Telling = Pick<Recognition, 'header' | 'mapping' | 'identity' | 'dialect'>;

const placeOf = (mapping: readonly MappedColumn[], ...fields: readonly (Field | PersonField)[]): number | undefined =>
  mapping.find(({ field }) => fields.includes(field))?.index;

/** Where a row's id stands, and the name of that column. */
function idOf({ header, mapping, identity, dialect }: Telling): { readonly idAt: number; readonly idName: string } {
  const idAt =
    (identity.by === 'id' ? placeOf(mapping, 'transactionId', 'email', 'partnerId') : identity.columns[0]) ?? 0;
  // Without a header row the names are our own, and no row repeats them.
  return { idAt, idName: dialect.headerRows === 0 ? '' : (header[idAt] ?? '') };
}

/** Makes the function that tells whether `reason` passes over some row of a table; it looks at ids only, as far as they tell. */
export function findsSkipped(recognition: Telling, reason: SkipReason): (table: CellTable) => boolean {
  const { idAt, idName } = idOf(recognition);
  const nameStart = idName.charCodeAt(0);
  return (table) => {
    const { rows, width, shape, from, to } = table;
    for (let row = 0, cell = idAt; row < rows; row++, cell += width) {
      const start = from[cell] as number;
      const code = start === to[cell] ? 0 : (shape[start] as number);
      const tells = code > 32 && code !== OTHER && code !== nameStart && !TOTAL_LETTERS.has(code);
      if (!tells && reason(rowAt(table, row)) !== null) return true;
    }
    return false;
  };
}

/** First letters of the labels. */
const TOTAL_LETTERS: ReadonlySet<number> = new Set([...'TtGgSsRr'].map((letter) => letter.charCodeAt(0)));

/** In English, German, Spanish, Portuguese, French, Italian, Dutch, Swedish, Turkish, Polish; how many rows it is of may follow. */
const TOTAL =
  /^\s*(?:(?:grand |sub-?)?totals?|total (?:g[eé]n[eé]ral|general|geral)|sum|gesamt(?:summe)?|summe|suma|soma|somme|summa|totale|totaux|totaal|totalt|toplam|razem)\s*(?:\([^()]*\)|[:,=].*)?\s*$/i;
const TOTAL_OF_SOMETHING = /^\s*(?:grand )?totals?\b/i;

const isTotal = (cell: string, label: RegExp): boolean => cell.length < 40 && label.test(cell);

/**
 * Cells that a row must have to be taken in: all up to the last one that says who, when, how much or where it stands. A row cut
 * short after that has lost nothing but empty cells (spreadsheets leave them off).
 */
export function neededCells({
  mapping,
  identity,
  header,
}: Pick<Recognition, 'mapping' | 'identity' | 'header'>): number {
  if (mapping.length === 0) return header.length;
  const places = mapping
    .filter((column) => !MAY_LACK.has(column.field))
    .flatMap(({ index, clock }: MappedColumn) => (clock === undefined ? [index] : [index, clock]));
  return 1 + Math.max(...places, ...identity.columns, 0);
}

const MAY_LACK: ReadonlySet<Field | PersonField> = new Set<Field | PersonField>([
  'partnerName',
  'couponCode',
  'customerStatus',
  'country',
  'device',
  'sub1',
  'sub2',
  'sub3',
  'category',
  'partnerSite',
  'tags',
  'notes',
]);

const lengthOf = (row: readonly string[]): number => row.reduce((sum, cell) => sum + cell.length, 0);

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '' || cell.trim() === '');

export interface Shape {
  /** Cells of the header. */
  readonly width: number;
  /** `neededCells`: shorter rows are rejected, others filled up with empty cells. */
  readonly needed: number;
  /** Rows that the user has put right. */
  readonly corrections: Corrections;
}

/** Tells data rows from those to pass over and those of the wrong shape. Empty cells beyond the header do no harm. */
export function sortRows(rows: Rows, shape: Shape, skipReason: SkipReason, issues: RowIssue[]): SortedRows {
  const { width, needed, corrections } = shape;
  const cells: (readonly string[])[] = [];
  const lines = new Float64Array(rows.cells.length);
  const skipped: SkippedRow[] = [];
  let badRows = 0;
  const say = (line: number, row: readonly string[], code: string, effect: RowIssue['effect']): void => {
    const value = row.join(' | ');
    issues.push(issueOf({ line, column: '', value, code, effect }, `${row.length}, not ${width}`));
  };
  const refuse = (line: number, row: readonly string[], code: string): void => {
    badRows++;
    say(line, row, code, 'rejected');
  };
  for (let i = 0; i < rows.cells.length; i++) {
    let row: readonly string[] = rows.cells[i] ?? [];
    const line = rows.lines[i] ?? 0;
    const corrected = corrections.size > 0 ? corrections.get(line) : undefined;
    if (corrected) row = corrected;
    else if (rows.broken.size > 0 && rows.broken.has(i)) {
      refuse(line, row, lengthOf(row) > MAX_ROW_CHARS / 2 ? 'row-too-long' : 'unclosed-quote');
      continue;
    }
    const reason = skipReason(row);
    if (reason !== null) skipped.push({ line, reason });
    else if (row.length < needed) refuse(line, row, 'too-few-cells');
    else if (row.length > width && !isBlank(row.slice(width))) refuse(line, row, 'too-many-cells');
    else {
      if (row.length < width) {
        say(line, row, 'row-cut-short', 'repaired');
        row = [...row, ...new Array<string>(width - row.length).fill('')];
      }
      lines[cells.length] = line;
      cells.push(row);
    }
  }
  return { cells, lines: cells.length === lines.length ? lines : lines.slice(0, cells.length), skipped, badRows };
}
