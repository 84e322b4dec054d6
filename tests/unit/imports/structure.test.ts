import { describe, expect, it } from 'vitest';
import { HEAD_BYTES } from '#shared/domain/imports/structure.ts';
import type { DialectWish } from '#shared/domain/imports/types.ts';
import { encode } from './encode.ts';
import { bytesOf } from './read.ts';
import { filled, lines, look, readAs, structureOf } from './read-structure.ts';

describe('what is no table', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['blanks only', ' \r\n \n\t\n', 'empty-file'],
    ['delimiters only', ',,,\n,,,\n', 'empty-file'],
    ['a byte order mark only', '\uFEFF', 'empty-file'],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
    ['XML', '<?xml version="1.0"?><a/>', 'not-a-table'],
    ['JSON', '{"conversions": []}', 'not-a-table'],
    ['a JSON list', '[{"id": 1}]', 'not-a-table'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'not-text'],
    ['a PDF', '%PDF-1.7\n...', 'not-text'],
    ['bytes without sense', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251), 'not-text'],
  ])('refuses %s', (_, file, code) => {
    const result = look(file);
    if (result.ok) throw new Error('was read');
    expect(result.error.code).toBe(code);
    // A sentence or two, for a person.
    expect(result.error.message).toMatch(/^[A-Z].*\.$/);
  });

  it('refuses the beginning of a file that has no line end in it', () => {
    const result = look('x'.repeat(1000), { whole: false });
    expect(result).toMatchObject({ ok: false, error: { code: 'not-a-table' } });
  });
});

describe('delimiter', () => {
  it.each([
    ['a;b;"c,d,e"\n', ';', 3],
    ['Field1;Field2;"Field,3,3,3"\n', ';', 3],
    ['a|b|c\n1|2|3\n', '|', 3],
    ['a\tb\n1,5\t2,5\n2,5\t3,5\n', '\t', 2],
    ['name,age\n"x;y;z",3\n', ',', 2],
    ['a^b\n1^2\n', '^', 2],
    ['a~b~c\n1~2~3\n', '~', 3],
    ['a#b#c\n1#2#3\n', '#', 3],
    ['a:b:c\n1:2:3\n2:3:4\n', ':', 3],
    ['a\u0001b\u0001c\n1\u00012\u00013\n', '\u0001', 3],
    ['id  name      sale\n1   Ann Lee   2.50\n', ' ', 3],
    // Decimal commas in every row make as regular a table of two columns.
    ['date;amount\n2026-01-01;1,50\n2026-01-02;2,50\n2026-01-03;0,50\n', ';', 2],
    // The first line would say comma, all others say semicolon.
    [lines('Report, all partners, all days', ...filled(9, (n) => `${n};a;b`)), ';', 3],
    // One column, whatever stands in its cells.
    ['only\n1\n2\n', ',', 1],
    ['Notes\nhello, world\nfoo\nbar, baz, qux\n', ';', 1],
    ['time\n2026-01-01 10:00:00\n2026-01-01 10:00:01\n', ',', 1],
    ['order\n#1001\n#1002\n', ',', 1],
    ['log\n12:30 started: ok\n12:31 ended: ok\n', ',', 1],
    ['page\nhttps://a.example/x\nhttps://b.example/y\n', ',', 1],
  ])('%j', (text, delimiter, width) => {
    const { dialect, header } = structureOf(text);
    expect(dialect.delimiter).toBe(delimiter);
    expect(header).toHaveLength(width);
  });

  it('is worked out from all rows, not from the first ones', () => {
    const text = lines(...filled(20, () => 'a,b,c'), ...filled(400, (n) => `${n};x,y;1,5;z`));
    expect(structureOf(text).dialect.delimiter).toBe(';');
  });

  it.each(['sep=;\n', 'SEP=;\r\n', '"sep=;"\r\n'])('is what a first line %j names', (first) => {
    // Without that line, the commas are more regular.
    const { delimiter, header, headerLine } = readAs(`${first}a,b;c,d\n1,2;3,4\n`);
    expect({ delimiter, header, headerLine }).toEqual({ delimiter: ';', header: ['a,b', 'c,d'], headerLine: 2 });
  });

  it('is named by a first line also for one column', () => {
    expect(readAs('sep=;\nonly\n1\n2\n')).toMatchObject({ delimiter: ';', header: ['only'], headerLine: 2 });
  });

  it('splits aligned columns where they begin, so that an empty cell moves none', () => {
    const { header, cells } = readAs(
      lines(
        'id    name         sale',
        '1     Ann Lee     10.50',
        '22    Bob          3',
        '333                4',
        'Total             17.50',
      ),
    );
    expect(header).toEqual(['id', 'name', 'sale']);
    expect(cells).toEqual([
      ['1', 'Ann Lee', '10.50'],
      ['22', 'Bob', '3'],
      ['333', '', '4'],
      ['Total', '', '17.50'],
    ]);
  });
});

