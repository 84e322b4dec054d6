import type { OurRun } from './ours.ts';
import type { Stages } from '#tests/support/ledger-page/stages.ts';

/** One run of the other program on a fresh database, in ms. */
export interface TheirRun {
  readonly import: number;
  readonly revenue: number;
  /** Finding rows by their ids, by what was looked for. */
  readonly find: Readonly<Record<string, { readonly ms: number; readonly ids: readonly string[] }>>;
}

export interface SizeResult {
  readonly rows: number;
  readonly ours: readonly OurRun[];
  readonly theirs: readonly TheirRun[];
  readonly stages: Stages;
  readonly peakBytes: number;
}

/** A line of out/bench.json: `ratio` is what is compared with `aim`, smaller is better. */
export interface Case {
  readonly name: string;
  readonly ratio: number;
  readonly aim: number;
  readonly unit: string;
  readonly medians: Readonly<Record<string, number>>;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/** The median of what took longest to find. */
function slowest(runs: readonly Readonly<Record<string, { readonly ms: number }>>[]): number {
  const needles = Object.keys(runs[0] ?? {});
  return Math.max(...needles.map((needle) => median(runs.map((run) => run[needle]?.ms ?? NaN))));
}

/** The medians of a size's runs, in ms. */
export function mediansOf({ ours, theirs }: SizeResult) {
  const of = (pick: (run: OurRun) => number): number => median(ours.map(pick));
  return {
    recognise: of(({ first }) => first.recognise),
    plan: of(({ first }) => first.plan),
    apply: of(({ first }) => first.apply),
    import: of(({ first }) => first.recognise + first.plan + first.apply),
    again: of(({ again }) => again.recognise + again.plan + again.apply),
    rollUpMade: of(({ rollUpMade }) => rollUpMade),
    rollUp: of(({ rollUp }) => rollUp),
    scan: of(({ scan }) => scan),
    findMade: of(({ findMade }) => findMade),
    find: slowest(ours.map(({ find }) => find)),
    sqliteFind: slowest(theirs.map(({ find }) => find)),
    sqliteImport: median(theirs.map((run) => run.import)),
    sqliteRevenue: median(theirs.map((run) => run.revenue)),
  };
}

/** What is held against an aim, for a largest size and the one below it. */
export function casesOf(large: SizeResult, below: SizeResult): readonly Case[] {
  const at = mediansOf(large);
  const small = mediansOf(below);
  const size = label(large.rows);
  const against = (
    name: string,
    aim: number,
    ours: number,
    theirs: number,
    words: readonly [string, string],
  ): Case => ({
    name,
    ratio: ours / theirs,
    aim,
    unit: 'ratio of ms',
    medians: { [words[0]]: ours, [words[1]]: theirs },
  });
  const megabytes = large.peakBytes / 1e6;
  return [
    against(`import-${size}-vs-sqlite`, 0.6, at.import, at.sqliteImport, ['import', 'sqlite']),
    against(`scan-${size}-vs-sqlite`, 0.25, at.scan, at.sqliteRevenue, ['scan', 'sqlite']),
    against(`rollup-${size}-vs-sqlite`, 0.02, at.rollUp, at.sqliteRevenue, ['rollup', 'sqlite']),
    against(`find-${size}-vs-sqlite`, 0.1, at.find, at.sqliteFind, ['find', 'sqlite']),
    against(`reimport-${size}-vs-first`, 0.6, at.again, at.import, ['again', 'first']),
    against(`row-cost-${size}-vs-${label(below.rows)}`, 1.1, at.import / large.rows, small.import / below.rows, [
      size,
      label(below.rows),
    ]),
    { name: 'peak-memory-mb', ratio: megabytes, aim: 600, unit: 'MB', medians: { peak: megabytes } },
  ];
}

/** 10k, 100k, 1m. */
export const label = (rows: number): string => (rows >= 1_000_000 ? `${rows / 1_000_000}m` : `${rows / 1_000}k`);
