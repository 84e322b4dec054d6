const BETWEEN = /[ \t]{2,}|\t/;
/** Lines are looked at no further to find where columns begin. */
const MAX_LINE_CHARS = 4000;

/**
 * Makes the function that splits a line whose columns are aligned: two or more blanks, or a tab, stand between cells. A line with
 * fewer or more cells than columns is cut at the `stops`, where columns begin, unless a cell runs over one of these.
 */
export function alignedSplitter(stops: readonly number[] | undefined): (line: string) => string[] {
  return (line) => {
    const text = line.trim();
    const cells = text.split(BETWEEN);
    if (!stops || cells.length === stops.length || text === '') return cells;
    const reached = stops.filter((stop, column) => column === 0 || stop < line.length);
    if (reached.some((stop, column) => column > 0 && line[stop - 1] !== ' ')) return cells;
    return reached.map((stop, column) => line.slice(column === 0 ? 0 : stop, reached[column + 1]).trim());
  };
}

/** Where the `width` columns of aligned lines begin, null if that is not the same in all lines. */
export function alignedStops(lines: readonly string[], width: number): readonly number[] | null {
  if (lines.some((line) => line.includes('\t') || line.length > MAX_LINE_CHARS)) return null;
  const taken: boolean[] = [];
  for (const line of lines) {
    for (let at = 0; at < line.length; at++) if (line[at] !== ' ') taken[at] = true;
  }
  // One blank between two columns will do if the words of no cell are aligned by chance.
  for (const gap of [2, 1]) {
    const stops: number[] = [];
    for (let at = 0, free = gap; at < taken.length; at++) {
      if (taken[at] === true && free >= gap) stops.push(at);
      free = taken[at] === true ? 0 : free + 1;
    }
    if (stops.length === width) return stops;
  }
  return null;
}
