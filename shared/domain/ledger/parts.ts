import { numberAt, type Block } from './columns.ts';

/** What a row is to the transaction that it tells of: that itself (it corrects no other), or what takes from another or adds to it. */
export const PARTS = ['itself', 'less', 'more'] as const;
export type Part = (typeof PARTS)[number];

/** The part of a row that takes back from another transaction. */
export const LESS = PARTS.indexOf('less');

/** By row: index into PARTS; null if no row of the block corrects another. */
export function partsOf({ rows, text: { corrects }, numbers: { sale, commission } }: Block): Uint8Array | null {
  if (corrects.text === '') return null;
  const parts = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const entry = corrects.entry[row] as number;
    if (corrects.ends[entry] === (entry === 0 ? 0 : corrects.ends[entry - 1])) continue;
    parts[row] = PARTS.indexOf(numberAt(sale, row) < 0 || numberAt(commission, row) < 0 ? 'less' : 'more');
  }
  return parts;
}
