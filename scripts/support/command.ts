import { type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** The folder of package.json; every command runs there. */
export const ROOT = resolve(import.meta.dirname, '../..');

export interface Outcome {
  /** Exit code; 128 and the signal's number where a signal ended it, as a shell has it; 127 where it could not start. */
  readonly code: number;
  /** Both streams as they came; empty where the command wrote straight to the terminal. */
  readonly output: string;
}

export interface RunOptions {
  /** Gather what the command says instead of showing it. */
  readonly quiet?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command to its end. It writes to our terminal unless `quiet`, which gathers what it says. A signal to us is
 * handed on to it, so that nothing is left running behind. Never rejects.
 */
export function run(
  command: string,
  args: readonly string[],
  { quiet = false, env = process.env }: RunOptions = {},
): Promise<Outcome> {
  const options: SpawnOptions = { cwd: ROOT, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' };
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, options);
    const handOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, handOn);
    const finish = (code: number): void => {
      for (const signal of SIGNALS) process.off(signal, handOn);
      done({ code, output });
    };
    const gather = (text: string): void => void (output += text);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', gather);
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => {
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * The same for the command of an npm package. It is started as a file of this Node, not through node_modules/.bin, whose
 * links on Windows are scripts that cannot be spawned.
 */
export function runTool(packageName: string, args: readonly string[], options?: RunOptions): Promise<Outcome> {
  const folder = resolve(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as Manifest;
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return run(process.execPath, [resolve(folder, file ?? ''), ...args], options);
}

interface Manifest {
  readonly bin: string | Readonly<Record<string, string>>;
}

/** The same for a script of package.json, with the npm that started us. */
export function runScript(name: string): Promise<Outcome> {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', name];
  return npm === undefined ? run('npm', args) : run(process.execPath, [npm, ...args]);
}
