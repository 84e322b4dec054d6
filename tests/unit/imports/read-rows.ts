import { createRowReader, type Rows } from '#shared/domain/imports/row-reader.ts';

export type Dialect = Parameters<typeof createRowReader>[0];

export const COMMA: Dialect = {
  encoding: 'utf-8',
  encodingBy: 'default',
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
};

/** All rows of bytes that are pushed in pieces of the given sizes, over and over. */
export function readRows(bytes: Uint8Array, dialect: Dialect, sizes: readonly number[]): Rows {
  const reader = createRowReader(dialect);
  const parts: Rows[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    parts.push(reader.push(bytes.slice(at, at + size)));
    at += size;
  }
  parts.push(reader.end());
  const cells = parts.flatMap((part) => part.cells);
  const broken = new Set<number>();
  let before = 0;
  for (const part of parts) {
    for (const row of part.broken) broken.add(before + row);
    before += part.cells.length;
  }
  return { cells, lines: parts.flatMap((part) => part.lines), broken };
}
