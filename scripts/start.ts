import { ROOT, run, runTool } from './support/command.ts';
import { chooseRuntime, executable, hasDisplay, isHost } from './support/electron.ts';
import { ensurePackages, toOpen } from './support/system-packages.ts';

/** `npm start [-- FILES]`: builds, sees to a runtime, and opens the program on it. */
async function start(args: readonly string[]): Promise<number> {
  const build = await runTool('electron-vite', ['build'], { quiet: true });
  if (build.code !== 0) {
    console.error(`${build.output.trimEnd()}\nThe program could not be built.`);
    return build.code;
  }

  await chooseRuntime();
  if (!(await ensurePackages(toOpen(isHost(), hasDisplay())))) return 1;
  // Loaded only here, since it brings the test driver along.
  if (!hasDisplay()) return (await import('./support/headless.ts')).startHeadless(isHost());

  const needsNoSandbox = !isHost() && process.platform === 'linux' && process.getuid?.() === 0;
  if (needsNoSandbox) console.log('Started as root, which Electron allows only without its sandbox: --no-sandbox.');
  // Set by terminals inside Electron programs; it would make ours a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const { code } = await run(executable(), [ROOT, ...(needsNoSandbox ? ['--no-sandbox'] : []), ...args], { env });
  return code;
}

process.exitCode = await start(process.argv.slice(2));
