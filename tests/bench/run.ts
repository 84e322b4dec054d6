import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { casesOf, label, type SizeResult, type TheirRun } from './cases.ts';
import { generateExport, needlesOf } from './generate.ts';
import { ourRevenue, peakMemory, runOurs, stagesOf, type OurRun } from './ours.ts';
import { peopleCases, runPeople } from './people.ts';
import { report } from './report.ts';
import { sqlite, sqliteVersion } from './sqlite.ts';

export interface BenchOptions {
  /** Rows of each export, ascending. */
  readonly sizes: readonly number[];
  /** Runs per size; figures are medians. */
  readonly runs: number;
  readonly outFile: string;
  readonly say: (line: string) => void;
}

/** Runs the benchmark, prints its tables and writes `outFile`. Throws if the two programs' answers differ. */
export async function runBench({ sizes, runs, outFile, say }: BenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'affiliate-desk-bench-'));
  try {
    const results: SizeResult[] = [];
    for (const rows of sizes) {
      const csv = join(folder, `${rows}.csv`);
      await generateExport(csv, rows);
      results.push(await runSize(csv, rows, runs, join(folder, 'sqlite.db'), say));
    }
    const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, sqlite3 ${await sqliteVersion()}, ${runs} runs`;
    const [large, below] = results.toReversed();
    say('5,000 affiliates: list, search, segments');
    const people = runPeople(runs);
    const cases = large ? [...casesOf(large, below ?? large), ...peopleCases(people, large)] : [];
    say(`\n${report(machine, results, cases)}`);
    await mkdir(join(outFile, '..'), { recursive: true });
    await writeFile(outFile, `${JSON.stringify({ machine, cases }, null, 2)}\n`);
    say(`\nWritten to ${outFile}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runSize(
  csv: string,
  rows: number,
  runs: number,
  database: string,
  say: (line: string) => void,
): Promise<SizeResult> {
  const ours: OurRun[] = [];
  const theirs: TheirRun[] = [];
  const other = sqlite(database);
  const needles = needlesOf(rows);
  const turns = [
    async () => void ours.push(await runOurs(csv, needles)),
    async () => {
      const importMs = await other.import(csv);
      await other.revenue();
      const find: Record<string, { readonly ms: number; readonly ids: readonly string[] }> = {};
      for (const needle of needles) find[needle] = await other.find(needle);
      theirs.push({ import: importMs, revenue: (await other.revenue()).ms, find });
    },
  ];
  for (let run = 0; run < runs; run++) {
    say(`${label(rows)}: run ${run + 1} of ${runs}`);
    // The order alternates: whatever the machine does meanwhile falls on both.
    for (const turn of run % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  checkImports(ours, rows);
  checkFound(ours, theirs);
  say(`${label(rows)}: comparing answers, stages, memory`);
  compare(await ourRevenue(csv), await other.revenueRows());
  return { rows, ours, theirs, stages: await stagesOf(csv), peakBytes: await peakMemory(csv) };
}

function checkImports(ours: readonly OurRun[], rows: number): void {
  for (const { first, again } of ours) {
    if (first.counts['new'] === rows && again.counts['same'] === rows) continue;
    throw new Error(`Not every row arrived: ${JSON.stringify(first.counts)}, again ${JSON.stringify(again.counts)}`);
  }
}

/** What sqlite3 finds, if it is no more than is shown, must be what the program finds. */
function checkFound(ours: readonly OurRun[], theirs: readonly TheirRun[]): void {
  for (const [needle, { ids }] of Object.entries(theirs[0]?.find ?? {})) {
    const found = ours[0]?.find[needle]?.ids ?? [];
    const same = ids.length < 12 ? found.toSorted().join() === ids.toSorted().join() : found.length === 12;
    if (!same) throw new Error(`“${needle}” finds ${found.join(', ')} and ${ids.join(', ')}`);
  }
}

/** The same file must give the same sums: group by group, to the millionth. */
function compare(ours: readonly string[], theirs: readonly string[]): void {
  const expected = new Set(theirs);
  const wrong = ours.find((row) => !expected.has(row));
  if (ours.length !== theirs.length || wrong !== undefined) {
    throw new Error(`The answers differ: ${ours.length} and ${theirs.length} groups, for example ${wrong ?? 'none'}`);
  }
}
