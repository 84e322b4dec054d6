import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { createPeopleReader } from '#shared/domain/imports/people.ts';
import { createBlockCutter } from '#shared/domain/imports/text-blocks.ts';
import type { Corrections, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import { nextTurn } from './serve.ts';
import type { Running } from './protocol.ts';
import { readBlocks } from './source.ts';
import type { SourceFile } from './types.ts';

/** A list of people that has been read. */
export interface ReadPeople {
  readonly drafts: readonly PersonDraft[];
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
  readonly rejected: number;
}

/** Reads a list of people to its end. Rejects with a `ReadFailure`, or with the signal's reason. */
export async function readPeople(
  file: SourceFile,
  recognition: Recognition,
  settings: Settings,
  corrections: Corrections,
  { signal, report }: Running,
): Promise<ReadPeople> {
  const { dialect } = recognition;
  const read = createPeopleReader(recognition, settings, corrections);
  const drafts: PersonDraft[] = [];
  const issues: RowIssue[] = [];
  const skipped: SkippedRow[] = [];
  let rejected = 0;
  let share = 0;
  const onBytes = (bytes: number): void => void (share = file.size === 0 ? 1 : Math.min(bytes / file.size, 1));
  for await (const block of readBlocks(file, dialect.sheet, createBlockCutter(dialect), onBytes)) {
    const batch = read(block);
    drafts.push(...batch.drafts);
    issues.push(...batch.issues);
    skipped.push(...batch.skipped);
    rejected += batch.rejectedRows;
    report({ rows: drafts.length, share });
    await nextTurn();
    signal.throwIfAborted();
  }
  return { drafts, issues, skipped, rejected };
}
