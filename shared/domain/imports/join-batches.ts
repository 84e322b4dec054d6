import { TEXT_FIELDS, type NumberField, type TextField } from '../ledger/fields.ts';
import type { Batch } from './types.ts';

/** Batches of one file, one after the other, as one. At least one; all from the same mapper, so that their columns agree. */
export function joinBatches(batches: readonly Batch[]): Batch {
  const [first] = batches;
  if (first && batches.length === 1) return first;
  const drafts = batches.map(({ draft }) => draft);
  const text: { [F in TextField]?: readonly string[] } = {};
  const constant: { [F in TextField]?: string } = {};
  for (const field of TEXT_FIELDS) {
    const value = drafts[0]?.constant[field];
    if (drafts.every((draft) => draft.text[field] === undefined && draft.constant[field] === value)) {
      if (value !== undefined) constant[field] = value;
      continue;
    }
    const columns = drafts.map(
      (draft) => draft.text[field] ?? Array<string>(draft.rows).fill(draft.constant[field] ?? ''),
    );
    // One copy of each column: flatMap would visit cell by cell.
    text[field] = ([] as string[]).concat(...columns);
  }
  const rows = drafts.reduce((sum, draft) => sum + draft.rows, 0);
  const numbers: { [F in NumberField]?: Float64Array } = {};
  for (const field of Object.keys(drafts[0]?.numbers ?? {}) as NumberField[]) {
    const column = new Float64Array(rows);
    let at = 0;
    for (const draft of drafts) {
      const part = draft.numbers[field];
      if (part) column.set(part, at);
      at += draft.rows;
    }
    numbers[field] = column;
  }
  return {
    draft: { rows, text, constant, numbers },
    issues: batches.flatMap(({ issues }) => issues),
    rejectedRows: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
    skipped: batches.flatMap(({ skipped }) => skipped),
  };
}
