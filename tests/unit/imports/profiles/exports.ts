import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dialect, Question, RecordKind, Settings, Side } from '#shared/domain/imports/types.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/exports/', import.meta.url));

/**
 * What comes of reading an export: `expected.json` beside it, written after the export's documented meaning. Amounts are decimals as
 * text, instants ISO 8601 in UTC, days `YYYY-MM-DD`; '' is "not in the file".
 */
export interface Expected {
  readonly profile: string;
  readonly kind: RecordKind;
  readonly side: Side;
  /** What she answers before it is read; what is left open is taken for granted as `inspect` does. */
  readonly answers?: Partial<Omit<Settings, 'asOf'>>;
  /** What the export leaves open, in the order of asking. */
  readonly questions?: readonly Question[];
  readonly read: Partial<Pick<Dialect, 'encoding' | 'delimiter' | 'quote' | 'headerLine' | 'escape' | 'headerRows'>>;
  /** Rows of the file; `merged` of the accepted ones have become part of another's row. */
  readonly rows: {
    readonly accepted: number;
    readonly rejected: number;
    readonly skipped: number;
    readonly merged: number;
  };
  readonly totals: readonly {
    readonly currency: string;
    readonly status: Status;
    readonly count: number;
    readonly sale: string;
    readonly commission: string;
  }[];
  /** Sum of `quantity`, where it is counted (clicks). */
  readonly quantity?: number;
  /** Codes, in the order of lines. */
  readonly issues: readonly string[];
  readonly first: Readonly<Record<string, string | number>>;
  /** Other rows that show something, by the line on which they start. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** What planning `later` finds once the export is in the ledger. */
  readonly expectedLater?: { readonly new: number; readonly changed: number; readonly same: number };
}

export interface Fixture {
  readonly name: string;
  readonly expected: Expected;
  readonly export: Uint8Array;
  readonly later: Uint8Array | null;
}

/** Every folder of `tests/fixtures/exports` with an `expected.json` and an export that is a text file. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER).flatMap((name) => {
    const files = readdirSync(`${FOLDER}${name}`);
    const find = (stem: string): Uint8Array | null => {
      const file = files.find((each) => /\.(?:csv|txt|tsv)$/.test(each) && each.startsWith(`${stem}.`));
      return file === undefined ? null : new Uint8Array(readFileSync(`${FOLDER}${name}/${file}`));
    };
    const main = find('export');
    if (main === null || !files.includes('expected.json')) return [];
    const expected = JSON.parse(readFileSync(`${FOLDER}${name}/expected.json`, 'utf8')) as Expected;
    return [{ name, expected, export: main, later: find('later') }];
  });
}
