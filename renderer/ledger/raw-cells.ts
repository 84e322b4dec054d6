import { rowsOfBlock, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Dialect } from '#shared/domain/imports/types.ts';

/** The cells of a block's rows by their line, split again only if someone asks: a preview shows the cells of few rows. */
export function cellsByLine(block: TextBlock, dialect: Dialect): (line: number) => readonly string[] {
  let cells: Map<number, readonly string[]> | null = null;
  return (line) => {
    if (!cells) {
      const rows = rowsOfBlock(block, dialect);
      cells = new Map(rows.lines.map((each, at) => [each, rows.cells[at] ?? []]));
    }
    return cells.get(line) ?? [];
  };
}
