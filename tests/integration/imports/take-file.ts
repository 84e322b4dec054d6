import { assumed, settingsFor, type Answers } from '#shared/domain/imports/defaults.ts';
import { createRowReader } from '#shared/domain/imports/row-reader.ts';
import { createBlockCutter, createBlockMapper } from '#shared/domain/imports/text-blocks.ts';
import type { Batch, Recognition, RowIssue, SkippedRow } from '#shared/domain/imports/types.ts';
import { BOOKS, type Book } from '#shared/domain/ledger/book.ts';
import { Books } from '#shared/domain/ledger/books.ts';
import { BLOCK_ROWS } from '#shared/domain/ledger/draft.ts';
import { Encoder } from '#shared/domain/ledger/encode.ts';
import type { PlanSession } from '#shared/domain/ledger/plan-session.ts';
import type { Group, ListedTransaction, Version } from '#shared/domain/ledger/query.ts';
import { finish, type Steps } from '#shared/domain/ledger/steps.ts';
import { FIGURE_MEASURES } from '#shared/domain/metrics/figures.ts';
import type { Result } from '#shared/lib/result.ts';
import { zoneClock } from '#shared/lib/zone.ts';
import { lookAt } from '#tests/unit/imports/read.ts';

/** An export with what she answers of it and its age. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly answers: Answers;
  readonly modified: number;
}

/** What came of planning a file. */
export interface Planned {
  readonly book: Book;
  readonly recognition: Recognition;
  readonly session: PlanSession;
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
  readonly accepted: number;
  readonly rejected: number;
}

const UTC = zoneClock('UTC');
const EVERYTHING = { period: null, basis: 'eventTime', filter: {}, window: { offset: 0, limit: 10_000 } } as const;

const done = <T>(steps: Steps<Result<T>>): T => {
  const result = finish(steps);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** The books of the ledger, taking in files as the window's workers do: look, cut, map, encode, plan, apply. */
export class FileLedger {
  readonly #books = new Books();

  plan(sequence: number, { bytes, answers, modified }: Given): Planned {
    const { recognition } = lookAt(bytes);
    if (recognition.kind === 'people') throw new Error('This is a list of people.');
    const book = recognition.kind;
    const given = settingsFor(recognition, answers, { name: 'export.csv', modified });
    const { settings } = assumed(recognition, given);
    const cutter = createBlockCutter(recognition.dialect);
    const mapper = createBlockMapper(recognition, settings);
    const session = this.#books.of(book).beginPlan({ importId: `i${sequence}`, sequence });
    const encoder = new Encoder();
    const batches: Batch[] = [];
    const close = (): void => {
      const { rows } = encoder;
      if (rows > 0) session.addColumns(encoder.finish(), rows);
    };
    const take = (batch: Batch): void => {
      if (encoder.rows + batch.draft.rows > BLOCK_ROWS) close();
      encoder.add(batch.draft);
      batches.push(batch);
    };
    for (const block of [...cutter.push(bytes), ...cutter.end()]) {
      for (const batch of mapper.map(block)) take(batch);
      close();
    }
    mapper.end().forEach(take);
    close();
    const merged = batches.reduce((sum, { mergedRows }) => sum + mergedRows, 0);
    return {
      ...{ book, recognition, session },
      issues: batches.flatMap(({ issues }) => issues),
      skipped: batches.flatMap(({ skipped }) => skipped),
      accepted: session.rows + merged,
      rejected: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
    };
  }

  /** Plans and applies; every sequence is one import, `i` and its number. */
  import(sequence: number, file: Given): Planned {
    const planned = this.plan(sequence, file);
    const state = this.#books.of(planned.book);
    state.install(done(state.applyChanges(planned.session)));
    return planned;
  }

  undo(sequence: number): void {
    const state = this.#books.of(this.#books.bookOf(`i${sequence}`));
    state.install(done(state.undoChanges(`i${sequence}`)));
  }

  sums(book: Book): readonly Group[] {
    const groupBy = ['currency', 'status', 'partner'] as const;
    const query = {
      ...EVERYTHING,
      groupBy,
      measures: FIGURE_MEASURES,
      sort: [{ by: 'partner', direction: 'asc' }],
    } as const;
    return finish(this.#books.of(book).groups(query, UTC)).rows;
  }

  live(book: Book): readonly ListedTransaction[] {
    const sort = [{ by: 'transactionId', direction: 'asc' }] as const;
    return finish(this.#books.of(book).list({ ...EVERYTHING, sort }, UTC)).rows;
  }

  history(book: Book, { ref }: ListedTransaction): readonly Version[] {
    return this.#books.of(book).history(ref);
  }

  /** All that can be seen of the ledger: sums, rows, and the versions of each. */
  seen(): unknown {
    return BOOKS.map((book) => ({
      sums: this.sums(book),
      rows: this.live(book).map((row) => ({ importId: row.importId, versions: this.history(book, row) })),
    }));
  }
}

/** Rows of the text from its first line to its last, the header among them. */
export function rowsIn(bytes: Uint8Array, { dialect }: Recognition): number {
  const reader = createRowReader(dialect);
  return reader.push(bytes).lines.length + reader.end().lines.length;
}
