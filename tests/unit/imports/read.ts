import { createReader } from '#shared/domain/imports/reader.ts';
import { recognise } from '#shared/domain/imports/detect.ts';
import type { Batch, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import { NUMBER_FIELDS, STATUSES, TEXT_FIELDS, type Transaction } from '#shared/domain/ledger/fields.ts';

/** 2026-07-01 00:00 UTC */
export const AS_OF = Date.UTC(2026, 6, 1);

export interface ReadFile {
  readonly recognition: Recognition;
  readonly rows: readonly Transaction[];
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
  readonly rejected: number;
  readonly batches: readonly Batch[];
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Recognises and reads a file that is at hand as a whole, pushed in pieces of `chunk` bytes. Throws if it is not recognised. */
export function readFile(file: Uint8Array | string, settings: Partial<Settings> = {}, chunk = 65_536): ReadFile {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const result = recognise(bytes.subarray(0, 262_144), bytes.length <= 262_144);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return readAs(result.value, bytes, settings, chunk);
}

export function readAs(
  recognition: Recognition,
  bytes: Uint8Array,
  settings: Partial<Settings> = {},
  chunk = 65_536,
): ReadFile {
  const reader = createReader(recognition, {
    program: 'Pawsome Pets',
    currency: 'USD',
    zone: recognition.defaultZone,
    asOf: AS_OF,
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
