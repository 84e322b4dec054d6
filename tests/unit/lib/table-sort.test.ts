import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSorts, sortSeveral, textKeys, type TableSort } from '#shared/lib/table-sort.ts';

const said = (sorts: readonly TableSort[]): string =>
  sorts.map(({ by, direction }) => `${by}${direction === 'asc' ? '+' : '-'}`).join(' ');
const sorts = (text: string): readonly TableSort[] =>
  text.split(' ').flatMap((each) => (each ? [{ by: each[0] ?? '', direction: each[1] === '+' ? 'asc' : 'desc' }] : []));

describe('a header that is asked for', () => {
  it.each([
    ['', 'a', false, 'a-'],
    ['a-', 'a', false, 'a+'],
    ['a-', 'b', false, 'b-'],
    ['a- b+', 'b', false, 'b-'],
    ['a- b+', 'a', false, 'a+'],
    ['a-', 'b', true, 'a- b-'],
    ['a- b-', 'b', true, 'a- b+'],
    ['a- b+', 'b', true, 'a-'],
    ['a- b-', 'a', true, 'a+ b-'],
    // What is alone cannot go: a list has an order.
    ['a+', 'a', true, 'a-'],
  ])('%s, then %s (add: %s), comes to %s', (before, by, add, after) => {
    expect(said(nextSorts(sorts(before), by, 'desc', add))).toBe(after);
  });
});

describe('sorting by several', () => {
  it('goes by the first, then the second; who has no value comes last whichever way', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'];
    const first = Float64Array.of(2, 1, Number.NaN, 2, 1);
    const second = Float64Array.of(1, 2, 0, 3, 4);
    const order = (one: boolean, two: boolean): string =>
      sortSeveral(rows, [
        { values: first, descending: one },
        { values: second, descending: two },
      ]).join('');
    expect(order(false, false)).toBe('beadc');
    expect(order(true, false)).toBe('adbec');
    expect(order(true, true)).toBe('daebc');
  });

  it('is stable and total: the same as sorting by the last key first, one after the other', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 40 }), fc.array(fc.boolean()), (cells, down) => {
        const rows = cells.map((_, at) => at);
        const keys = [0, 1, 2].map((key) => ({
          values: Float64Array.from(cells, (cell) => cell[key] ?? Number.NaN),
          descending: down[key] ?? false,
        }));
        const oneByOne = keys.toReversed().reduce<readonly number[]>(
          (sofar, { values, descending }) =>
            sofar.toSorted((a, b) => {
              const [x = Number.NaN, y = Number.NaN] = [values[a], values[b]];
              if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
              return descending ? y - x : x - y;
            }),
          rows,
        );
        expect(sortSeveral(rows, keys)).toEqual(oneByOne);
      }),
    );
  });

  it('puts texts in the order of a language, and no text last', () => {
    const texts = ['zebra', 'Äpfel', '', 'apple', 'zebra'];
    const sorted = sortSeveral(texts, [{ values: textKeys(texts, 'de'), descending: false }]);
    expect(sorted).toEqual(['Äpfel', 'apple', 'zebra', 'zebra', '']);
  });
});
