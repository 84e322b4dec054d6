import type { PersonField } from '../affiliates/person.ts';
import type { Book } from '../ledger/book.ts';
import type { DraftBlock } from '../ledger/draft.ts';
import type { Field, Status } from '../ledger/fields.ts';
import type { Day } from '../../lib/day.ts';

/** What the rows of a file are: records of one of the ledger's books, or people. */
export type RecordKind = Book | 'people';

/** Whose export it is: the brand's own, or the one that a publisher gets of his own transactions. */
export type Side = 'brand' | 'publisher';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How the bytes of a delimited text file are to be understood. Each part is worked out from the file and can be set by the user. */
export interface Dialect {
  readonly encoding: Encoding;
  /** `default`: the beginning is plain ASCII, so the first other byte further down decides between UTF-8 and windows-1252. */
  readonly encodingBy: 'evidence' | 'default';
  /** One character. A blank: columns are aligned with runs of two or more blanks. */
  readonly delimiter: string;
  /** One character, '' if nothing is quoted. */
  readonly quote: string;
  /** How a quote is written inside quotes: twice, or after a backslash. */
  readonly escape: 'doubled' | 'backslash';
  /** Aligned columns: the place in a line (from 0) where each begins, if that is the same in all lines at hand. */
  readonly stops?: readonly number[];
  /** Physical line (from 1) on which the last header row starts; without a header, the last line before the data (0: there is none). */
  readonly headerLine: number;
  /** Rows that make up the header; 0: there is none and columns are named by their place. */
  readonly headerRows: number;
  /** Physical line on which the table's last row starts, null if it goes on to the end of the file. What comes after is skipped. */
  readonly lastLine: number | null;
  /** Sheet of a workbook, '' for every other file. */
  readonly sheet: string;
}

/** Parts of a dialect that the user has set; the others are worked out as ever. */
export type DialectWish = Partial<Omit<Dialect, 'encodingBy' | 'stops'>>;

/** Order of day and month in dates such as 03/04/2026. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * How the cells of a time column are written. Dates that can be read in one way only (2026-01-31, 31 Jan 2026, 2026/01/31) are read
 * in every layout; this says what the others are. `ask`: day and month cannot be told apart in the whole column.
 * `ymd`: the year comes first and has two digits (26-04-13). `unix-s`, `unix-ms`: seconds or ms since 1970. `month`: month and year
 * without a blank, as 92018 (Impact's invoices).
 */
export type DateLayout = 'plain' | DateOrder | 'ymd' | 'ask' | 'unix-s' | 'unix-ms' | 'month';

/** The decimal mark of a column of amounts. The other marks (comma or point, blank, apostrophe) are for thousands. */
export type DecimalMark = '.' | ',';

/** A source column and the field it fills. */
export interface MappedColumn {
  readonly column: string;
  /** Place in the row, from 0. */
  readonly index: number;
  readonly field: Field | PersonField;
  /** An empty cell rejects the row; without it an empty cell means "not in the file". */
  readonly required?: true;
  /** Times: place of the column that holds the time of day, where this one has the date alone. */
  readonly clock?: number;
  /** Texts that need not be there: place of the column that says it where this one is empty. */
  readonly orElse?: number;
  /** Times. */
  readonly layout?: DateLayout;
  /** Amounts and counts. */
  readonly decimal?: DecimalMark;
  /** Amounts in hundredths of the unit. */
  readonly cents?: true;
  /** The column holds all that the brand pays; the field (an amount) gets what is left of it after the commission. */
  readonly lessCommission?: true;
  /** The column holds the price of one item; the field (an amount) gets it times the quantity, where the row has one. */
  readonly perItem?: true;
}

/** A column beside the status word that says more of where a row stands: the first flag that holds wins over the word. */
export interface MappedFlag {
  readonly column: string;
  readonly index: number;
  /** `filled`: anything but empty, 0, false, no. `true`: 1, true, yes, y. `false`: 0, false, no, n, and not empty. */
  readonly is: 'filled' | 'true' | 'false';
  readonly status: Status;
}

/**
 * What makes a row the transaction it is, beside network and program.
 * `id`: the column of `transactionId`. `columns`: a source without one; the values of these columns, joined by " · ".
 * Another row of the same identity in the file is: a later `version` of it; another `occurrence` (its id gets " #2": both are
 * valid); or another line of one order, which is to be `merge`d into one transaction (merge-lines.ts).
 */
export interface Identity {
  readonly by: 'id' | 'columns';
  readonly columns: readonly number[];
  readonly again: 'version' | 'occurrence' | 'merge';
}

