import type {
  Corrections,
  Encoding,
  Recognition,
  RowIssue,
  Settings,
  SkippedRow,
} from '#shared/domain/imports/types.ts';
import type { PlanSession } from '#shared/domain/ledger/plan-session.ts';
import type { MappedBatch } from './mapper.ts';
import type { BookPlan } from './plans.ts';
import type { Running } from './protocol.ts';
import type { Part, ReaderReply, ReaderRequest } from './reader.ts';
import { ReadFailure } from './source.ts';
import type { SourceFile } from './types.ts';

/** Issues and skipped rows that are kept to be shown; more of them are counted. */
const KEPT = 100_000;

/**
 * Reads the whole file into `session`: a reader and its mappers turn the file into columns, this thread plans them in
 * order. Rejects with a `ReadFailure`, or with the signal's reason; either way nothing stays.
 */
export async function readPlan(
  file: SourceFile,
  recognition: Recognition,
  settings: Settings,
  corrections: Corrections,
  session: PlanSession,
  { signal, report }: Running,
): Promise<BookPlan> {
  const issues: RowIssue[] = [];
  const skipped: SkippedRow[] = [];
  let issueCount = 0;
  let skippedCount = 0;
  let rejected = 0;
  let merged = 0;

  const take = (batch: MappedBatch, source: string): void => {
    issueCount += batch.issues.length;
    skippedCount += batch.skipped.length;
    rejected += batch.rejectedRows;
    merged += batch.mergedRows;
    if (issues.length < KEPT) issues.push(...batch.issues);
    if (skipped.length < KEPT) skipped.push(...batch.skipped);
    session.addColumns(batch.columns, batch.rows, source);
  };
  const takePart = ({ source, batches }: Part): void => {
    if (batches === null) return session.addStored(source);
    // Whoever meets this source again must not miss what there was to say of its rows.
    const whole = batches.length === 1 && batches.every(hasNothingToSay);
    for (const batch of batches) take(batch, whole ? source : '');
  };

  const encoding = await readParts(
    { kind: 'start', file, recognition, settings, corrections, stored: session.sources },
    signal,
    (part, bytes) => {
      takePart(part);
      report({ rows: session.rows + merged, share: file.size === 0 ? 1 : Math.min(bytes / file.size, 1) });
    },
  );
  return {
    kind: 'book',
    file,
    recognition: { ...recognition, dialect: { ...recognition.dialect, encoding } },
    settings,
    session,
    issues,
    issueCount,
    skipped,
    skippedCount,
    rejected,
    merged,
    cells: new Map(),
  };
}

const hasNothingToSay = ({ issues, rejectedRows, skipped }: MappedBatch): boolean =>
  issues.length === 0 && rejectedRows === 0 && skipped.length === 0;

/** Has a reader read the file; `take` gets its parts in order. Answers the encoding it turned out to have. */
function readParts(
  start: ReaderRequest,
  signal: AbortSignal,
  take: (part: Part, bytes: number) => void,
): Promise<Encoding> {
  const reader = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module', name: 'reader' });
  const send = (request: ReaderRequest): void => reader.postMessage(request);
  const end = new Promise<Encoding>((resolve, reject) => {
    const stopped = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('It was stopped.'));
    signal.addEventListener('abort', stopped, { once: true });
    reader.addEventListener('error', (event) => reject(new Error(`The reader stopped: ${event.message}`)));
    reader.addEventListener('message', ({ data }: MessageEvent<ReaderReply>) => {
      if (data.kind === 'end') resolve(data.encoding);
      else if (data.kind === 'unreadable') reject(new ReadFailure(data.problem));
      else if (data.kind === 'failed') reject(new Error(data.message));
      else {
        try {
          take(data, data.bytes);
          send({ kind: 'taken' });
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }
    });
  });
  send(start);
  return end.finally(() => reader.terminate());
}
