import type { Transaction } from 'dexie';

/**
 * One step of the schema. Once released it is never edited: a later wish is a later number. It imports none of our own
 * code, which will change under it, and says in full what it means.
 */
export interface Migration {
  /** Counts from 1 without a gap. */
  readonly version: number;
  /** Tables that this step adds or indexes anew, in Dexie's words: primary key first, then indexes; null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites what is stored. It awaits nothing but the database; if it throws, data and version stay as they were. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
