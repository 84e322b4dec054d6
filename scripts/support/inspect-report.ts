import { assumed, settingsFor } from '#shared/domain/imports/defaults.ts';
import { createReader } from '#shared/domain/imports/reader.ts';
import { beginLook } from '#shared/domain/imports/recognise.ts';
import { createRowReader } from '#shared/domain/imports/row-reader.ts';
import { createTally } from '#shared/domain/imports/tally.ts';
import { createBlockCutter } from '#shared/domain/imports/text-blocks.ts';
import { createPeopleReader, type PeopleBatch } from '#shared/domain/imports/people.ts';
import { planPeople, sourceOf } from '#shared/domain/imports/people-plan.ts';
import type { Encoding, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { StatusTotal } from '#shared/domain/ledger/plan.ts';
import type { Choice } from '#shared/domain/imports/unpack/unpack.ts';
import { SourceError, valueOf, wishOf, withSource, type Source } from './inspect-source.ts';

/** What the program would ask for; '' or null where the caller did not say. */
export interface Answers {
  readonly program: string;
  readonly currency: string;
  readonly zone: string | null;
}

/** What the program makes of one file, as one line of JSON. Throws a SourceError for a file that cannot be read. */
export async function reportOf(name: string, file: string, choice: Choice, answers: Answers): Promise<string> {
  const report = await withSource(file, choice, async (source) => {
    const looking = valueOf(beginLook(source.head, source.whole, wishOf(source), { own: [] }));
    if (looking.open) {
      const rows = createRowReader(looking.structure.dialect);
      for await (const piece of source.pieces()) {
        looking.add(rows.push(piece));
        if (!looking.open) break;
      }
    }
    const look = looking.finish();
    const { recognition } = look;
    if (recognition.profileId === '') {
      throw new SourceError(
        'unknown-format',
        look.hint || 'No profile knows this table: its columns have to be matched by hand.',
      );
    }
    const facts = { name, modified: source.modified };
    const { program, currency, zone } = answers;
    const given = settingsFor(recognition, { program, currency, zone: zone ?? '' }, facts);
    const { settings, assumptions } = assumed(recognition, given);
    const { encoding, issues, skipped, accepted, rejected, ...found } =
      recognition.kind === 'people'
        ? await readPeople(recognition, settings, source)
        : await readRecords(recognition, settings, source);
    const { delimiter, quote, headerLine } = recognition.dialect;
    const rows = accepted + rejected;
    return {
      file: name,
      profile: recognition.profileId,
      kind: recognition.kind,
      side: recognition.side,
      read: {
        encoding,
        delimiter,
        quote,
        headerLine,
        ...(source.sheet === '' ? {} : { sheet: source.sheet }),
        rows,
        skipped,
      },
      mapping: Object.fromEntries(recognition.mapping.map(({ field, column }) => [field, column])),
      counts: { rows, accepted, rejected, ...found.counts },
      ...found.figures,
      issues: [
        ...[...look.assumptions, ...assumptions].map(({ code, message }) => ({
          line: 0,
          column: '',
          value: '',
          code,
          message,
        })),
        ...issues.map(({ line, column, value, code, message }) => ({ line, column, value, code, message })),
      ],
    };
  });
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? exactNumber(value) : value));
}

interface Found {
  readonly encoding: Encoding;
  readonly accepted: number;
  readonly rejected: number;
  readonly issues: readonly RowIssue[];
  readonly skipped: readonly SkippedRow[];
  /** Beside rows, accepted and rejected. */
  readonly counts: Readonly<Record<string, number>>;
  readonly figures: { readonly totals: readonly StatusTotal[] } | { readonly people: readonly unknown[] };
}

async function readRecords(recognition: Recognition, settings: Settings, source: Source): Promise<Found> {
  const reader = createReader(recognition, settings);
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
  for await (const piece of source.pieces()) take(reader.push(piece));
  take(reader.end());
  const { accepted, rejected, merged, repeatedKeys } = tally;
  return {
    ...{ encoding: reader.encoding, accepted, rejected, issues, skipped },
    counts: { merged, repeatedKeys },
    figures: { totals: tally.totals() },
  };
}

async function readPeople(recognition: Recognition, settings: Settings, source: Source): Promise<Found> {
  const cutter = createBlockCutter(recognition.dialect);
  const read = createPeopleReader(recognition, settings);
  const batches: PeopleBatch[] = [];
  for await (const piece of source.pieces()) batches.push(...cutter.push(piece).map(read));
  batches.push(...cutter.end().map(read));
  const drafts = batches.flatMap((batch) => batch.drafts);
  const { people } = planPeople(drafts, { affiliates: [], links: [] }, sourceOf(recognition));
  return {
    encoding: cutter.encoding,
    accepted: drafts.length,
    rejected: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
    issues: batches.flatMap(({ issues }) => issues),
    skipped: batches.flatMap(({ skipped }) => skipped),
    counts: { people: people.length },
    figures: { people: people.map(({ name, draft }) => ({ name, lines: draft.lines })) },
  };
}

/** JSON numbers are read as doubles: a sum beyond what those hold exactly is written as text. */
const exactNumber = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
