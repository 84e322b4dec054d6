import { buildProgram } from './support/build.ts';
import { ROOT, run, runTool } from './support/command.ts';
import { chooseRuntime, executable, hasDisplay, isHost } from './support/electron.ts';
import { ensurePackages, toOpen } from './support/system-packages.ts';

/**
 * `npm start [-- FILES]` builds, sees to a runtime, and opens the program on it; without a display it gives the tour.
 * `npm run dev` does the same with hot reload.
 */
async function start(args: readonly string[]): Promise<number> {
  const developing = args[0] === '--dev';
  if (!developing && !(await buildProgram())) return 1;

  await chooseRuntime();
  if (!(await ensurePackages(toOpen(isHost(), hasDisplay())))) return 1;
  // Loaded only here, since it brings the test driver along.
  if (!hasDisplay()) return (await import('./support/tour.ts')).tour({ onHost: isHost(), pictures: false });

  const needsNoSandbox = !isHost() && process.platform === 'linux' && process.getuid?.() === 0;
  if (needsNoSandbox) console.log('Started as root, which Electron allows only without its sandbox: --no-sandbox.');
  // Set by terminals inside Electron programs; it would make ours a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const flags = needsNoSandbox ? ['--no-sandbox'] : [];
  const { code } = developing
    ? await runTool('electron-vite', ['dev', '--', ...flags], { env: { ...env, ELECTRON_EXEC_PATH: executable() } })
    : await run(executable(), [ROOT, ...flags, ...args], { env });
  return code;
}

process.exit(await start(process.argv.slice(2)));