describe('quotes', () => {
  it('are single where those are the quotes', () => {
    expect(readAs("'a','b'\n'1','x,y'\n'2','it''s'\n")).toMatchObject({
      quote: "'",
      cells: [
        ['1', 'x,y'],
        ['2', "it's"],
      ],
    });
  });

  it.each([
    ['apostrophes', "a,b\n'tis,1\n'twas,2\nrock 'n' roll,3\n"],
    ['guards against formulas', "a,b\n'=1+1,1\n'-5,2\n'@x,3\n"],
    ['one quote that never closes', 'a,b\n"oops,1\nx,2\n'],
    ['single ones in cells', 'a,b\n"x, y",\'p\'\n"z, w",\'q\'\n'],
    ['guards and a few single ones', "a,b\n'x','y'\n'-5,2\n'=1,3\n"],
    ['inches', 'a,b\n5" disc,1\n3" disc,2\n'],
  ])('are double beside %s', (_, text) => {
    expect(structureOf(text).dialect.quote).toBe('"');
  });

  it('are none where fields begin with them and never end with them', () => {
    const { quote, cells } = readAs('a,b\n"top,1\n"up,2\n"down,3\nx,4\n');
    expect(quote).toBe('');
    expect(cells[0]).toEqual(['"top', '1']);
  });

  it('are escaped by a backslash where that is the way', () => {
    const { escape, cells } = readAs('a,b\n"say \\"hi\\", now",1\n"C:\\\\",2\n');
    expect(escape).toBe('backslash');
    expect(cells).toEqual([
      ['say "hi", now', '1'],
      ['C:\\', '2'],
    ]);
  });

  it('are escaped by a backslash also where the other way has hardly fewer rows in disorder', () => {
    const text = lines(
      String.raw`"115207"~"a \"b\" c"~"2026-02-11"~"0.25"`,
      `"115651"~"it's"~"2026-05-11"~"8.25"`,
      '"oops~2026-05-11~8.25',
      String.raw`"107030"~"\""~"2026-01-11"~"41.25"`,
    );
    const { escape, cells } = readAs(text);
    expect(escape).toBe('backslash');
    expect(cells.map((row) => row[1])).toEqual(['a "b" c', "it's", '"']);
  });

  it('may stand after a backslash that is only that', () => {
    const { escape, cells } = readAs('a,b\n"C:\\",1\n"D:\\",2\n');
    expect(escape).toBe('doubled');
    expect(cells).toEqual([
      ['C:\\', '1'],
      ['D:\\', '2'],
    ]);
  });
});

