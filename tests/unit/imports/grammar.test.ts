import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMA, readRows, type Dialect } from './read-rows.ts';
import { bytesOf } from './read.ts';

const SIZES = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('grammars beside the usual one', () => {
  const BACKSLASH: Dialect = { ...COMMA, escape: 'backslash' };
  const NO_QUOTES: Dialect = { ...COMMA, quote: '' };
  const ALIGNED: Dialect = { ...COMMA, delimiter: ' ', quote: '' };

  it.each<[string, Dialect, string, readonly (readonly string[])[]]>([
    ['a quote after a backslash', BACKSLASH, String.raw`"a\"b",1`, [['a"b', '1']]],
    ['a backslash after a backslash', BACKSLASH, String.raw`"a\\",1`, [['a\\', '1']]],
    ['three of them', BACKSLASH, String.raw`"a\\\",1",2`, [['a\\",1', '2']]],
    ['a backslash before a letter', BACKSLASH, String.raw`"C:\new",1`, [['C:\\new', '1']]],
    ['backslashes outside quotes', BACKSLASH, String.raw`C:\\x\,"1"`, [['C:\\\\x\\', '1']]],
    ['doubled quotes as well', BACKSLASH, '"a ""b"" c",1', [['a "b" c', '1']]],
    ['a stray quote', BACKSLASH, '"a "b" c",1', [['a "b" c', '1']]],
    [
      'blanks after the closing quote',
      BACKSLASH,
      '"a"  ,"b" \n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends in quotes',
      BACKSLASH,
      '"a\\"\r\nb",1\r\n2,3',
      [
        ['a"\r\nb', '1'],
        ['2', '3'],
      ],
    ],
    [
      'empty cells',
      BACKSLASH,
      '"",,""\n,',
      [
        ['', '', ''],
        ['', ''],
      ],
    ],
    [
      'quotes where there are none',
      NO_QUOTES,
      '"a,b"\r\n"c,"',
      [
        ['"a', 'b"'],
        ['"c', '"'],
      ],
    ],
    [
      'runs of blanks',
      ALIGNED,
      'a b   c\n  1  2 3  ',
      [
        ['a b', 'c'],
        ['1', '2 3'],
      ],
    ],
    ['tabs between columns', ALIGNED, 'a\tb \t c  "d\n\n', [['a', 'b', 'c', '"d'], ['']]],
    [
      'no quotes in aligned columns',
      { ...ALIGNED, quote: '"' },
      'a  "b\nc  d"',
      [
        ['a', '"b'],
        ['c', 'd"'],
      ],
    ],
    [
      'columns by their places',
      { ...ALIGNED, stops: [0, 4, 8] },
      'a   b   c\n1       3\n1   2\n12345 6 7',
      [['a', 'b', 'c'], ['1', '', '3'], ['1', '2'], ['12345 6 7']],
    ],
  ])('reads %s', (_, dialect, text, rows) => {
    for (const size of [1, 3, 100]) {
      const read = readRows(bytesOf(text), dialect, [size]);
      expect(read.cells).toEqual(rows);
      expect(read.broken.size).toBe(0);
    }
  });

  it('contains a quote that never closes also where backslashes escape', () => {
    const { cells, broken } = readRows(bytesOf('a,b\n"oops\\",1,\\\\2\n"x\\"y",3\n'), BACKSLASH, [2]);
    expect(cells).toEqual([
      ['a', 'b'],
      ['"oops\\"', '1', '\\\\2'],
      ['x"y', '3'],
    ]);
    expect([...broken]).toEqual([1]);
  });

  it('gives the same rows with backslashes, however the text is cut', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', ' ', ',', '"', '\\', '\\"', '\n', '\r', '\r\n'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(texts, SIZES, (text, sizes) => {
        const bytes = bytesOf(text);
        const whole = readRows(bytes, BACKSLASH, [bytes.length + 1]);
        expect(readRows(bytes, BACKSLASH, sizes)).toEqual(whole);
        expect(readRows(bytes, BACKSLASH, [1])).toEqual(whole);
        const ends = (text.match(/\r\n|\r|\n/g) ?? []).length;
        const within = (whole.cells.at(-1) ?? []).join('').match(/\r\n|\r|\n/g)?.length ?? 0;
        if (text !== '') expect((whole.lines.at(-1) ?? 0) + within).toBe(ends + (/[\r\n]$/.test(text) ? 0 : 1));
      }),
      { numRuns: 3000 },
    );
  });
});
