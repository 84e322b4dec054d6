import { UnpackFailure } from './problems.ts';

/** What a sheet can hold (Excel specifications and limits, Microsoft), and the most that is read here. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 30_000_000;

/** `<row`, `<c`, with or without a namespace prefix before them, carry their place in ` r="..."`. */
const PLACE = [0x20, 0x72, 0x3d] as const;

/**
 * Refuses a sheet whose last row times last column is more than can be held: every row of a sheet is as wide as its widest,
 * and one cell with a far address is enough to make a few bytes into billions of cells. Looks at the places alone
 * (` r="XFD1048576"`, ` r="12"`), without reading the XML. Throws `too-large-inside`.
 */
export function checkSheetSize(xml: Uint8Array): void {
  let rows = 0;
  let columns = 0;
  for (let i = 0; i + 4 < xml.length; i++) {
    if (xml[i] !== PLACE[0] || xml[i + 1] !== PLACE[1] || xml[i + 2] !== PLACE[2]) continue;
    let column = 0;
    let row = 0;
    i += 4;
    for (; i < xml.length; i++) {
      const letter = ((xml[i] as number) & 0xdf) - 64;
      if (letter < 1 || letter > 26) break;
      column = Math.min(column * 26 + letter, MOST_COLUMNS + 1);
    }
    for (; i < xml.length; i++) {
      const digit = (xml[i] as number) - 48;
      if (digit < 0 || digit > 9) break;
      row = Math.min(row * 10 + digit, MOST_ROWS + 1);
    }
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS)
    throw new UnpackFailure('too-large-inside');
}
