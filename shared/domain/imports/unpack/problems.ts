import type { Problem } from '../../../lib/result.ts';

/** The largest text that is read out of one packed file, as for one that is not packed: a few million rows. */
export const LARGEST_INSIDE = 1024 ** 3;

export type UnpackCode =
  | 'damaged-archive'
  | 'too-large-inside'
  | 'too-many-files'
  | 'nothing-inside'
  | 'encrypted'
  | 'unknown-packing'
  | 'nested-archive'
  | 'no-such-entry'
  | 'not-a-workbook';

const MESSAGES: Readonly<Record<UnpackCode, string>> = {
  'damaged-archive': 'This archive is damaged or was not downloaded to its end. Download it again.',
  'too-large-inside':
    'What is packed inside is too large to be read at once. Export a shorter period, in several files, or save it as CSV.',
  'too-many-files': 'This archive holds more than 200 files. Unpack it and import the exports you need.',
  'nothing-inside': 'There is no file in this archive that could be an export.',
  encrypted: 'This file is protected by a password. Open it with the password, save it without one, and import that.',
  'unknown-packing':
    'This archive is packed in a way that cannot be read here. Unpack it first, then import the files inside.',
  'nested-archive': 'This is an archive inside another. Unpack the outer one first, then import this one.',
  'no-such-entry': 'This file is no longer in the archive. Choose the archive again.',
  'not-a-workbook':
    'This is no Excel workbook that can be read here. Open it in the program that made it, save the table as CSV and import that.',
};

/** Why packed bytes cannot be read. Thrown where bytes flow, turned into data at the edge (`problem`). */
export class UnpackFailure extends Error {
  override readonly name = 'UnpackFailure';
  readonly problem: Problem;
  constructor(code: UnpackCode) {
    super(MESSAGES[code]);
    this.problem = { code, message: MESSAGES[code] };
  }
}
