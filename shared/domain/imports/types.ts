import type { DraftBlock } from '../ledger/draft.ts';
import type { Field } from '../ledger/fields.ts';

/** How the bytes of a delimited text file are to be understood. Each part is worked out from the file and can be set by the user. */
export interface Dialect {
  readonly encoding: Encoding;
  /** `default`: the beginning is plain ASCII, so the first other byte further down decides between UTF-8 and windows-1252. */
  readonly encodingBy: 'evidence' | 'default';
  readonly delimiter: string;
  readonly quote: string;
  /** Physical line (from 1) of the header row. */
  readonly headerLine: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a profile needs and its export does not hold, asked once and remembered for the profile. */
export interface Settings {
  /** Name of the program at the network (Impact's listing does not name it). */
  readonly program: string;
  /** ISO 4217 code of the amounts, where the export has no currency column. */
  readonly currency: string;
  /** IANA zone of time stamps without an offset. */
  readonly zone: string;
  /** Epoch ms: the state of which day and time the file shows. For rows that carry no date of their own last change. */
  readonly asOf: number;
}

export type Question = 'program' | 'currency';

/** A source column and the field it fills. */
export interface MappedColumn {
  readonly column: string;
  readonly index: number;
  readonly field: Field;
}

/** What a file was recognised as, from its beginning. */
export interface Recognition {
  readonly profileId: string;
  readonly profileName: string;
  readonly network: string;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly mapping: readonly MappedColumn[];
  /** What has to be asked unless it is remembered. */
  readonly questions: readonly Question[];
  readonly defaultZone: string;
}

/**
 * A row, or a value in one, that could not be read. `code` is stable for programs, `message` says what to do.
 * `rejected`: the row is left out. `left-empty`: the row is taken in and the field stays "not in the file"; that is done only for
 * times other than the event's and for the quantity, never for keys, amounts, currencies, event times and as-of dates.
 */
export interface RowIssue {
  readonly line: number;
  /** The source's column name; '' when the whole row is meant. */
  readonly column: string;
  /** The raw text, cut at 200 characters. */
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly effect: 'rejected' | 'left-empty';
}

export interface SkippedRow {
  readonly line: number;
  readonly reason: string;
}

/** One stretch of a file, read and mapped. Every row in it is accepted (in the draft), rejected or skipped. */
export interface Batch {
  readonly draft: DraftBlock;
  /** In the order of lines. One or more per rejected row (which `rejectedRows` counts once), and those of values left empty. */
  readonly issues: readonly RowIssue[];
  readonly rejectedRows: number;
  readonly skipped: readonly SkippedRow[];
}
