// The host's entry: `electron [--version] [--user-data-dir=DIR] <folder or file> [arguments]`.
import { readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './environment.ts';

const here = import.meta.dirname;
const electronPackage = JSON.parse(readFileSync(join(here, '../../node_modules/electron/package.json'), 'utf8')) as {
  version: string;
};
const version = `${electronPackage.version}-host`;
const args = process.argv.slice(2);

/** The program's main module: of a folder, what its package.json names. */
function findMain(target: string): { appPath: string; main: string } {
  const path = resolve(target);
  if (!statSync(path).isDirectory()) return { appPath: dirname(path), main: path };
  const { main = 'index.js' } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { main?: string };
  return { appPath: path, main: resolve(path, main) };
}

async function start(): Promise<void> {
  const target = args.find((argument) => !argument.startsWith('-'));
  if (target === undefined) throw new Error('Usage: electron <folder or main module> [arguments]');
  const { appPath, main } = findMain(target);
  launch.appPath = appPath;
  launch.executable = process.env['DESK_HOST_LAUNCHER'] ?? process.execPath;
  const userData = args.find((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  if (userData !== undefined) launch.userData = resolve(userData);

  process.argv = [launch.executable, ...args];
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: join(dirname(launch.executable), 'resources'),
  });

  const host = pathToFileURL(join(here, 'electron.ts')).href;
  const names = new Set(['electron', 'electron/main', 'electron/common']);
  registerHooks({
    resolve: (specifier, context, next) =>
      names.has(specifier) ? { url: host, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
  });
  const { app } = await import('./app.ts');
  const { openControl } = await import('./control.ts');
  openControl();
  // As in Electron, a fault that nobody catches is shown and does not end the program.
  const { dialog } = await import('./dialog.ts');
  process.on('uncaughtException', (error) => {
    console.error(error);
    if (process.listenerCount('uncaughtException') === 1)
      dialog.showErrorBox('A JavaScript error occurred in the main process', String(error.stack));
  });
  process.on('unhandledRejection', (reason) => console.error('(node) UnhandledPromiseRejectionWarning:', reason));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

  await import(pathToFileURL(main).href);
  app.becomeReady();
}

if (args.includes('--version') || args.includes('-v')) {
  console.log(`v${version}`);
} else {
  start().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
