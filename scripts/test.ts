import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Outcome, ROOT, runScript, runTool } from './support/command.ts';
import { ensurePackages, TO_TEST } from './support/system-packages.ts';
import { add, NOTHING, summary, tally } from './support/tally.ts';

/**
 * `npm test` runs every part in this order, to the end even if one fails, and exits with 1 if any did.
 * `npm test -- PART [ARGUMENTS]` runs that part alone and hands the arguments to its command.
 */
interface Part {
  readonly name: string;
  readonly heading: string;
  /** Where the runner leaves its report, for parts that have tests. */
  readonly report?: string;
  run(args: readonly string[]): Promise<Outcome>;
}

const reportOf = (name: string): string => join(ROOT, 'out/test', `${name}.json`);

function vitest(name: string, heading: string, args: readonly string[], timeZone?: string): Part {
  const report = reportOf(name);
  const env = timeZone === undefined ? process.env : { ...process.env, TZ: timeZone };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, heading, report, run: (more) => runTool('vitest', ['run', ...reporters, ...args, ...more], { env }) };
}

const BUILD: Part = { name: 'build', heading: 'Build', run: (args) => runTool('electron-vite', ['build', ...args]) };
/** The fences read files, not the clock: once is enough. */
const NO_FENCES = ['--exclude', 'tests/unit/fences/**'];

const PARTS: readonly Part[] = [
  { name: 'format', heading: 'Formatting', run: () => runScript('format:check') },
  { name: 'typecheck', heading: 'Types', run: () => runScript('typecheck') },
  { name: 'lint', heading: 'Lint and arrows', run: () => runScript('lint') },
  vitest('unit', 'Unit tests and fences', ['--project', 'unit']),
  vitest('integration', 'Integration tests', ['--project', 'integration']),
  vitest('tz-los-angeles', 'Unit and integration tests in Los Angeles', NO_FENCES, 'America/Los_Angeles'),
  vitest('tz-auckland', 'Unit and integration tests in Auckland', NO_FENCES, 'Pacific/Auckland'),
  BUILD,
  {
    name: 'e2e',
    heading: 'End-to-end tests',
    report: reportOf('e2e'),
    run: async (args) => {
      if (!(await ensurePackages(TO_TEST))) return { code: 1, output: '' };
      return runTool('@playwright/test', ['test', ...args]);
    },
  },
];

const [chosen, ...args] = process.argv.slice(2);
/** `tz` means both zones; `e2e` runs the build, so it is built first. */
const parts =
  chosen === undefined
    ? PARTS
    : PARTS.filter(
        ({ name }) => name === chosen || name.startsWith(`${chosen}-`) || (chosen === 'e2e' && name === 'build'),
      );
if (parts.length === 0) {
  console.error(`There is no part "${chosen ?? ''}": ${PARTS.map(({ name }) => name).join(', ')}, tz.`);
  process.exit(1);
}

let total = NOTHING;
const failed: string[] = [];
for (const part of parts) {
  console.log(`\n== ${part.heading}`);
  if (part.report !== undefined) {
    mkdirSync(dirname(part.report), { recursive: true });
    rmSync(part.report, { force: true });
  }
  const { code } = await part.run(part.name === 'build' && chosen === 'e2e' ? [] : args);
  total = add(total, tally(part.report, code));
  if (code !== 0) failed.push(part.heading);
}

console.log(failed.length === 0 ? '\nEvery part passed.' : `\nFailed: ${failed.join('; ')}.`);
console.log(summary(total));
process.exitCode = failed.length === 0 ? 0 : 1;
