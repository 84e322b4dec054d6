import { describe, expect, it } from 'vitest';
import {
  inOrder,
  PLAIN_LOOK,
  savedSorts,
  shownColumns,
  withMoved,
  withPinned,
  withShown,
  withView,
} from '#shared/lib/table-look.ts';

const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const ids = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join('');

describe('columns', () => {
  it('stand as they came until she says otherwise', () => {
    expect(shownColumns(columns, PLAIN_LOOK)).toEqual(columns);
  });

  it('move by places and stop at the ends', () => {
    const moved = withMoved(PLAIN_LOOK, columns, 'c', -1);
    expect(ids(inOrder(columns, moved))).toBe('acbd');
    expect(ids(inOrder(columns, withMoved(moved, columns, 'c', -9)))).toBe('cabd');
    expect(ids(inOrder(columns, withMoved(moved, columns, 'a', 9)))).toBe('cbda');
    expect(withMoved(moved, columns, 'gone', 1)).toBe(moved);
  });

  it('are hidden and come back to their places', () => {
    const hidden = withShown(withShown(PLAIN_LOOK, { id: 'b' }, false), { id: 'd' }, false);
    expect(ids(shownColumns(columns, hidden))).toBe('ac');
    expect(ids(shownColumns(columns, withShown(hidden, { id: 'b' }, true)))).toBe('abc');
  });

  it('never all hide', () => {
    const none = columns.reduce((look, column) => withShown(look, column, false), PLAIN_LOOK);
    expect(ids(shownColumns(columns, none))).toBe('a');
  });

  it('that an older order does not know follow the ones they follow by themselves; those that are gone are left out', () => {
    const look = { ...PLAIN_LOOK, order: ['d', 'gone', 'b'] };
    expect(ids(inOrder(columns, look))).toBe('adbc');
  });

  it('that are extra are there only where she asks, also where an older look knows nothing of them', () => {
    const extra = [...columns, { id: 'e', extra: true }];
    expect(ids(shownColumns(extra, PLAIN_LOOK))).toBe('abcd');
    const shown = withShown(PLAIN_LOOK, { id: 'e', extra: true }, true);
    expect(ids(shownColumns(extra, shown))).toBe('abcde');
    expect(ids(shownColumns(extra, withShown(shown, { id: 'e', extra: true }, false)))).toBe('abcd');
  });

  it('that are pinned come first, keep their order, and are moved among themselves', () => {
    const pinned = withPinned(withPinned(PLAIN_LOOK, 'd', true), 'b', true);
    expect(ids(shownColumns(columns, pinned))).toBe('bdac');
    expect(ids(inOrder(columns, withMoved(pinned, columns, 'd', -1)))).toBe('dbac');
    expect(ids(inOrder(columns, withMoved(pinned, columns, 'd', 5)))).toBe('bdac');
    expect(ids(inOrder(columns, withMoved(pinned, columns, 'c', -5)))).toBe('bdca');
    expect(ids(inOrder(columns, withPinned(pinned, 'd', false)))).toBe('bacd');
  });
});

describe('views', () => {
  const view = (id: string, table: string, name: string) => ({ id, table, name, look: PLAIN_LOOK, shows: {} });

  it('have an order on several, those of before on one', () => {
    const sort = { by: 'name', direction: 'asc' };
    expect(savedSorts({ sort })).toEqual([sort]);
    expect(savedSorts({ sort: [sort, sort] })).toEqual([sort, sort]);
    expect(savedSorts({ text: 'dogs' })).toEqual([]);
  });

  it('of the same table and name take each other’s place', () => {
    const views = [view('1', 'affiliates', 'Big'), view('2', 'imports', 'Big')];
    expect(withView(views, view('3', 'affiliates', 'Big')).map(({ id }) => id)).toEqual(['2', '3']);
    expect(withView(views, view('3', 'affiliates', 'Small')).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