/** What a file may leave open. Asked once per profile and remembered (`day`: every time). */
export type Question =
  | 'program'
  | 'currency'
  /** A publisher's own file does not say who the publisher is. */
  | 'partner'
  /** Day or month first (columns of layout `ask`). */
  | 'dateOrder'
  /** A report of a whole period names no day: its last one. */
  | 'day'
  /** What the disputed status words mean. */
  | 'words';

/** Answers to what an export does not hold, and her own choices of how it is read. */
export interface Settings {
  /** Name of the program at the network (Impact's listing does not name it). */
  readonly program: string;
  /** ISO 4217 code of the amounts, where the export has no currency column. */
  readonly currency: string;
  /** Partner id, where the export is a publisher's own. */
  readonly partner: string;
  /** IANA zone of time stamps without an offset. */
  readonly zone: string;
  /** '' as long as nobody had to say. */
  readonly dateOrder: DateOrder | '';
  /** Day on which the rows of a report without dates are put, '' where it is not asked. */
  readonly day: Day | '';
  /** Her own meanings of status words (lower case), over the profile's. */
  readonly words: Readonly<Record<string, Status>>;
  /** Epoch ms: the state of which day and time the file shows. For rows that carry no date of their own last change. */
  readonly asOf: number;
}

/** Everything that reading and mapping a file depends on, beside `Settings`. Made by recognition, changed by the user, structured-cloneable. */
export interface Recognition {
  /** '' for a table that no profile knows: the mapping is a proposal then. */
  readonly profileId: string;
  readonly profileName: string;
  /** '' if the export names the network row by row. */
  readonly network: string;
  readonly side: Side;
  readonly kind: RecordKind;
  readonly dialect: Dialect;
  /** Names of the columns; "Column 1" and so on without a header. */
  readonly header: readonly string[];
  readonly mapping: readonly MappedColumn[];
  /** Places of columns that fill no field and are kept in `extra`. */
  readonly extras: readonly number[];
  /** The source's status words in lower case; any other is `unknown`, with the word kept. */
  readonly statuses: Readonly<Record<string, Status>>;
  readonly flags: readonly MappedFlag[];
  /** Status of rows without a word and without a flag that holds. */
  readonly otherwise: Status;
  /** Status words (lower case) on whose meaning sources disagree: asked, and `unknown` until answered. */
  readonly disputed: readonly string[];
  readonly identity: Identity;
  /** Rows with a negative amount take back a part of the transaction or order that they name. */
  readonly negatives: 'as-they-are' | 'corrections';
  /** What has to be asked unless it is remembered. */
  readonly questions: readonly Question[];
  /** ISO 4217 code of the amounts where no column says it and nobody answers: the network's own, or one named in a header. */
  readonly defaultCurrency: string;
  readonly defaultZone: string;
  /** Text cells are guarded against formulas (shared/lib/formula.ts), which is taken back. */
  readonly guarded: boolean;
  /** Place of the sale in the currency of `originalCurrency` (profile.ts), -1 if there is none. */
  readonly foreignSale: number;
}

/**
 * A row, or a value in one, that could not be read as it stands. `code` is stable for programs, `message` says what to do.
 * `rejected`: the row is left out. `left-empty`: the row is taken in and the field stays "not in the file"; that is done only for
 * times other than the event's and for a quantity that is not required, never for keys, amounts, currencies, event times and as-of
 * dates.
 * `repaired`: the row is taken in with what was plainly meant (a row cut short after its last needed cell).
 */
export interface RowIssue {
  readonly line: number;
  /** The source's column name; '' when the whole row is meant. */
  readonly column: string;
  /** The raw text, cut at 200 characters. */
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly effect: 'rejected' | 'left-empty' | 'repaired';
}

export interface SkippedRow {
  readonly line: number;
  readonly reason: string;
}

/** Cells that the user has put right, by the line on which their row starts. */
export type Corrections = ReadonlyMap<number, readonly string[]>;

/** One stretch of a file, read and mapped. Every row in it is accepted (in the draft, or merged into a row of one), rejected or skipped. */
export interface Batch {
  readonly draft: DraftBlock;
  /** Accepted rows of the file that have become part of another's row. */
  readonly mergedRows: number;
  /** In the order of lines. One or more per rejected row (which `rejectedRows` counts once), and those of rows taken in. */
  readonly issues: readonly RowIssue[];
  readonly rejectedRows: number;
  readonly skipped: readonly SkippedRow[];
}
