import { createBlockCutter, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import { numberAt } from '#shared/domain/ledger/columns.ts';
import type { PlanSession } from '#shared/domain/ledger/plan-session.ts';
import type { MappedBatch } from './mapper.ts';
import { startMappers } from './mapper-pool.ts';
import type { Running } from './protocol.ts';
import { cellsByLine } from './raw-cells.ts';
import { readBlocks } from './source.ts';
import type { SourceFile } from './types.ts';

/** Issues and skipped rows that are kept to be shown; more of them are counted. */
const KEPT = 100_000;

/** An import that has been read and worked out, and waits to be applied. */
export interface Plan {
  readonly file: SourceFile;
  readonly recognition: Recognition;
  readonly settings: Settings;
  readonly session: PlanSession;
  readonly issues: readonly RowIssue[];
  readonly issueCount: number;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly rejected: number;
}

/**
 * Reads the whole file into `session`: this thread cuts it into blocks of rows and plans them in order, the mappers turn
 * blocks into columns meanwhile. Rejects with a `ReadFailure`, or with the signal's reason; either way nothing stays.
 */
export async function readPlan(
  file: SourceFile,
  recognition: Recognition,
  settings: Settings,
  session: PlanSession,
  { signal, report }: Running,
): Promise<Plan> {
  const issues: RowIssue[] = [];
  const skipped: SkippedRow[] = [];
  let issueCount = 0;
  let skippedCount = 0;
  let rejected = 0;
  let bytes = 0;

  const take = (batch: MappedBatch, block: TextBlock): void => {
    issueCount += batch.issues.length;
    skippedCount += batch.skipped.length;
    rejected += batch.rejectedRows;
    if (issues.length < KEPT) issues.push(...batch.issues);
    if (skipped.length < KEPT) skipped.push(...batch.skipped);
    const cells = cellsByLine(block, recognition.dialect);
    session.addColumns(batch.columns, batch.rows, (planned, row) => cells(numberAt(planned.numbers.line, row)));
    report({ rows: session.rows, share: file.size === 0 ? 1 : Math.min(bytes / file.size, 1) });
  };

  const cutter = createBlockCutter(recognition.dialect);
  const mappers = startMappers(recognition, settings, file.size);
  const underWay: { readonly block: TextBlock; readonly batches: Promise<readonly MappedBatch[]> }[] = [];
  const takeOldest = async (): Promise<void> => {
    const oldest = underWay.shift();
    if (!oldest) return;
    for (const batch of await oldest.batches) take(batch, oldest.block);
    signal.throwIfAborted();
  };
  try {
    for await (const block of readBlocks(file, cutter, signal, (read) => (bytes = read))) {
      const batches = mappers.map(block);
      batches.catch(() => {}); // it is heard where it is awaited; a cancelled plan never gets there
      underWay.push({ block, batches });
      if (underWay.length > mappers.width) await takeOldest();
    }
    while (underWay.length > 0) await takeOldest();
  } finally {
    mappers.close();
  }
  const dialect = { ...recognition.dialect, encoding: cutter.encoding };
  return {
    file,
    recognition: { ...recognition, dialect },
    settings,
    session,
    issues,
    issueCount,
    skipped,
    skippedCount,
    rejected,
  };
}
