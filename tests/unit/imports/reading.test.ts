import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowReader, type Rows } from '#shared/domain/imports/row-reader.ts';
import { readStructure, type Structure } from '#shared/domain/imports/structure.ts';
import { createBlockCutter, rowsOfBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Dialect } from '#shared/domain/imports/types.ts';
import { lookAt, readAs as mapAs } from './read.ts';
import { alignedFiles, tableFiles } from './table-files.ts';

function structureOf(bytes: Uint8Array): Structure {
  const result = readStructure(bytes, true, {}, () => 0);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, (at += size));
  }
}

/** All rows, whichever parts they came in. */
function joined(
  parts: readonly Rows[],
): { readonly line: number; readonly cells: readonly string[]; readonly broken: boolean }[] {
  return parts.flatMap(({ cells, lines, broken }) =>
    cells.map((row, at) => ({ line: lines[at] ?? 0, cells: row, broken: broken.has(at) })),
  );
}

function readAll(bytes: Uint8Array, dialect: Dialect, sizes: readonly number[]) {
  const reader = createRowReader(dialect);
  const parts = [...chunksOf(bytes, sizes)].map((chunk) => reader.push(chunk));
  return joined([...parts, reader.end()]);
}

function readBlocks(bytes: Uint8Array, dialect: Dialect, sizes: readonly number[]) {
  const cutter = createBlockCutter(dialect);
  const blocks = [...chunksOf(bytes, sizes)].flatMap((chunk) => cutter.push(chunk));
  return joined([...blocks, ...cutter.end()].map((block) => rowsOfBlock(block, dialect)));
}

const SIZES = fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 3000 })), {
  minLength: 1,
  maxLength: 4,
});

it('brings back the table of a file of any dialect and shape, in chunks of any size', () => {
  fc.assert(
    fc.property(tableFiles, SIZES, (file, sizes) => {
      const { dialect, header, sample } = structureOf(file.bytes);
      expect(dialect.delimiter).toBe(file.delimiter);
      expect({ header, line: dialect.headerLine, rows: dialect.headerRows }).toEqual({
        header: file.header,
        line: file.headerLine,
        rows: file.headerRows,
      });
      const all = readAll(file.bytes, dialect, sizes);
      expect(readBlocks(file.bytes, dialect, sizes)).toEqual(all);
      const isIn = (line: number): boolean =>
        line > dialect.headerLine && (dialect.lastLine === null || line <= dialect.lastLine);
      const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
      const table = all.filter(({ line, cells }) => isIn(line) && !isBlank(cells));
      const good = table.filter(({ broken }) => !broken);
      expect(good.map(({ cells }) => cells)).toEqual(file.rows);
      expect(good.map(({ line }) => line)).toEqual(file.lines);
      expect(table.filter(({ broken }) => broken).map(({ line }) => line)).toEqual(file.broken);
      expect(sample.cells).toEqual(file.rows);
      // Nothing is lost: what is no row of the table is before, in the header, blank, or after.
      expect(all).toHaveLength(file.allRows);
      expect(all.length - table.length - file.headerRows).toBe(file.around);
    }),
    { numRuns: 800 },
  );
});

it('brings back the table of aligned columns, empty cells in their places', () => {
  fc.assert(
    fc.property(alignedFiles, SIZES, (file, sizes) => {
      const { dialect, header, sample } = structureOf(file.bytes);
      expect({ delimiter: dialect.delimiter, header }).toEqual({ delimiter: ' ', header: file.header });
      expect(sample.cells).toEqual(file.rows);
      const rows = readBlocks(file.bytes, dialect, sizes).filter(({ line }) => line > dialect.headerLine);
      expect(rows.map(({ cells }) => cells)).toEqual(file.rows);
    }),
    { numRuns: 500 },
  );
});

it('accounts for every row of a file: accepted, merged, rejected, skipped or header', () => {
  fc.assert(
    fc.property(tableFiles, fc.integer({ min: 1, max: 3000 }), (file, chunk) => {
      const { recognition } = lookAt(file.bytes);
      const { rows, merged, rejected, skipped, issues } = mapAs(recognition, file.bytes, {}, chunk);
      expect(rows.length + merged + rejected + skipped.length + file.headerRows).toBe(file.allRows);
      // Rows that were not taken in say on which line they stand and why.
      const refused = new Set(issues.filter(({ effect }) => effect === 'rejected').map(({ line }) => line));
      expect(refused.size).toBe(rejected);
      expect(skipped.every(({ line, reason }) => line > 0 && reason !== '')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
