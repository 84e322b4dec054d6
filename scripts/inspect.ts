import { mkdirSync, openSync, closeSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Choice } from '#shared/domain/imports/unpack/unpack.ts';
import { isZone } from '#shared/lib/zone.ts';
import { writeTableOf } from './support/inspect-csv.ts';
import { reportOf, type Answers } from './support/inspect-report.ts';
import { entriesOf, SourceError } from './support/inspect-source.ts';

/*
 * Reads export files the way the program does and says what it made of them: one JSON object a line for each file (each of those in
 * a zip), or with `--as csv` the table as it was read. `--sheet` names the sheet of a workbook. What a network's export does not say can be given: --program, --currency, --zone.
 */
const USAGE =
  'Usage: npm run -s inspect -- [--as csv] [--out DIR] [--sheet NAME] [--program NAME] [--currency CODE] [--zone ZONE] FILE...';

class UsageError extends Error {}

interface Call {
  readonly files: readonly string[];
  readonly as: 'json' | 'csv';
  readonly out: string | null;
  readonly sheet: string;
  readonly answers: Answers;
}

/** npm runs scripts in the package's folder and tells where it was called in INIT_CWD. */
const calledFrom = process.env['INIT_CWD'] ?? process.cwd();
const fromCaller = (file: string): string => path.resolve(calledFrom, file);

function readCall(argv: readonly string[]): Call {
  const text = { type: 'string' } as const;
  const options = { as: text, out: text, sheet: text, program: text, currency: text, zone: text };
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const as = values.as ?? (values.out === undefined ? 'json' : 'csv');
  if (as !== 'json' && as !== 'csv') throw new UsageError(`--as knows json and csv, not "${as}".`);
  if (as === 'json' && values.out !== undefined) throw new UsageError('--out writes tables: use it with --as csv.');
  if (values.zone !== undefined && !isZone(values.zone)) throw new UsageError(`"${values.zone}" is not a time zone.`);
  if (positionals.length === 0) throw new UsageError('No file was named.');
  return {
    files: positionals,
    as,
    out: values.out === undefined ? null : fromCaller(values.out),
    sheet: values.sheet ?? '',
    answers: {
      program: values.program ?? '',
      currency: (values.currency ?? '').toUpperCase(),
      zone: values.zone ?? null,
    },
  };
}

/** A function that gives each table its own name in `folder`, also if two come from different folders under one name. */
function namesIn(folder: string): (file: string) => string {
  const taken = new Set<string>();
  return (file) => {
    // Nothing is written by a path that stands in an archive, and a table that was packed is so no more.
    const { name, ext } = path.parse(
      path
        .basename(file.replaceAll('\\', '/'))
        .replace(/\.gz$/i, '')
        .replace(/\.xlsx$/i, '.csv'),
    );
    let free = `${name}${ext}`;
    for (let n = 2; taken.has(free); n++) free = `${name} (${n})${ext}`;
    taken.add(free);
    return path.join(folder, free);
  };
}

/** One table: a file, or one in an archive. */
interface Table {
  readonly file: string;
  /** As it is called in reports. */
  readonly name: string;
  readonly choice: Choice;
}

async function tablesOf(file: string, sheet: string): Promise<readonly Table[]> {
  const entries = await entriesOf(fromCaller(file));
  if (entries === null) return [{ file, name: file, choice: { sheet } }];
  return entries.map((entry) => ({ file, name: `${file} › ${entry}`, choice: { entry, sheet } }));
}

async function main(): Promise<number> {
  const call = readCall(process.argv.slice(2));
  if (call.out !== null) mkdirSync(call.out, { recursive: true });
  const nameFor = namesIn(call.out ?? '');
  let allRead = true;

  const guarded = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      allRead = false;
      const line = `${JSON.stringify({ file: name, error: { code: error.code, message: error.message } })}\n`;
      if (call.as === 'json') process.stdout.write(line);
      else process.stderr.write(line);
    }
  };
  const show = async ({ file, name, choice }: Table): Promise<void> => {
    if (call.as === 'json') {
      process.stdout.write(`${await reportOf(name, fromCaller(file), choice, call.answers)}\n`);
      return;
    }
    if (call.out === null) return writeTableOf(fromCaller(file), choice, (part) => void process.stdout.write(part));
    const target = nameFor(choice.entry ?? file);
    if (path.resolve(target) === fromCaller(file)) {
      throw new SourceError('same-file', 'The table would overwrite the file it is read from.');
    }
    await writeTable(target, (write) => writeTableOf(fromCaller(file), choice, write));
  };

  for (const file of call.files) {
    await guarded(file, async () => {
      for (const table of await tablesOf(file, call.sheet)) await guarded(table.name, () => show(table));
    });
  }
  return allRead ? 0 : 1;
}

/** Opens the target only when there is something to write, so that a file that cannot be read leaves none. */
async function writeTable(target: string, make: (write: (part: string) => void) => Promise<void>): Promise<void> {
  let open: number | null = null;
  try {
    await make((part) => {
      open ??= openSync(target, 'w');
      writeSync(open, part);
    });
  } finally {
    if (open !== null) closeSync(open);
  }
}

// Whoever reads may stop early (`| head`): that is no error.
process.stdout.on('error', () => process.exit(0));

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 1;
}
