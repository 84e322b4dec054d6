export interface TableSort {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

const other = (direction: TableSort['direction']): TableSort['direction'] => (direction === 'asc' ? 'desc' : 'asc');

/**
 * The order after a header has been asked for. Alone it takes the place of all, and turns round if it stands first already; `add`: it
 * comes behind those in force, turns round if it is one of them, and goes when it is asked for a third time. `first`: which way the
 * column goes at first.
 */
export function nextSorts(
  sorts: readonly TableSort[],
  by: string,
  first: TableSort['direction'],
  add: boolean,
): readonly TableSort[] {
  const at = sorts.findIndex((sort) => sort.by === by);
  const found = sorts[at];
  if (!add) return [{ by, direction: found && at === 0 ? other(found.direction) : first }];
  if (!found) return [...sorts, { by, direction: first }];
  if (found.direction === first || sorts.length === 1) return sorts.with(at, { by, direction: other(found.direction) });
  return sorts.toSpliced(at, 1);
}

/** What the rows are sorted by, one value a row; NaN: has none, and comes last whichever way. */
export interface SortKeys {
  readonly values: Float64Array;
  readonly descending: boolean;
}

/** The rows sorted by the first keys, those that are the same there by the second, and so on; else they stay as they stand. */
export function sortSeveral<Row>(rows: readonly Row[], keys: readonly SortKeys[]): readonly Row[] {
  const order = Uint32Array.from(rows, (_, at) => at);
  order.sort((a, b) => {
    for (const { values, descending } of keys) {
      const x = values[a] ?? Number.NaN;
      const y = values[b] ?? Number.NaN;
      if (x === y) continue;
      const missing = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
      if (missing !== 0) return missing;
      if (x < y) return descending ? 1 : -1;
      if (x > y) return descending ? -1 : 1;
    }
    return a - b;
  });
  return Array.from(order, (at) => rows[at] as Row);
}

/** Texts as sort keys: each is compared once with the others, however many rows have it. '' is no text. */
export function textKeys(texts: readonly string[], locale?: string): Float64Array {
  const { compare } = new Intl.Collator(locale);
  const ranks = new Map([...new Set(texts)].sort(compare).map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => (text === '' ? Number.NaN : (ranks.get(text) ?? Number.NaN)));
}
