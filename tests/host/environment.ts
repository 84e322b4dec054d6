import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What this run was started with; filled by `start.ts` before the program's main is loaded. */
export const launch = {
  /** Folder of the program's package.json. */
  appPath: process.cwd(),
  /** The executable the program believes to be Electron. */
  executable: process.argv[0] ?? '',
  /** `--user-data-dir`, where given. */
  userData: undefined as string | undefined,
};

/** The desktop's colour scheme as the test set it; what `nativeTheme.themeSource = 'system'` follows. */
export const colorScheme = process.env['DESK_COLOR_SCHEME'] === 'dark' ? 'dark' : 'light';

/** Whether a test listens on the control channel. */
export const underTest = process.channel !== undefined;

/** `productName`, `name` and `version` of the program's package.json. */
export function packageJson(): { name: string; version: string } {
  const { name, productName, version } = JSON.parse(
    readFileSync(join(launch.appPath, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  return { name: productName ?? name ?? 'app', version: version ?? '0.0.0' };
}

export const configFolder = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');

const cleanups: (() => Promise<void> | void)[] = [];

/** Registers what must end before the process does, run in reverse order. */
export function onShutdown(cleanup: () => Promise<void> | void): void {
  cleanups.unshift(cleanup);
}

export async function shutdown(): Promise<void> {
  for (const cleanup of cleanups.splice(0)) await cleanup();
}
