import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createRowReader } from '#shared/domain/imports/row-reader.ts';
import { readStructure } from '#shared/domain/imports/structure.ts';
import type { Dialect, DialectWish } from '#shared/domain/imports/types.ts';
import { USUAL_DIALECT } from '#tests/support/recognition.ts';
import { bytesOf } from './read.ts';

/** A case as PapaParse publishes it (tests/test-cases.js in its package). */
interface Case {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: readonly (readonly string[] | Readonly<Record<string, unknown>>)[] };
}

/** Options that ask for what reading here has no part in: comments, typing, previews, own functions, delimiters of two characters. */
const OTHERS = ['comments', 'fastMode', 'preview', 'dynamicTyping', 'transform', 'transformHeader', 'skipFirstNLines'];
const isOurs = ({ config = {} }: Case): boolean =>
  !OTHERS.some((option) => option in config) &&
  (config['delimiter'] === undefined ||
    (typeof config['delimiter'] === 'string' && /^[^\n]$/.test(config['delimiter'])));

/** Rows that come out otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // A quote that never closes costs its own line and no other.
  'Quoted field has no closing quote': [
    ['a', '"b', 'c'],
    ['d', 'e', 'f'],
  ],
  'Quoted field has invalid trailing quote after delimiter': [
    ['a', '"b', '"c'],
    ['d', 'e', 'f'],
  ],
  'Quoted field has invalid trailing quote before delimiter': [
    ['a', '"b"c', 'd'],
    ['e', 'f', 'g'],
  ],
  'Quoted field has invalid trailing quote after new line': [
    ['a', '"b', 'c'],
    ['d"e', 'f', 'g'],
  ],
  // Columns are told apart by their place: names stay as they are.
  'Simple duplicated header names': [
    ['A', 'A', 'A', 'A'],
    ['1', '2', '3', '4'],
  ],
  'Duplicated header names existing column': [
    ['c', 'c', 'c', 'c_1'],
    ['1', '2', '3', '4'],
  ],
  'Duplicate header names with __proto__ field': [
    ['__proto__', '__proto__', '__proto__'],
    ['1', '2', '3'],
  ],
  // Line ends may be mixed: each is one.
  'Mixed slash n and slash r should choose first as precident': [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ],
};

/** The file's two lists of cases: it is a script for a test runner, which gets stubs of what it calls. */
function published(): { readonly core: readonly Case[]; readonly parse: readonly Case[] } {
  const folder = path.dirname(createRequire(import.meta.url).resolve('papaparse'));
  const file = path.join(folder, 'tests', 'test-cases.js');
  const stub = Object.assign(() => {}, { skip: () => {} });
  const globals = createContext({ describe: stub, document: undefined, chai: {} });
  runInContext(readFileSync(file, 'utf8'), globals);
  return { core: globals['CORE_PARSER_TESTS'] as Case[], parse: globals['PARSE_TESTS'] as Case[] };
}

const isBlank = (row: readonly string[], greedy: boolean): boolean =>
  greedy ? row.every((cell) => cell.trim() === '') : row.length === 1 && row[0] === '';

/** Rows that PapaParse gives: a row of objects by the header stands for its values, and what follows the last line end is none. */
function expectedRows({ input, config = {}, expected }: Case): readonly (readonly string[])[] {
  const rows = expected.data.map((row) =>
    Array.isArray(row) ? [...(row as string[])] : (Object.values(row).flat() as string[]),
  );
  return config['skipEmptyLines'] === undefined && /[\r\n]$/.test(input) ? rows.slice(0, -1) : rows;
}

/** Rows that come out here: those below the header where the case names columns by it. */
function ownRows({ input, config = {}, expected }: Case, dialect: Dialect): readonly (readonly string[])[] {
  const reader = createRowReader(dialect);
  const rows = [reader.push(bytesOf(input)), reader.end()].flatMap(({ cells }) => cells);
  const skip = config['skipEmptyLines'];
  const filled = skip === undefined ? rows : rows.filter((row) => !isBlank(row, skip === 'greedy'));
  return config['header'] === true && !expected.data.some(Array.isArray) ? filled.slice(1) : filled;
}

function wishOf({ delimiter, quoteChar, escapeChar }: Readonly<Record<string, unknown>> = {}): DialectWish {
  return {
    ...(typeof delimiter === 'string' && { delimiter }),
    ...(typeof quoteChar === 'string' && { quote: quoteChar }),
    ...(escapeChar === '\\' && { escape: 'backslash' }),
  };
}

const { core, parse } = published();

describe('PapaParse’s cases of its parser', () => {
  it('are all there', () => {
    expect([core.length, core.filter(isOurs).length]).toEqual([63, 46]);
  });

  it.each(core.filter(isOurs).map((each) => [each.description, each] as const))('%s', (description, each) => {
    expect(ownRows(each, { ...USUAL_DIALECT, ...wishOf(each.config) })).toEqual(
      OTHERWISE[description] ?? expectedRows(each),
    );
  });
});

describe('PapaParse’s cases of reading, its dialects worked out', () => {
  it('are all there', () => {
    expect([parse.length, parse.filter(isOurs).length]).toEqual([98, 63]);
  });

  it.each(parse.filter(isOurs).map((each) => [each.description, each] as const))('%s', (description, each) => {
    const structure = readStructure(bytesOf(each.input), true, wishOf(each.config), () => 0);
    const dialect = structure.ok ? structure.value.dialect : USUAL_DIALECT;
    expect(structure.ok).toBe(/\w/.test(each.input));
    expect(ownRows(each, dialect)).toEqual(OTHERWISE[description] ?? expectedRows(each));
  });
});
