import { buildProgram } from './support/build.ts';
import { chooseRuntime, isHost } from './support/electron.ts';
import { ensurePackages, toOpen } from './support/system-packages.ts';

/**
 * `npm run tour` builds the program, starts it headless and has it do a day's work; what it did and where its pictures
 * are is on standard output. `npm run tour -- --pictures` also renews the README's pictures.
 */
async function main(args: readonly string[]): Promise<number> {
  if (!(await buildProgram())) return 1;
  await chooseRuntime();
  if (!(await ensurePackages(toOpen(isHost(), false)))) return 1;
  const { tour } = await import('./support/tour.ts');
  return tour({ onHost: isHost(), pictures: args.includes('--pictures') });
}

process.exit(await main(process.argv.slice(2)));
