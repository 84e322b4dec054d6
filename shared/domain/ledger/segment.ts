import type { Book } from './book.ts';
import type { Columns, NumberColumn } from './columns.ts';

interface SegmentBase {
  /** Unique among all segments for ever. */
  readonly id: string;
  readonly importId: string;
  /** Left out: transactions, the only book there was at first. */
  readonly book?: Book;
  /** Order of arrival of the import, as in its record. */
  readonly sequence: number;
  /** 1 to BLOCK_ROWS. */
  readonly rows: number;
}

/** Rows with their values, by column. */
export interface RowsSegment extends SegmentBase {
  readonly kind: 'rows';
  readonly columns: Columns;
  /** Names the stretch of a file that these are all rows of (imports/block-source.ts), if it is one. */
  readonly source?: string;
}

/**
 * Rows of a file that say of a transaction what a row of another segment says already (all but as-of date and line): row r
 * stands for row `row[r]` of the segment `targets[target[r]]`. It is a version of its transaction like any other.
 */
export interface SeenSegment extends SegmentBase {
  readonly kind: 'seen';
  readonly targets: readonly string[];
  readonly target: NumberColumn;
  readonly row: NumberColumn;
  readonly asOf: NumberColumn;
  readonly line: NumberColumn;
}

/** An immutable record of the ledger; structured-cloneable, stored as it is. */
export type Segment = RowsSegment | SeenSegment;
