import type { Dialect, Encoding } from '#shared/domain/imports/types.ts';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'pipes' };

/** "semicolons, UTF-8, header in row 4" */
export function dialectWords({ delimiter, encoding, headerLine }: Dialect): string {
  return `${DELIMITERS[delimiter] ?? `“${delimiter}” between columns`}, ${ENCODINGS[encoding]}, header in row ${headerLine}`;
}
