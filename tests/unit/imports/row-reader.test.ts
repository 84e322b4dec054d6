// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient: the package ships no types that can be imported
/// <reference path="../../../shared/lib/papaparse.d.ts" />
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rowsOfText } from '#shared/domain/imports/row-reader.ts';
import type { Encoding } from '#shared/domain/imports/types.ts';
import { encode } from './encode.ts';
import { COMMA, readRows, type Dialect } from './read-rows.ts';
import { bytesOf } from './read.ts';

const SIZES = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const EOLS = ['\n', '\r\n', '\r'] as const;
const DELIMITERS = [',', '\t', '|', ';'] as const;

const cell = (unit: readonly string[]): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...unit), maxLength: 12 });
const LATIN = ['a', 'Z', '7', ' ', ',', '\t', '|', ';', '"', "'", '\n', '\r', 'é', 'ß', '€'] as const;
const WORLD = [...LATIN, '猫', '🐶', 'ё', '\u200b'] as const;

interface File {
  readonly rows: readonly string[][];
  readonly text: string;
  readonly lines: readonly number[];
}

/** Rows and their text: as many quotes as needed, or around every cell; line ends mixed outside quotes. */
const files = (unit: readonly string[], delimiter: string): fc.Arbitrary<File> =>
  fc
    .record({
      rows: fc
        .integer({ min: 2, max: 5 })
        .chain((width) =>
          fc.array(fc.array(cell(unit), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        ),
      eols: fc.array(fc.constantFrom(...EOLS), { minLength: 1, maxLength: 3 }),
      all: fc.boolean(),
      lastEnd: fc.boolean(),
    })
    .map(({ rows, eols, all, lastEnd }) => {
      const quoted = (text: string): string =>
        all || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      let text = '';
      const starts: number[] = [];
      let line = 1;
      rows.forEach((row, i) => {
        const one = row.map(quoted).join(delimiter);
        starts.push(line);
        line += 1 + (one.match(/\r\n|\r|\n/g) ?? []).length;
        text += one + (i < rows.length - 1 || lastEnd ? (eols[i % eols.length] ?? '\n') : '');
      });
      return { rows, text, lines: starts };
    });

describe('createRowReader', () => {
  for (const delimiter of DELIMITERS) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const satisfies readonly Encoding[]) {
      it(`reads back what was written: ${JSON.stringify(delimiter)} ${encoding}`, () => {
        const unit = encoding === 'windows-1252' ? LATIN : WORLD;
        fc.assert(
          fc.property(files(unit, delimiter), fc.boolean(), SIZES, (file, bom, sizes) => {
            const bytes = encode(file.text, encoding, bom && encoding !== 'windows-1252');
            const dialect: Dialect = { ...COMMA, encoding, encodingBy: 'evidence', delimiter };
            const read = readRows(bytes, dialect, sizes);
            expect(read.cells).toEqual(file.rows);
            expect(read.lines).toEqual(file.lines);
            expect(read.broken.size).toBe(0);
          }),
          { numRuns: 150 },
        );
      });
    }
  }

  it('gives the same rows for any text, however it is cut', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', '"', '"', '\n', '\r', '\r\n'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(texts, SIZES, (text, sizes) => {
        const bytes = bytesOf(text);
        const whole = readRows(bytes, COMMA, [bytes.length + 1]);
        expect(readRows(bytes, COMMA, sizes)).toEqual(whole);
        expect(readRows(bytes, COMMA, [1])).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
  });

  it('counts every physical line once', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n'), maxLength: 80 });
    fc.assert(
      fc.property(texts, (text) => {
        const { cells, lines } = rowsOfText(`${text}\nlast`, COMMA);
        const ends = (`${text}\nlast`.match(/\r\n|\r|\n/g) ?? []).length;
        const lastRow = cells.at(-1) ?? [];
        const within = lastRow.reduce((sum, each) => sum + (each.match(/\r\n|\r|\n/g) ?? []).length, 0);
        expect((lines.at(-1) ?? 0) + within).toBe(ends + 1);
        expect([...lines].sort((a, b) => a - b)).toEqual(lines);
      }),
      { numRuns: 2000 },
    );
  });

  it('sees one line as papaparse does, stray quotes included', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '"'), maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        const { data } = Papa.parse(`${text}\n`, { delimiter: ',', quoteChar: '"', newline: '\n', header: false });
        const { cells, broken } = rowsOfText(`${text}\n`, COMMA);
        if (broken.size === 0) expect(cells).toEqual(data.slice(0, -1));
        else expect(data.flat().join('')).toContain('\n'); // papaparse let the quote swallow the line end
      }),
      { numRuns: 3000 },
    );
  });

  it('contains a quote that never closes: it costs its own row', () => {
    const good = Array.from({ length: 20_000 }, (_, i) => `${i},"x, ${i}",y`);
    const text = ['a,b,c', '"oops,1,2', ...good].join('\n');
    for (const sizes of [[1 << 20], [4096], [65_537]]) {
      const { cells, lines, broken } = readRows(bytesOf(text), COMMA, sizes);
      expect(cells).toHaveLength(20_002);
      expect([...broken]).toEqual([1]);
      expect(cells[1]).toEqual(['"oops', '1', '2']);
      expect(cells.at(-1)).toEqual(['19999', 'x, 19999', 'y']);
      expect(lines.at(-1)).toBe(20_002);
    }
  });

  it.each([
    ['no other quote in the file', Array.from({ length: 300 }, (_, i) => `${i},x,y`)],
    ['empty quoted cells below', Array.from({ length: 300 }, (_, i) => `${i},"",y`)],
    ['long lines without quotes', Array.from({ length: 40 }, () => `1,${'z'.repeat(3000)},y`)],
    ['to the end of the file', ['1,x,y', '2,x,y']],
  ])('contains it also with %s', (_, good) => {
    const { cells, broken } = rowsOfText(['a,b,c', '9,"oops,2', ...good].join('\n'), COMMA);
    expect(cells).toHaveLength(good.length + 2);
    expect([...broken]).toEqual([1]);
  });

  it('contains a quote that is followed by a stray one, even where a later line would close it', () => {
    const { cells, broken } = rowsOfText('1,"b" x,2\n3,c",4\n', COMMA);
    expect(cells).toEqual([
      ['1', '"b" x', '2'],
      ['3', 'c"', '4'],
    ]);
    expect([...broken]).toEqual([0]);
  });

  it.each([
    ['51 line ends', Array.from({ length: 51 }, (_, i) => `${i},x,y`)],
    ['64 KB and a line end', Array.from({ length: 3 }, () => `1,${'z'.repeat(22_000)},y`)],
  ])('takes a quote that closes only after %s for one that never does', (_, good) => {
    const bytes = bytesOf(['a,b,c', '9,"oops,2', ...good, 'x",2', '1,2,3'].join('\n'));
    for (const sizes of [[bytes.length], [1000]]) {
      const { cells, broken } = readRows(bytes, COMMA, sizes);
      expect(cells).toHaveLength(good.length + 4);
      expect([...broken]).toEqual([1]);
    }
  });

  it('leaves a long quoted cell and a cell of some lines alone', () => {
    const long = 'x'.repeat(1_000_000);
    const tall = Array.from({ length: 50 }, (_, i) => `line ${i}`).join('\n');
    const { cells, lines, broken } = rowsOfText(`a,b\n1,"${long}"\n2,"${tall}"\n3,c\n`, COMMA);
    expect(broken.size).toBe(0);
    expect(cells.map((row) => row[0])).toEqual(['a', '1', '2', '3']);
    expect(cells[1]?.[1]).toHaveLength(1_000_000);
    expect(lines).toEqual([1, 2, 3, 53]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'gives up a row of many millions of characters, and goes on after its line end %j',
    (eol) => {
      for (const quote of ['', '"']) {
        const bytes = bytesOf(['a,b', `1,${quote}${'x'.repeat(5_000_000)}`, '2,c', '3,d', ''].join(eol));
        const { cells, lines, broken } = readRows(bytes, COMMA, [500_003]);
        expect(cells.map((row) => row[0])).toEqual(['a', '1', '2', '3']);
        expect([...broken]).toEqual([1]);
        expect(lines).toEqual([1, 2, 3, 4]);
      }
      // The piece ends between CR and LF.
      const long = bytesOf(`a,b\n1,${'x'.repeat(5_000_000)}${eol}`);
      const cut = readRows(Uint8Array.from([...long, ...bytesOf('2,c')]), COMMA, [
        4_500_000,
        long.length - 4_500_001,
        1,
        9,
      ]);
      expect(cut.cells.map((row) => row[0])).toEqual(['a', '1', '2']);
      expect(cut.lines).toEqual([1, 2, 3]);
    },
  );

  it('keeps a mark that stands at the start of a later row', () => {
    const text = 'a,b\n\uFEFF1,"2"\n';
    expect(readRows(bytesOf(text), COMMA, [4]).cells).toEqual([
      ['a', 'b'],
      ['\uFEFF1', '2'],
    ]);
  });

  it('takes the first byte above 0x7F for what it is, when the beginning was plain', () => {
    const plain = 'a,b\n'.repeat(10);
    const read = (tail: Uint8Array, sizes: readonly number[]): string =>
      readRows(Uint8Array.from([...bytesOf(plain), ...tail]), COMMA, sizes).cells.at(-1)?.[0] ?? '';
    for (const sizes of [[1], [3], [41], [1000]]) {
      expect(read(bytesOf('Café 猫,1'), sizes)).toBe('Café 猫');
      expect(read(encode('Café “x”,1', 'windows-1252', false), sizes)).toBe('Café “x”');
    }
  });
});
