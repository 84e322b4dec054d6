import { desk } from '#renderer/platform/desk.ts';
import { csvText } from '#shared/domain/ledger/export-csv.ts';
import { NOTHING } from '#shared/lib/format.ts';
import { say } from './toasts.ts';

interface Column<Row> {
  readonly header: string;
  /** What stands in the cell; left out: the column is not taken along. */
  readonly text?: (row: Row) => string;
  /** The same for a file, where it can say more than the eye needs: an exact amount, a number, a day as YYYY-MM-DD. */
  readonly file?: (row: Row) => FileCell;
}

/** Puts rows on the clipboard as they stand in the table, with tabs between, below the names of the columns. */
export async function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const said = columns.flatMap(({ header, text }) => (text ? [{ header, text }] : []));
  const lines = rows.map((row) => said.map(({ text }) => plain(text(row))).join('\t'));
  await navigator.clipboard.writeText([said.map(({ header }) => header).join('\t'), ...lines].join('\n'));
  say(rows.length === 1 ? 'Copied 1 row' : `Copied ${rows.length} rows`);
}

/** The rows she has selected, else the one she is on. */
export function wantedRows<Row>(
  rowAt: (index: number) => Row | undefined,
  cursor: { readonly active: number | null; readonly selected: ReadonlySet<number> },
): readonly Row[] {
  const wanted = cursor.selected.size > 0 ? [...cursor.selected].sort((a, b) => a - b) : [cursor.active ?? -1];
  return wanted.flatMap((index) => rowAt(index) ?? []);
}

/**
 * Writes a list to a CSV file of her choice as it stands on the screen: these columns and rows, in this order. Cells without a value
 * ("–") are empty in the file.
 */
export function exportRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  suggestedName: string,
): Promise<void> {
  const said = columns.flatMap(({ header, text, file }) => {
    const cell = file ?? (text && ((row: Row): FileCell => (text(row) === NOTHING ? null : text(row))));
    return cell ? [{ header, cell }] : [];
  });
  return saveTable(
    suggestedName,
    said.map(({ header }) => header),
    rows.map((row) => said.map(({ cell }) => cell(row))),
  );
}

/** A cell of a file: a number or figure stands as it is, a text is kept from being a formula. */
export type FileCell = string | number | { readonly figure: string } | null;

/** Writes a table to a CSV file of her choice and says how it went. UTF-8 with a mark, which Excel needs; RFC 4180. */
export async function saveTable(
  suggestedName: string,
  header: readonly string[],
  rows: readonly (readonly FileCell[])[],
): Promise<void> {
  const text = [header, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
  const saved = await desk().files.saveText({ suggestedName, kind: 'csv', text: `\uFEFF${text}` });
  if (!saved.ok) say(saved.error.message);
  else if (saved.value.kind === 'saved') say(`Exported to ${saved.value.name}`);
}

function cellText(cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvText(cell);
  return typeof cell === 'number' ? String(cell) : cell.figure;
}

const plain = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
