import { mkdirSync, openSync, closeSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { isZone } from '#shared/lib/zone.ts';
import { tableOf } from './support/inspect-csv.ts';
import { reportOf, type Answers } from './support/inspect-report.ts';
import { SourceError } from './support/inspect-source.ts';

/*
 * Reads export files the way the program does and says what it made of them: one JSON object a line for each file, or with
 * `--as csv` the table as it was read. What a network's export does not say can be given: --program, --currency, --zone.
 */
const USAGE =
  'Usage: npm run -s inspect -- [--as csv] [--out DIR] [--program NAME] [--currency CODE] [--zone ZONE] FILE...';

class UsageError extends Error {}

interface Call {
  readonly files: readonly string[];
  readonly as: 'json' | 'csv';
  readonly out: string | null;
  readonly answers: Answers;
}

/** npm runs scripts in the package's folder and tells where it was called in INIT_CWD. */
const calledFrom = process.env['INIT_CWD'] ?? process.cwd();
const fromCaller = (file: string): string => path.resolve(calledFrom, file);

function readCall(argv: readonly string[]): Call {
  const text = { type: 'string' } as const;
  const options = { as: text, out: text, program: text, currency: text, zone: text };
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
    answers: {
      program: values.program ?? '',
      currency: (values.currency ?? '').toUpperCase(),
      zone: values.zone ?? null,
    },
  };
}

/** A function that gives each file its own name in `folder`, also if two come from different folders under one name. */
function namesIn(folder: string): (file: string) => string {
  const taken = new Set<string>();
  return (file) => {
    const { name, ext } = path.parse(file);
    let free = `${name}${ext}`;
    for (let n = 2; taken.has(free); n++) free = `${name} (${n})${ext}`;
    taken.add(free);
    return path.join(folder, free);
  };
}

function main(): number {
  const call = readCall(process.argv.slice(2));
  if (call.out !== null) mkdirSync(call.out, { recursive: true });
  const nameFor = namesIn(call.out ?? '');
  let allRead = true;
  for (const file of call.files) {
    const target = call.out === null ? null : nameFor(file);
    try {
      if (call.as === 'json') process.stdout.write(`${reportOf(file, fromCaller(file), call.answers)}\n`);
      else if (target === null) for (const part of tableOf(fromCaller(file))) process.stdout.write(part);
      else if (path.resolve(target) === fromCaller(file))
        throw new SourceError('same-file', 'The table would overwrite the file it is read from.');
      else writeTable(target, tableOf(fromCaller(file)));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      allRead = false;
      const line = `${JSON.stringify({ file, error: { code: error.code, message: error.message } })}\n`;
      if (call.as === 'json') process.stdout.write(line);
      else process.stderr.write(line);
    }
  }
  return allRead ? 0 : 1;
}

/** Opens the target only when there is something to write, so that a file that cannot be read leaves none. */
function writeTable(target: string, parts: Iterable<string>): void {
  let open: number | null = null;
  try {
    for (const part of parts) {
      open ??= openSync(target, 'w');
      writeSync(open, part);
    }
  } finally {
    if (open !== null) closeSync(open);
  }
}

// Whoever reads may stop early (`| head`): that is no error.
process.stdout.on('error', () => process.exit(0));

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 1;
}
