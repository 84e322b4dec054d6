import { detectTable } from '#shared/domain/imports/detect.ts';
import { createRowReader, type Rows } from '#shared/domain/imports/row-reader.ts';
import { skipBlank, skipReasonFor } from '#shared/domain/imports/sort-rows.ts';
import { valueOf, withSource } from './inspect-source.ts';

/**
 * The table as read, header and data rows, as CSV after RFC 4180 (comma, CRLF, quotes where needed) in parts. Any table of text is
 * written, known to a profile or not. Rows that a profile would reject are in it; preamble, blank rows, and the sums at the foot of
 * a known export are not. Throws a SourceError for a file that is no table.
 */
export function tableOf(file: string): Iterable<string> {
  return withSource(file, function* (source) {
    const { dialect, recognition } = valueOf(detectTable(source.head, source.whole));
    const skipReason = recognition ? skipReasonFor(recognition) : skipBlank;
    const reader = createRowReader(dialect);
    const write = ({ cells, lines }: Rows): string => {
      let out = '';
      cells.forEach((row, i) => {
        const line = lines[i] ?? 0;
        if (line === dialect.headerLine || (line > dialect.headerLine && skipReason(row) === null)) out += toCsv(row);
      });
      return out;
    };
    for (const piece of source.pieces()) yield write(reader.push(piece));
    yield write(reader.end());
  });
}

const toCsv = (row: readonly string[]): string =>
  `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
