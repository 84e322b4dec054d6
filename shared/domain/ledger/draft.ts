import type { NumberField, TextField } from './fields.ts';

/**
 * Up to `BLOCK_ROWS` rows as read from a file, by column, before they are encoded: what mapping hands to the ledger.
 * A column that the source does not have is left out. Every array has `rows` entries; `transactionId` is never empty
 * (a source without one gets its documented composite), `asOf`, `status` and `line` are always there.
 */
export interface DraftBlock {
  readonly rows: number;
  readonly text: { readonly [F in TextField]?: readonly string[] };
  /** Columns that hold one value throughout (network, program, often currency). */
  readonly constant: { readonly [F in TextField]?: string };
  readonly numbers: { readonly [F in NumberField]?: Float64Array };
}

/** Rows of one segment: large enough for a record's overhead not to matter, small enough to be rewritten without being felt. */
export const BLOCK_ROWS = 10_000;
