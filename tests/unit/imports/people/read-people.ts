import { assumed, settingsFor } from '#shared/domain/imports/defaults.ts';
import { createPeopleReader, type PeopleBatch } from '#shared/domain/imports/people.ts';
import { createBlockCutter } from '#shared/domain/imports/text-blocks.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import { isVcard, vcardCsv } from '#shared/domain/imports/vcard.ts';
import { lookAt } from '../read.ts';

export interface ReadList extends PeopleBatch {
  readonly recognition: Recognition;
}

/** Reads a list as a whole, as it would be without anyone to ask. */
export function readList(file: Uint8Array, name = 'people.csv'): ReadList {
  const bytes = isVcard(file.subarray(0, 512)) ? vcardCsv(file) : file;
  const { recognition } = lookAt(bytes);
  const settings = assumed(
    recognition,
    settingsFor(recognition, {}, { name, modified: Date.UTC(2026, 6, 1) }),
  ).settings;
  const cutter = createBlockCutter(recognition.dialect);
  const read = createPeopleReader(recognition, settings);
  const batches = [...cutter.push(bytes), ...cutter.end()].map(read);
  return {
    recognition,
    drafts: batches.flatMap(({ drafts }) => drafts),
    issues: batches.flatMap(({ issues }) => issues),
    rejectedRows: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
    skipped: batches.flatMap(({ skipped }) => skipped),
  };
}
