import { create } from 'zustand';

/** Goes up with every import and every undo: what was asked of the ledger before is to be asked anew. */
export const useLedgerVersion = create<{ readonly version: number; readonly transactions: number }>()(() => ({
  version: 0,
  transactions: 0,
}));
