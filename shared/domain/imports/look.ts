import type { OwnProfile } from './own-profile.ts';
import type { Sample } from './structure.ts';
import type { DialectWish, MappedColumn, Recognition } from './types.ts';

export type { Sample };

/** What the user has set before a file is looked at (again). */
export interface LookWish {
  readonly dialect: DialectWish;
  /** Read as this profile whatever the header says; null: recognise. '' : as a table that no profile knows. */
  readonly profileId: string | null;
}

/** What recognition knows beside the profiles of the program. */
export interface Known {
  readonly own: readonly OwnProfile[];
}

/** A guess at what a column holds. */
export interface Suggestion {
  readonly index: number;
  readonly field: MappedColumn['field'];
  /** From 0 to 1; below 0.5 it is shown but not taken. */
  readonly confidence: number;
}

/** What was taken for granted in reading a file, said beside the result: `code` stable, `message` for people. */
export interface Assumption {
  readonly code:
    | 'default-currency'
    | 'default-date-order'
    | 'default-decimal'
    | 'disputed-word'
    | 'default-day'
    | 'default-unit'
    | 'same-name'
    | 'no-program'
    | 'no-partner'
    | 'no-currency';
  readonly message: string;
}

/** What came of looking at a file: the proposal that the user sees and may change. */
export interface Look {
  /** `profileId` '' : no profile knows it, and the mapping is made of suggestions. */
  readonly recognition: Recognition;
  readonly sample: Sample;
  /** Best guesses for columns of an unknown table, and of unmapped ones of a known. */
  readonly suggestions: readonly Suggestion[];
  /** Sheets of a workbook, in its order; none for another file. */
  readonly sheets: readonly string[];
  /** A sentence for a table that looks like a known export but lacks columns, '' otherwise. */
  readonly hint: string;
  readonly assumptions: readonly Assumption[];
}
