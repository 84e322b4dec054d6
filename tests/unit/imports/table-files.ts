import fc from 'fast-check';
import type { Dialect, Encoding } from '#shared/domain/imports/types.ts';
import { encode } from './encode.ts';

/** A file with a table in it, and what has to come back from its bytes. */
export interface TableFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly delimiter: string;
  /** Names of the columns, groups before them. */
  readonly header: readonly string[];
  readonly headerRows: number;
  /** Physical line of the last header row. */
  readonly headerLine: number;
  /** Rows of the table, blank ones and those that cannot be read left out. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** Lines of rows that cannot be read. */
  readonly broken: readonly number[];
  /** Rows of all of the file, and those of them that are neither header nor table. */
  readonly allRows: number;
  readonly around: number;
}

interface Line {
  readonly cells: readonly string[];
  readonly is: 'around' | 'header' | 'row' | 'blank' | 'broken';
}

const WORDS = [
  'Pets',
  'Blog',
  'cat toys',
  'Ann Lee',
  'München',
  'naïve',
  'x',
  'ok',
  '—'.replace('—', 'é'),
  'say "hi"',
  "it's",
  'C:\\tmp',
  'C:\\',
  '50% off',
];
const MARKED = [...WORDS, 'a,b', 'c;d', 'e|f', 'g\th', 'two\nlines', 'three\r\nmore\rlines', '"', ' padded '];

/** A value of one column's kind: the kinds that exports have, in one of two locales. */
const KINDS = {
  id: (n: number) => String(100_000 + n * 37),
  day: (n: number, comma: boolean) =>
    `${comma ? '0' : '2026-0'}${(n % 9) + 1}${comma ? '.' : '-'}${comma ? '11.2026' : '11'}`,
  moment: (n: number) => `2026-03-${String((n % 28) + 1).padStart(2, '0')} 10:${String(n % 60).padStart(2, '0')}:00`,
  amount: (n: number, comma: boolean) =>
    comma ? `1.${100 + (n % 900)},5${n % 10}` : `1,${100 + (n % 900)}.5${n % 10}`,
  cents: (n: number, comma: boolean) => `${n % 50}${comma ? ',' : '.'}25`,
  site: (n: number) => `https://example.com/${n}?a=b`,
} as const;
type Kind = keyof typeof KINDS | 'word';
const NAMES = [
  'Id',
  'Order Date',
  'Sale',
  'Commission',
  'Partner',
  'Note',
  'Status',
  '__proto__',
  'constructor',
  'Größe',
];

interface Shape {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: Dialect['escape'];
  readonly all: boolean;
  readonly eols: readonly string[];
  readonly lastEnd: boolean;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly comma: boolean;
  readonly kinds: readonly Kind[];
  readonly names: readonly string[];
  readonly groups: boolean;
  readonly preamble: readonly ('title' | 'blank' | 'pair' | 'padded')[];
  readonly footer: 'none' | 'note' | 'total' | 'second table' | 'second table, same width';
  readonly picks: readonly (readonly number[])[];
  readonly odd: readonly ('short' | 'long' | 'blank' | 'broken')[];
}

const shapes: fc.Arbitrary<Shape> = fc.integer({ min: 4, max: 8 }).chain((width) =>
  fc.record<Shape>({
    delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', '#'),
    quote: fc.constantFrom('"', '"', '"', "'"),
    escape: fc.constantFrom('doubled', 'doubled', 'backslash'),
    all: fc.boolean(),
    eols: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
    lastEnd: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    bom: fc.boolean(),
    comma: fc.boolean(),
    kinds: fc
      .array(fc.constantFrom<Kind>('id', 'day', 'moment', 'amount', 'cents', 'site', 'word', 'word'), {
        minLength: width - 3,
        maxLength: width - 3,
      })
      .map((kinds): Kind[] => ['id', 'word', ...kinds, 'cents']),
    names: fc.shuffledSubarray(NAMES, { minLength: width, maxLength: width }),
    groups: fc.integer({ max: 5 }).map((n) => n === 0),
    preamble: fc.array(fc.constantFrom('title', 'blank', 'pair', 'padded'), { maxLength: 4 }),
    footer: fc.constantFrom('none', 'none', 'note', 'total', 'second table', 'second table, same width'),
    picks: fc.array(fc.array(fc.nat(999), { minLength: width, maxLength: width }), { minLength: 6, maxLength: 40 }),
    odd: fc.array(fc.constantFrom('short', 'long', 'blank', 'broken'), { maxLength: 3 }),
  }),
);

