import { create } from 'zustand';
import type { Book } from '#shared/domain/ledger/book.ts';

interface State {
  readonly version: number;
  readonly transactions: number;
  /** Those that have rows. */
  readonly books: readonly Book[];
}

/** Goes up with every import and every undo: what was asked of the ledger before is to be asked anew. */
export const useLedgerVersion = create<State>()(() => ({ version: 0, transactions: 0, books: [] }));
