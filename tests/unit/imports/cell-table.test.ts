import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, createScanner, rowAt, tableOf, type CellTable } from '#shared/domain/imports/cell-table.ts';
import { createMapper } from '#shared/domain/imports/map-rows.ts';
import { createSplitter } from '#shared/domain/imports/row-reader.ts';
import type { Grammar } from '#shared/domain/imports/row-cutter.ts';
import { createBlockCutter, createBlockMapper, tableParts } from '#shared/domain/imports/text-blocks.ts';
import { createTextReader } from '#shared/domain/imports/text-reader.ts';
import type { Batch, Recognition } from '#shared/domain/imports/types.ts';
import { TEXT_FIELDS, NUMBER_FIELDS } from '#shared/domain/ledger/fields.ts';
import { bytesOf, lookAt, NO_ANSWERS, transactionsOf } from './read.ts';

const COMMA: Grammar = { delimiter: ',', quote: '"', escape: 'doubled' };
const rowsOf = (table: CellTable | null): string[][] | null =>
  table && Array.from({ length: table.rows }, (_, row) => rowAt(table, row));

describe('createScanner', () => {
  it.each<[string, string[][] | null]>([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      ',\n,\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['"a, b",c\n', [['a, b', 'c']]],
    [
      'a,"b"\n"",c\n',
      [
        ['a', 'b'],
        ['', 'c'],
      ],
    ],
    ['ab"c,d\n', [['ab"c', 'd']]],
    [
      'é,日本\n"Zoë, 😀",x\n',
      [
        ['é', '日本'],
        ['Zoë, 😀', 'x'],
      ],
    ],
    ['\ud800,b\n', [['\ud800', 'b']]],
    ['a\n', null],
    ['a,b,c\n', null],
    ['a,b\nc\n', null],
    ['"a ""quoted""",b\n', null],
    ['"a" ,b\n', null],
    ['"a"x,b\n', null],
    ['"a,b\n', null],
  ])('%j', (text, rows) => {
    expect(rowsOf(createScanner(COMMA, 2)(text))).toEqual(rows);
  });

  it('leaves what is not divided by one mark to the parser', () => {
    expect(createScanner({ ...COMMA, delimiter: ' ' }, 2)('a b\n')).toBeNull();
    expect(createScanner({ ...COMMA, delimiter: '§' }, 2)('a§b\n')).toBeNull();
    expect(createScanner({ ...COMMA, escape: 'backslash' }, 2)('"a",b\n')).toBeNull();
    expect(rowsOf(createScanner({ ...COMMA, quote: '' }, 2)('"a",b\n'))).toEqual([['"a"', 'b']]);
  });

  it('finds the cells that the parser finds, or leaves them to it', () => {
    const grammars = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      quote: fc.constantFrom('"', "'", ''),
      escape: fc.constantFrom<Grammar['escape']>('doubled', 'backslash'),
    });
    const cells = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '|', '"', "'", ' ', 'é', '😀', '\\'),
      maxLength: 5,
    });
    const rows = fc.array(fc.array(cells, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(grammars, rows, ({ delimiter, quote, escape }, made) => {
        const text = made.map((row) => `${row.join(delimiter)}\n`).join('');
        const grammar = { delimiter, quote, escape };
        const parsed = createSplitter(grammar)([{ text, multiline: false, broken: false }]).cells;
        const width = parsed[0]?.length ?? 0;
        const found = rowsOf(createScanner(grammar, width)(text));
        if (found !== null) expect(found).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });

  it('may be used again for another text', () => {
    const scan = createScanner(COMMA, 2);
    scan('aaaaaaaa,bbbbbbbb\n');
    expect(rowsOf(scan('c,d\n'))).toEqual([['c', 'd']]);
  });
});

describe('tableOf', () => {
  it('holds rows of strings', () => {
    const table = tableOf(
      [
        ['é', 'b', 'more'],
        ['', '😀'],
      ],
      2,
    );
    expect([rowAt(table, 0), rowAt(table, 1), cellAt(table, 1, 1)]).toEqual([['é', 'b'], ['', '😀'], '😀']);
  });
});

