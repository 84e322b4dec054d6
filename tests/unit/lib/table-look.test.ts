import { describe, expect, it } from 'vitest';
import { inOrder, PLAIN_LOOK, shownColumns, withMoved, withShown, withView } from '#shared/lib/table-look.ts';

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
    const hidden = withShown(withShown(PLAIN_LOOK, 'b', false), 'd', false);
    expect(ids(shownColumns(columns, hidden))).toBe('ac');
    expect(ids(shownColumns(columns, withShown(hidden, 'b', true)))).toBe('abc');
  });

  it('never all hide', () => {
    const none = columns.reduce((look, { id }) => withShown(look, id, false), PLAIN_LOOK);
    expect(ids(shownColumns(columns, none))).toBe('a');
  });

  it('that an older order does not know follow the ones they follow by themselves; those that are gone are left out', () => {
    const look = { ...PLAIN_LOOK, order: ['d', 'gone', 'b'] };
    expect(ids(inOrder(columns, look))).toBe('adbc');
  });
});

describe('views', () => {
  const view = (id: string, table: string, name: string) => ({ id, table, name, look: PLAIN_LOOK, shows: {} });

  it('of the same table and name take each other’s place', () => {
    const views = [view('1', 'affiliates', 'Big'), view('2', 'imports', 'Big')];
    expect(withView(views, view('3', 'affiliates', 'Big')).map(({ id }) => id)).toEqual(['2', '3']);
    expect(withView(views, view('3', 'affiliates', 'Small')).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
