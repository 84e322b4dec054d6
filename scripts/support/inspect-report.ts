import { recognise } from '#shared/domain/imports/detect.ts';
import { createReader } from '#shared/domain/imports/reader.ts';
import { createTally } from '#shared/domain/imports/tally.ts';
import type { RowIssue, SkippedRow } from '#shared/domain/imports/types.ts';
import { valueOf, withSource } from './inspect-source.ts';

/** What the program would ask for; '' or null where the caller did not say. */
export interface Answers {
  readonly program: string;
  readonly currency: string;
  readonly zone: string | null;
}

/** What the program makes of one file, as one line of JSON. Throws a SourceError for a file that cannot be read. */
export function reportOf(name: string, file: string, answers: Answers): string {
  const [report] = withSource(file, function* (source) {
    const recognition = valueOf(recognise(source.head, source.whole));
    const reader = createReader(recognition, {
      program: answers.program,
      currency: answers.currency,
      zone: answers.zone ?? recognition.defaultZone,
      asOf: source.modified,
    });
    const tally = createTally();
    const issues: RowIssue[] = [];
    const skipped: SkippedRow[] = [];
    const take = (batches: ReturnType<typeof reader.push>): void => {
      for (const batch of batches) {
        tally.add(batch);
        for (const issue of batch.issues) issues.push(issue);
        for (const row of batch.skipped) skipped.push(row);
      }
    };
    for (const piece of source.pieces()) take(reader.push(piece));
    take(reader.end());
    const { delimiter, quote, headerLine } = recognition.dialect;
    const rows = tally.accepted + tally.rejected;
    yield {
      file: name,
      profile: recognition.profileId,
      read: { encoding: reader.encoding, delimiter, quote, headerLine, rows, skipped },
      mapping: Object.fromEntries(recognition.mapping.map(({ field, column }) => [field, column])),
      counts: { rows, accepted: tally.accepted, rejected: tally.rejected, repeatedKeys: tally.repeatedKeys },
      totals: tally.totals(),
      issues: issues.map(({ line, column, value, code, message }) => ({ line, column, value, code, message })),
    };
  });
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? exactNumber(value) : value));
}

/** JSON numbers are read as doubles: a sum beyond what those hold exactly is written as text. */
const exactNumber = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