describe('createTextReader', () => {
  it('gives the value of every cell, whatever came before', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', 'b', 'aXb', 'aYb', 'café', 'cafè', 'x'.repeat(60)),
      fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 6 }),
    );
    const read = createTextReader((raw) => `<${raw}>`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 60 }), (cells) => {
        const found = read(
          tableOf(
            cells.map((each) => [each]),
            1,
          ),
          0,
        );
        const expected = cells.map((each) => `<${each}>`);
        expect(typeof found === 'string' ? cells.map(() => found) : found).toEqual(expected);
        expect(typeof found === 'string').toBe(new Set(cells).size === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a block', () => {
  const HEADER = [
    ...TEXT_FIELDS.filter((field) => field !== 'extra'),
    ...NUMBER_FIELDS.filter((field) => field !== 'line'),
  ];
  const usual: Readonly<Record<string, fc.Arbitrary<string>>> = {
    network: fc.constantFrom('Impact', 'CJ'),
    program: fc.constantFrom('Paws', 'Zoë, Paws'),
    currency: fc.constantFrom('USD', 'eur'),
    eventTime: fc.constantFrom('2026-03-04T05:06:07Z', '2026-03-04', '2026-03-04 05:06:07.25', 'n/a'),
    asOf: fc.constantFrom('2026-03-05T05:06:07Z', '2026-03-05', ''),
    sale: fc.constantFrom('12.50', '-3', '', '$1,234.50', '(4)'),
    commission: fc.constantFrom('1.2345', '0.1', '-1'),
    status: fc.constantFrom('paid', 'Reversed', 'odd', ''),
    transactionId: fc.integer({ min: 1, max: 9_999_999 }).map((id) => `T${id}`),
  };
  const odd = fc.constantFrom(
    '',
    'Total',
    '2026-02-30',
    'a ""b""',
    ' x ',
    '=1+1',
    "'=1+1",
    '99999999999999999999',
    '1.5',
    'n/a',
    '😀',
  );
  const plain = (field: string): fc.Arbitrary<string> =>
    usual[field] ?? fc.constantFrom('', 'a', 'b c', 'Zoë', 'x, y', '7');
  const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
  const row = (share: number): fc.Arbitrary<string> =>
    fc
      .tuple(
        ...HEADER.map((field) => fc.oneof({ weight: share, arbitrary: plain(field) }, { weight: 1, arbitrary: odd })),
      )
      .map((cells) => cells.map(quoted).join(','));
  const line = fc.oneof(
    { weight: 12, arbitrary: row(400) },
    { weight: 1, arbitrary: row(10) },
    { weight: 1, arbitrary: fc.constantFrom('', 'Total', 'a,b', HEADER.join(',')) },
  );

  const whole = (batches: readonly Batch[]) => ({
    rows: batches.flatMap(transactionsOf),
    issues: batches.flatMap(({ issues }) => issues),
    skipped: batches.flatMap(({ skipped }) => skipped),
    rejected: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
  });

  it('says the same read at once as row by row', () => {
    const atOnce = { batches: 0 };
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const text = `${HEADER.join(',')}\n${lines.join('\n')}\n`;
        const { recognition } = lookAt(`${HEADER.join(',')}\n`);
        const made: Recognition = { ...recognition, dialect: { ...recognition.dialect, encodingBy: 'evidence' } };
        const cutter = createBlockCutter(made.dialect);
        // The header in a block of its own, as only rows of the table are read at once.
        const blocks = [...cutter.push(bytesOf(text)), ...cutter.end()].flatMap(
          ({ pieces, firstLine, lines: count }) => {
            const [piece] = pieces;
            if (!piece || pieces.length > 1) return [{ pieces, firstLine, lines: count }];
            const end = piece.text.indexOf('\n') + 1;
            const parts = [piece.text.slice(0, end), piece.text.slice(end)];
            return parts.map((part, at) => ({
              pieces: [{ ...piece, text: part }],
              firstLine: firstLine + at,
              lines: 1,
            }));
          },
        );
        const fast = createBlockMapper(made, NO_ANSWERS);
        const rows = createMapper(made, NO_ANSWERS);
        const scan = createScanner(made.dialect, made.header.length);
        const slow = blocks.flatMap((block) =>
          [...tableParts(block, made.dialect)].map((part) => {
            const batch = rows.rows(part.rows);
            return part.skipped.length > 0 ? { ...batch, skipped: part.skipped } : batch;
          }),
        );
        const last = blocks.at(-1)?.pieces[0]?.text ?? '';
        const table = scan(last);
        if (table && rows.table(table, 2) !== null) atOnce.batches++;
        expect(whole(blocks.flatMap((block) => [...fast.map(block)]))).toEqual(whole(slow));
      }),
      { numRuns: 400 },
    );
    expect(atOnce.batches).toBeGreaterThan(20);
  });
});
