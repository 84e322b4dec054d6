import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { writeAtomic } from './files/write-atomic.ts';

/** Whether the program starts when she logs in. */
export interface LoginItem {
  get(): Promise<boolean>;
  /** Errors: `not-changed`. */
  set(on: boolean): Promise<Result<boolean>>;
}

interface Parts {
  readonly platform: NodeJS.Platform;
  /** The system's folder of what each user's programs keep (`~/.config` on Linux). */
  readonly appData: string;
  /** The program and what it is started with. */
  readonly command: readonly string[];
}

/** Started with it, the program waits in the tray. */
export const HIDDEN = '--hidden';

const ENTRY = 'affiliate-desk.desktop';

/** macOS and Windows keep a list of such programs; on Linux an entry in the autostart folder does it (freedesktop.org, "Autostart"). */
export function createLoginItem({ platform, appData, command }: Parts): LoginItem {
  if (platform !== 'linux') {
    const get = (): Promise<boolean> => Promise.resolve(app.getLoginItemSettings({ args: [HIDDEN] }).openAtLogin);
    return {
      get,
      async set(on) {
        app.setLoginItemSettings({ openAtLogin: on, args: [HIDDEN] });
        return ok(await get());
      },
    };
  }
  const folder = join(appData, 'autostart');
  const path = join(folder, ENTRY);
  const get = (): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );
  return {
    get,
    async set(on) {
      try {
        if (on) {
          await mkdir(folder, { recursive: true });
          await writeAtomic(path, desktopEntry([...command, HIDDEN]));
        } else await rm(path, { force: true });
        return ok(await get());
      } catch {
        return fail(
          'not-changed',
          `What starts with your computer could not be changed: ${folder} cannot be written to.`,
        );
      }
    },
  };
}

/** Whether this start is one at login. macOS says so itself, elsewhere the switch is there. */
export const isHiddenStart = (argv: readonly string[]): boolean =>
  argv.includes(HIDDEN) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

/** What starts this program again: an AppImage is its own file, a program that is not packaged needs its folder. */
export function ownCommand(): readonly string[] {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  return [
    process.env['APPIMAGE'] ?? app.getPath('exe'),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(profile === '' ? [] : [`--user-data-dir=${app.getPath('userData')}`]),
  ];
}

const desktopEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Affiliate Desk',
    'Comment=Reminders and reports, from the tray',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');

/**
 * An argument in `Exec` (freedesktop.org, "Desktop Entry", 1.5): quoted, with `"`, `` ` ``, `$` and `\` escaped, `%`
 * doubled, and every backslash doubled once more since the value is a string.
 */
const quoted = (argument: string): string =>
  `"${argument
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('%', '%%')
    .replaceAll('\\', '\\\\')}"`;
