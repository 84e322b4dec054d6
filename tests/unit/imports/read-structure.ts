import { readStructure, type Structure } from '#shared/domain/imports/structure.ts';
import type { DialectWish } from '#shared/domain/imports/types.ts';
import { bytesOf } from './read.ts';

const nobody = (): number => 0;

interface Options {
  readonly wish?: DialectWish;
  readonly whole?: boolean;
  readonly score?: (header: readonly string[]) => number;
}

export function look(file: Uint8Array | string, { wish = {}, whole = true, score = nobody }: Options = {}) {
  return readStructure(typeof file === 'string' ? bytesOf(file) : file, whole, wish, score);
}

export function structureOf(file: Uint8Array | string, options: Options = {}): Structure {
  const result = look(file, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What a file is read as, in short. */
export function readAs(file: Uint8Array | string, options: Options = {}) {
  const { dialect, header, sample } = structureOf(file, options);
  const { delimiter, quote, escape, headerLine, headerRows, lastLine } = dialect;
  return {
    delimiter,
    quote,
    escape,
    headerLine,
    headerRows,
    lastLine,
    header,
    lines: sample.lines,
    cells: sample.cells,
  };
}

export const lines = (...all: string[]): string => `${all.join('\n')}\n`;
export const filled = (count: number, row: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => row(n));
