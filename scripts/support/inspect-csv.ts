import { beginLook } from '#shared/domain/imports/recognise.ts';
import { createRowReader, type Rows } from '#shared/domain/imports/row-reader.ts';
import { skipBlank, skipReasonFor } from '#shared/domain/imports/sort-rows.ts';
import type { Choice } from '#shared/domain/imports/unpack/unpack.ts';
import { valueOf, wishOf, withSource } from './inspect-source.ts';

/**
 * The table as read, header and data rows, as CSV after RFC 4180 (comma, CRLF, quotes where needed), handed to `write` in parts. Any
 * table of text is written, known to a profile or not. Rows that a profile would reject are in it; preamble, blank rows, what stands
 * below the table, and the sums at the foot of a known export are not. Throws a SourceError for a file that is no table.
 */
export function writeTableOf(file: string, choice: Choice, write: (part: string) => void): Promise<void> {
  return withSource(file, choice, async (source) => {
    const looking = valueOf(beginLook(source.head, source.whole, wishOf(source), { own: [] }));
    const { recognition } = looking.finish();
    const { dialect, profileId } = recognition;
    const skipReason = profileId === '' ? skipBlank : skipReasonFor(recognition);
    const reader = createRowReader(dialect);
    const { headerLine, lastLine } = dialect;
    const textOf = ({ cells, lines }: Rows): string => {
      let out = '';
      cells.forEach((row, i) => {
        const line = lines[i] ?? 0;
        const inTable = line > headerLine && (lastLine === null || line <= lastLine);
        if (inTable && skipReason(row) === null) out += toCsv(row);
      });
      return out;
    };
    if (dialect.headerRows > 0) write(toCsv(recognition.header));
    for await (const piece of source.pieces()) write(textOf(reader.push(piece)));
    write(textOf(reader.end()));
  });
}

const toCsv = (row: readonly string[]): string =>
  `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
