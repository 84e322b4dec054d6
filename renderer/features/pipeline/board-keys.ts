/** Where she is on the board: a column and a card in it. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/**
 * Where a key leads from a card, `sizes` being how many cards each column has. Up and down (J and K with `letters`) stay in the column,
 * left and right go to the next column that has somebody; Home and End are the ends of the column. From nowhere every key leads to
 * the first card. Null: the key is none of these, or there is nobody.
 */
export function placeAfter(key: string, at: Place | null, sizes: readonly number[], letters: boolean): Place | null {
  const known = KEYS[key] ?? (letters ? LETTERS[key.toLowerCase()] : undefined);
  const first = sizes.findIndex((size) => size > 0);
  if (!known || first < 0) return null;
  if (!at) return { column: first, row: 0 };
  const last = (sizes[at.column] ?? 1) - 1;
  switch (known) {
    case 'up':
      return { ...at, row: Math.max(0, at.row - 1) };
    case 'down':
      return { ...at, row: Math.min(last, at.row + 1) };
    case 'page-up':
      return { ...at, row: Math.max(0, at.row - PAGE) };
    case 'page-down':
      return { ...at, row: Math.min(last, at.row + PAGE) };
    case 'first':
      return { ...at, row: 0 };
    case 'last':
      return { ...at, row: last };
    case 'left':
    case 'right': {
      const by = known === 'left' ? -1 : 1;
      for (let column = at.column + by; column >= 0 && column < sizes.length; column += by) {
        const size = sizes[column] ?? 0;
        if (size > 0) return { column, row: Math.min(at.row, size - 1) };
      }
      return at;
    }
  }
}

const PAGE = 6;

type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'page-up' | 'page-down';

const KEYS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};
const LETTERS: Readonly<Record<string, Step>> = { j: 'down', k: 'up' };