/** The lines of a file; odd rows stand between good ones. */
function linesOf(shape: Shape): Line[] {
  const { kinds, names, preamble, footer, picks, odd, comma, quote } = shape;
  const width = kinds.length;
  const words = [
    ...MARKED,
    ...(shape.encoding === 'windows-1252' ? [] : ['猫', '🐶']),
    // After a quote that never closed, the one before the comma would close it.
    ...(odd.includes('broken') ? [] : [', ']),
  ];
  const value = (kind: Kind, n: number): string =>
    kind === 'word' ? (words[n % words.length] ?? '') : KINDS[kind](n, comma);
  const around = (...cells: string[]): Line => ({ cells, is: 'around' });
  const blank: Line = { cells: [''], is: 'blank' };
  const pad = (...cells: string[]): string[] => [...cells, ...Array<string>(width - cells.length).fill('')];
  const lines: Line[] = preamble.map((part) => {
    if (part === 'title') return around('Report of the month');
    if (part === 'pair') return around('Period', '2026-01-01');
    return part === 'padded' ? around(...pad('Report')) : { cells: [''], is: 'around' };
  });
  if (shape.groups) lines.push({ cells: pad('', 'Order', '', 'Money'), is: 'header' });
  lines.push({ cells: names, is: 'header' });
  picks.forEach((pick, at) => {
    const cells = kinds.map((kind, column) => value(kind, pick[column] ?? 0));
    // That backslashes escape shows in no other way than this.
    if (at === 0 && shape.escape === 'backslash') cells[1] = `a ${quote}b${quote} c`;
    lines.push({ cells, is: 'row' });
    const kind = at % 2 === 1 ? odd[(at - 1) / 2] : undefined;
    if (kind === 'short') lines.push({ cells: cells.slice(0, -1), is: 'row' });
    if (kind === 'long') lines.push({ cells: [...cells, 'more'], is: 'row' });
    if (kind === 'blank') lines.push(blank);
    if (kind === 'broken')
      lines.push({ cells: [`${quote}oops`, ...cells.slice(1).filter((each) => /^[\w.-]+$/.test(each))], is: 'broken' });
  });
  if (footer === 'total') lines.push({ cells: pad('Total', '', '12'), is: 'row' });
  if (footer === 'note') lines.push({ cells: [''], is: 'around' }, around('Made by the network, all rights reserved'));
  if (footer === 'second table') {
    lines.push(
      { cells: [''], is: 'around' },
      around('By partner'),
      around('Name', 'Sum'),
      around('A', '1'),
      around('B', '2'),
    );
  }
  if (footer === 'second table, same width') {
    const others = Array.from({ length: width }, (_, at) => `Other ${'abcdefgh'[at]}`);
    lines.push({ cells: [''], is: 'around' }, around(...others), around(...kinds.map((kind) => value(kind, 7))));
  }
  return lines;
}

function write(shape: Shape): TableFile {
  const { delimiter, quote, escape, eols, encoding } = shape;
  // A few single quotes around cells might as well be in them.
  const all = shape.all || quote === "'";
  const special = [delimiter, quote, '\n', '\r', '"', "'", ' padded', ...(escape === 'backslash' ? ['\\'] : [])];
  const quoted = (cell: string): string => {
    if (!all && !special.some((mark) => cell.includes(mark))) return cell;
    const inside =
      escape === 'backslash'
        ? cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
        : cell.replaceAll(quote, quote + quote);
    return quote + inside + quote;
  };
  const lines = linesOf(shape);
  const starts: number[] = [];
  let text = '';
  let line = 1;
  lines.forEach(({ cells, is }, at) => {
    const one =
      is === 'broken'
        ? cells.join(delimiter)
        : cells.length === 1 && cells[0] === ''
          ? ''
          : cells.map(quoted).join(delimiter);
    starts.push(line);
    line += 1 + (one.match(/\r\n|\r|\n/g) ?? []).length;
    const wanted = eols[at % eols.length] ?? '\n';
    // An LF right after a CR would be one line end, not two.
    const eol = one === '' && wanted === '\n' && text.endsWith('\r') ? '\r\n' : wanted;
    text += one + (at < lines.length - 1 || shape.lastEnd ? eol : '');
  });
  const startsOf = (is: Line['is']): number[] => starts.filter((_, at) => lines[at]?.is === is);
  const { names } = shape;
  const groups = shape.groups ? names.map((_, at) => (at === 0 ? '' : at < 3 ? 'Order' : 'Money')) : null;
  const lastHeader = lines.findLastIndex(({ is }) => is === 'header');
  // A file that ends with an empty line has it counted, as long as a line end stands after it.
  return {
    bytes: encode(text, encoding, shape.bom && encoding !== 'windows-1252'),
    text,
    delimiter,
    header: groups ? names.map((name, at) => `${groups[at] ?? ''} ${name}`.trim()) : names,
    headerRows: groups ? 2 : 1,
    headerLine: starts[lastHeader] ?? 0,
    rows: lines.filter(({ is }) => is === 'row').map(({ cells }) => cells),
    lines: startsOf('row'),
    broken: startsOf('broken'),
    allRows: lines.length,
    around: lines.filter(({ is }) => is === 'around' || is === 'blank').length,
  };
}

/** Files of every sort. */
export const tableFiles: fc.Arbitrary<TableFile> = shapes.map(write);

/** A file of aligned columns, blanks in some cells' place. */
export interface AlignedFile {
  readonly bytes: Uint8Array;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const TEXTS = ['Ann Lee', 'Bob', 'München', 'x', 'Pets "R" Us', 'a,b', '2.50', '1001', '2026-01-31', '-7'];

export const alignedFiles: fc.Arbitrary<AlignedFile> = fc
  .record({
    names: fc.shuffledSubarray(['Id', 'Order Date', 'Sale', 'Partner', 'Größe'], { minLength: 3 }),
    // The first cell and the last are always filled: a line says nothing of blanks at its ends.
    rows: fc.array(fc.array(fc.constantFrom(...TEXTS, ''), { minLength: 5, maxLength: 5 }), {
      minLength: 4,
      maxLength: 20,
    }),
    right: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'windows-1252'),
    title: fc.boolean(),
  })
  .map(({ names, rows, right, eol, encoding, title }) => {
    const last = names.length - 1;
    const cells = rows.map((row, n) =>
      names.map((_, at) => (at === 0 ? String(n + 100) : at === last ? `${n}.25` : (row[at] ?? ''))),
    );
    const widths = names.map((name, at) =>
      Math.max(...[name, ...cells.map((row) => row[at] ?? '')].map(({ length }) => length)),
    );
    const line = (row: readonly string[]): string =>
      row
        .map((cell, at) => (right[at] === true ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ');
    const text = [...(title ? ['Report of the month', ''] : []), line(names), ...cells.map(line), ''].join(eol);
    return { bytes: encode(text, encoding, encoding === 'utf-16le'), header: names, rows: cells };
  });