describe('header', () => {
  it.each([
    [
      'below titles and blank lines',
      lines('Monthly report', 'made for Ann', '', 'a,b,c', '1,2,3', '4,5,6'),
      4,
      1,
      'a|b|c',
    ],
    [
      'below titles filled up with empty cells',
      lines('Report,,,', 'Period:,2026-01-01,,', ',,,', 'id,day,sale,who', '1,2026-01-01,5,x'),
      4,
      1,
      'id|day|sale|who',
    ],
    ['below a title of two lines in quotes', lines('"Period: ""2026"" to', '2027"', 'a,b,c', '1,2,3'), 3, 1, 'a|b|c'],
    ['with empty and repeated names', lines('a,,a,', '1,2,3,4'), 1, 1, 'a||a|'],
    ['of strange names', lines('__proto__,constructor,toString', '1,2,3'), 1, 1, '__proto__|constructor|toString'],
    ['with a delimiter at its end, and nothing below', lines('a,b,c,', '1,2,3', '4,5,6'), 1, 1, 'a|b|c'],
    ['without the delimiter that all rows end with', lines('a,b,c', '1,2,3,', '4,5,6,'), 1, 1, 'a|b|c'],
    ['of text, without that delimiter', lines('a,b,c', ...filled(5, () => 'x,y,z,')), 1, 1, 'a|b|c'],
    ['shorter than all rows', lines('a,b,c', '1,2,3,x', '4,5,6,y'), 1, 1, 'a|b|c'],
    ['of few rows, most of them short or long', lines('a,b,c', 'x,y', 'u,v,w,z', '4,5,6'), 1, 1, 'a|b|c'],
    ['of two rows, one of them short', lines('a,b,c', '1,2', '4,5,6'), 1, 1, 'a|b|c'],
    ['of years', lines('Partner,2025,2026', 'A,1,2', 'B,3,4'), 1, 1, 'Partner|2025|2026'],
    ['without rows', 'a,b,c', 1, 1, 'a|b|c'],
    ['without rows, below a title', lines('Report', '', 'a,b,c'), 3, 1, 'a|b|c'],
    [
      'of groups and names',
      lines('Order,,Money,', 'Id,Date,Sale,Commission', '1,2026-01-01,10,1'),
      2,
      2,
      'Order Id|Order Date|Money Sale|Money Commission',
    ],
    [
      'of groups over some columns',
      lines(',2025,,2026,', 'Partner,Clicks,Sales,Clicks,Sales', 'A,1,2,3,4'),
      2,
      2,
      'Partner|2025 Clicks|2025 Sales|2026 Clicks|2026 Sales',
    ],
    [
      'of names, some of them split below',
      lines('Id,Date,Money,', ',,Sale,Commission', '1,2026-01-01,10,1'),
      2,
      2,
      'Id|Date|Money Sale|Money Commission',
    ],
    [
      'not there',
      lines('1001,Pets Blog,approved,10.50', '1002,Cats,pending,1.50'),
      0,
      0,
      'Column 1|Column 2|Column 3|Column 4',
    ],
    ['not there, one row', lines('1001,Pets Blog,2026-01-01,10.50'), 0, 0, 'Column 1|Column 2|Column 3|Column 4'],
    [
      'not there, below a title',
      lines('Report', '', '1001,Blog,ok,10.50', '1002,Cats,ok,1.50'),
      2,
      0,
      'Column 1|Column 2|Column 3|Column 4',
    ],
    ['not there in one column', lines('a@example.com', 'b@example.com'), 0, 0, 'Column 1'],
    ['of one column', lines('email', 'a@example.com', 'b@example.com'), 1, 1, 'email'],
    ['of text above text', lines('name,city', 'Ann,Rome', 'Bob,Oslo'), 1, 1, 'name|city'],
  ])('%s', (_, text, headerLine, headerRows, names) => {
    const read = readAs(text);
    expect([read.headerLine, read.headerRows, read.header.join('|')]).toEqual([headerLine, headerRows, names]);
  });

  const known = (names: string) => (header: readonly string[]) => (header.join('|') === names ? 3 : 0);

  it('is the one that is known best, however regular another reading is', () => {
    const text = lines('a,b,c', ...filled(50, (n) => `${n},2,3`), 'sale;id,x', '1;2', '3;4');
    expect(readAs(text, { score: known('sale|id,x') })).toMatchObject({
      delimiter: ';',
      headerLine: 52,
      cells: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });

  it('is known by its names alone or with the groups above them', () => {
    const groups = ['Order,,Money,', 'Id,Date,Sale,Commission', '1,2026-01-01,10,1'];
    const joined = known('Order Id|Order Date|Money Sale|Money Commission');
    const below = lines(...filled(9, (n) => `${n},2,3`), '', ...groups);
    expect(readAs(below, { score: joined })).toMatchObject({ headerLine: 12, headerRows: 2 });
    const text = lines(...groups);
    expect(readAs(text, { score: known('Id|Date|Sale|Commission') })).toMatchObject({ headerLine: 2, headerRows: 1 });
    expect(readAs(text, { score: known('Order Id|Order Date|Money Sale|Money Commission') })).toMatchObject({
      headerRows: 2,
    });
  });
});

describe('what the user has set', () => {
  const text = lines('Report', 'a,b', '1,2', '3,4', '5,6');

  it.each<[DialectWish, Partial<ReturnType<typeof readAs>>]>([
    [{ headerLine: 3 }, { headerLine: 3, headerRows: 1, header: ['1', '2'], lines: [4, 5] }],
    [{ headerRows: 0 }, { headerLine: 1, headerRows: 0, header: ['Column 1', 'Column 2'], lines: [2, 3, 4, 5] }],
    [
      { headerLine: 0, headerRows: 0 },
      { headerLine: 0, headerRows: 0, header: ['Column 1', 'Column 2'], lines: [1, 2, 3, 4, 5] },
    ],
    [
      { headerLine: 3, headerRows: 0 },
      { headerLine: 3, headerRows: 0, lines: [4, 5] },
    ],
    [{ headerRows: 2 }, { headerLine: 3, headerRows: 2, header: ['a 1', 'b 2'], lines: [4, 5] }],
    [
      { headerLine: 3, headerRows: 2 },
      { headerLine: 3, headerRows: 2, header: ['a 1', 'b 2'] },
    ],
    [{ lastLine: 3 }, { headerLine: 2, lastLine: 3, lines: [3] }],
    [{ delimiter: ';' }, { delimiter: ';', header: ['Report'], lines: [2, 3, 4, 5] }],
    [{ quote: "'" }, { quote: "'", header: ['a', 'b'] }],
    [
      { quote: '', escape: 'backslash' },
      { quote: '', escape: 'backslash', header: ['a', 'b'] },
    ],
    [
      { delimiter: "'", quote: "'" },
      { delimiter: "'", quote: '', header: ['Report'] },
    ],
    [{ headerLine: 99 }, { headerLine: 5, header: ['5', '6'], lines: [] }],
  ])('%j holds, and the rest fits', (wish, expected) => {
    expect(readAs(text, { wish })).toMatchObject(expected);
  });

  it('holds against a header that is known', () => {
    const score = (header: readonly string[]): number => (header[0] === 'a' ? 9 : 0);
    expect(readAs(text, { score, wish: { headerLine: 4 } })).toMatchObject({ headerLine: 4, header: ['3', '4'] });
  });

  it('of a second table: it is read to the end again', () => {
    const two = lines('a,b', '1,2', '3,4', '', 'c,d', 'x,y');
    expect(
      readAs(lines('a,b,c', '1,2,3', '4,5,6', '', 'p,q', 'x,1', 'y,2'), { wish: { lastLine: null } }).lastLine,
    ).toBeNull();
    expect(readAs(two, { wish: { headerLine: 5 } })).toMatchObject({ header: ['c', 'd'], cells: [['x', 'y']] });
  });

  it('is the encoding', () => {
    const bytes = encode('a;b\nÄrger;1\n', 'windows-1252', false);
    expect(structureOf(bytes).dialect).toMatchObject({ encoding: 'windows-1252', encodingBy: 'evidence' });
    expect(structureOf(bytes, { wish: { encoding: 'utf-8' } })).toMatchObject({
      dialect: { encoding: 'utf-8', encodingBy: 'evidence' },
      sample: { cells: [['\uFFFDrger', '1']] },
    });
  });

  it('is the sheet, which is passed on', () => {
    expect(structureOf('a,b\n1,2\n', { wish: { sheet: 'May' } }).dialect.sheet).toBe('May');
    expect(structureOf('a,b\n1,2\n').dialect.sheet).toBe('');
  });
});

describe('encoding', () => {
  it('is told without a mark', () => {
    const text = `id,name\n${'1,Café Ärger ßß öö üü ää ëë\n'.repeat(3)}`;
    const encodingOf = (bytes: Uint8Array) => structureOf(bytes).dialect.encoding;
    expect(encodingOf(encode(text, 'utf-16le', false))).toBe('utf-16le');
    expect(encodingOf(encode(text, 'utf-16be', false))).toBe('utf-16be');
    expect(encodingOf(encode(text, 'windows-1252', false))).toBe('windows-1252');
    // One character cut in two does not make it windows-1252.
    expect(encodingOf(Uint8Array.from([...bytesOf(text), 0xc3]))).toBe('utf-8');
  });
});

describe('the beginning of a long file', () => {
  it('leaves out the row that is cut off', () => {
    const bytes = bytesOf(lines('a,b', ...filled(50_000, (n) => `${n},"x\ny"`)));
    const { dialect, sample } = structureOf(bytes.subarray(0, HEAD_BYTES), { whole: false });
    expect(dialect).toMatchObject({ headerLine: 1, lastLine: null });
    expect(sample.cells).toHaveLength(200);
    for (let cut = 2000; cut < 2020; cut++) {
      const { cells } = structureOf(bytes.subarray(0, cut), { whole: false }).sample;
      expect(cells.every(([, second]) => second === 'x\ny')).toBe(true);
    }
  });

  it('may end within a cell of a megabyte', () => {
    const bytes = bytesOf(`a,b\n1,2\n2,"${'x'.repeat(1_000_000)}"\n3,4\n`);
    const { dialect, sample } = structureOf(bytes.subarray(0, HEAD_BYTES), { whole: false });
    expect(dialect).toMatchObject({ delimiter: ',', headerLine: 1, headerRows: 1 });
    expect(sample.cells).toEqual([['1', '2']]);
    expect(structureOf(bytes).sample.cells.map((row) => row[1]?.length)).toEqual([1, 1_000_000, 1]);
  });
});
