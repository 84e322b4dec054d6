import { assumed, settingsFor } from '#shared/domain/imports/defaults.ts';
import type { Look, LookWish } from '#shared/domain/imports/look.ts';
import { createReader } from '#shared/domain/imports/reader.ts';
import { createRowReader } from '#shared/domain/imports/row-reader.ts';
import { beginLook } from '#shared/domain/imports/recognise.ts';
import { HEAD_BYTES } from '#shared/domain/imports/structure.ts';
import type { Batch, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import { NUMBER_FIELDS, STATUSES, TEXT_FIELDS, type Transaction } from '#shared/domain/ledger/fields.ts';

/** 2026-07-01 00:00 UTC */
export const AS_OF = Date.UTC(2026, 6, 1);

/** Nothing answered, in UTC. */
export const NO_ANSWERS: Settings = {
  program: '',
  currency: '',
  partner: '',
  zone: 'UTC',
  dateOrder: '',
  day: '',
  words: {},
  asOf: AS_OF,
};

export interface ReadFile {
  readonly recognition: Recognition;
  readonly rows: readonly Transaction[];
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
  readonly rejected: number;
  readonly merged: number;
  readonly batches: readonly Batch[];
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ANYTHING: LookWish = { dialect: {}, profileId: null };

/** Looks at a file that is at hand as a whole. Throws if it is no table. */
export function lookAt(file: Uint8Array | string, wish: LookWish = ANYTHING): Look {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const result = beginLook(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES, wish, { own: [] });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  const looking = result.value;
  if (looking.open) {
    const reader = createRowReader(looking.structure.dialect);
    looking.add(reader.push(bytes));
    looking.add(reader.end());
  }
  return looking.finish();
}

/** Recognises and reads a file that is at hand as a whole, pushed in pieces of `chunk` bytes. Throws if it is no table. */
export function readFile(file: Uint8Array | string, settings: Partial<Settings> = {}, chunk = 65_536): ReadFile {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  return readAs(lookAt(bytes).recognition, bytes, settings, chunk);
}

export function readAs(
  recognition: Recognition,
  bytes: Uint8Array,
  settings: Partial<Settings> = {},
  chunk = 65_536,
): ReadFile {
  const given = settingsFor(recognition, {}, { name: 'export.csv', modified: AS_OF });
  const reader = createReader(recognition, {
    ...assumed(recognition, { ...given, program: 'Pawsome Pets', currency: recognition.defaultCurrency || 'USD' })
      .settings,
    ...settings,
  });
  const batches: Batch[] = [];
  for (let at = 0; at < bytes.length; at += chunk) batches.push(...reader.push(bytes.subarray(at, at + chunk)));
  batches.push(...reader.end());
  return {
    recognition,
    batches,
    rows: batches.flatMap(transactionsOf),
    issues: batches.flatMap((batch) => batch.issues),
    skipped: batches.flatMap((batch) => batch.skipped),
    rejected: batches.reduce((sum, batch) => sum + batch.rejectedRows, 0),
    merged: batches.reduce((sum, batch) => sum + batch.mergedRows, 0),
  };
}

/** The drafts of a batch as objects. */
export function transactionsOf({ draft }: Batch): Transaction[] {
  return Array.from({ length: draft.rows }, (_, row) => {
    const entries: [string, string | number][] = [];
    for (const field of TEXT_FIELDS) entries.push([field, draft.text[field]?.[row] ?? draft.constant[field] ?? '']);
    for (const field of NUMBER_FIELDS) {
      const value = draft.numbers[field]?.[row] ?? Number.NaN;
      entries.push([field, field === 'status' ? (STATUSES[value] ?? 'none') : value]);
    }
    return Object.fromEntries(entries) as unknown as Transaction;
  });
}
