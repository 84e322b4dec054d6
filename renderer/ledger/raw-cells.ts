import { createBlockCutter, rowsOfBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Dialect } from '#shared/domain/imports/types.ts';
import { readBlocks } from './source.ts';
import type { SourceFile } from './types.ts';

/**
 * Looks up the cells of the rows that start on `lines` in the file, as far as `known` does not have them yet, and adds them
 * to it. A preview shows few rows and mostly the first ones: reading up to these once more costs less than keeping the
 * cells of all. Ends with a `ReadFailure` if the file cannot be read any more.
 */
export async function findCells(
  file: SourceFile,
  dialect: Dialect,
  lines: readonly number[],
  known: Map<number, readonly string[]>,
): Promise<void> {
  const wanted = new Set(lines.filter((line) => !known.has(line)));
  if (wanted.size === 0) return;
  for await (const block of readBlocks(file, dialect.sheet, createBlockCutter(dialect), () => {})) {
    const end = block.firstLine + block.lines;
    if ([...wanted].some((line) => line >= block.firstLine && line < end)) {
      const rows = rowsOfBlock(block, dialect);
      rows.lines.forEach((line, at) => {
        if (wanted.delete(line)) known.set(line, ownCells(rows.cells[at] ?? []));
      });
    }
    if (wanted.size === 0) return;
  }
}

/** Copies that do not keep the stretch of file alive from which the cells were cut. */
function ownCells(cells: readonly string[]): readonly string[] {
  return JSON.parse(JSON.stringify(cells)) as string[];
}
