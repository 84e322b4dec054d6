import { numberAt, refOf, rowOf, type Ref } from './columns.ts';
import type { Changes } from './changes.ts';
import { BLOCK_ROWS } from './draft.ts';
import { Encoder } from './encode.ts';
import { gather } from './gather.ts';
import { PLAN_KINDS, type PlannedBlock, type PlanSession } from './plan-session.ts';
import { SeenBuilder } from './seen-builder.ts';
import type { RowsSegment, Segment } from './segment.ts';
import { StatusTotals } from './status-totals.ts';
import type { Steps } from './steps.ts';
import type { Store } from './store.ts';

const NEW = PLAN_KINDS.indexOf('new');
const CHANGED = PLAN_KINDS.indexOf('changed');

/**
 * What applying a plan writes: rows whose values the ledger does not hold yet as segments of rows (a block of which all rows
 * are stored goes in as it is), the others as sightings.
 */
export function* applyChanges(store: Store, session: PlanSession): Steps<Changes> {
  const { importId, sequence } = session.identity;
  const put: Segment[] = [];
  const seen = new SeenBuilder(importId, sequence);
  const effect = new StatusTotals();
  const rowsSegment = (columns: RowsSegment['columns'], rows: number, source = ''): RowsSegment => ({
    id: crypto.randomUUID(),
    importId,
    sequence,
    kind: 'rows',
    rows,
    columns,
    ...(source !== '' && { source }),
  });
  const encoder = new Encoder();
  let loose: Ref[] = [];
  const flush = () => {
    if (loose.length === 0) return;
    const columns = gather({ refs: loose }, (slot) => (session.blocks[slot] as PlannedBlock).block, encoder);
    put.push(rowsSegment(columns, loose.length));
    loose = [];
  };

  for (const [slot, planned] of session.blocks.entries()) {
    addEffect(effect, store, planned);
    const { block, same } = planned;
    if (same.every((ref) => ref < 0)) put.push(rowsSegment(planned.columns, block.rows, planned.source));
    else {
      for (let row = 0; row < block.rows; row++) {
        const payload = same[row] as number;
        if (payload >= 0) {
          const { asOf, line } = block.numbers;
          seen.add(store.at(payload).segment.id, rowOf(payload), numberAt(asOf, row), numberAt(line, row));
        } else if (loose.push(refOf(slot, row)) === BLOCK_ROWS) flush();
      }
    }
    yield;
  }
  flush();
  put.push(...seen.finish());
  return { version: session.version, put, remove: [], effect: effect.result() };
}

function addEffect(effect: StatusTotals, store: Store, { block, kind, known }: PlannedBlock): void {
  for (let row = 0; row < block.rows; row++) {
    if (kind[row] === NEW) effect.add(block, row, 1);
    else if (kind[row] === CHANGED) {
      const payload = store.payload(known[row] as number);
      effect.add(store.blockAt(payload), rowOf(payload), -1);
      effect.add(block, row, 1);
    }
  }
}
