import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ROOT, run } from './command.ts';

const PACKAGE = resolve(ROOT, 'node_modules/electron');

/** The Chromium host poses as Electron's binary; the `electron` package finds it here. */
export const HOST = resolve(ROOT, 'tests/host/dist-path');

function isDownloaded(): boolean {
  const pathFile = join(PACKAGE, 'path.txt');
  return existsSync(pathFile) && existsSync(join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8')));
}

/**
 * Sees to it that there is something to start: Electron's own binary, downloaded if need be, or what
 * ELECTRON_OVERRIDE_DIST_PATH names. Where it cannot be had, says in one line why and names the Chromium host in
 * ELECTRON_OVERRIDE_DIST_PATH.
 */
export async function chooseRuntime(): Promise<void> {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || isDownloaded()) return;
  // Said only where there is something to wait for: without a network it fails at once.
  const patience = setTimeout(() => {
    console.log('Downloading Electron, once.');
  }, 2_000);
  const { code, output } = await run(process.execPath, [join(PACKAGE, 'install.js')], { quiet: true });
  clearTimeout(patience);
  if (code === 0 && isDownloaded()) return;
  const reason = /^(?:\w*Error: )?(.+)$/m.exec(output.trim())?.[1] ?? `exit code ${String(code)}`;
  console.log(`Electron's binary could not be downloaded (${reason}); opening on the Chromium host instead.`);
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = HOST;
}

/** Whether the program is about to run on the Chromium host, which brings its own needs. */
export function isHost(): boolean {
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] === HOST;
}

/** The executable to start, as the `electron` package finds it. Call it after `chooseRuntime`. */
export function executable(): string {
  return createRequire(import.meta.url)('electron') as string;
}

/** Whether a window could be seen. Only Linux may lack a screen. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(Boolean);
}
