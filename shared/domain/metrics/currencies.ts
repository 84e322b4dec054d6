/** Things of one currency each, those of preferred currencies first and in that order; the others stay as they came. */
export function byPreference<T>(
  items: readonly T[],
  preferred: readonly string[],
  currencyOf: (item: T) => string,
): readonly T[] {
  const rank = (item: T): number => {
    const at = preferred.indexOf(currencyOf(item));
    return at < 0 ? preferred.length : at;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}
