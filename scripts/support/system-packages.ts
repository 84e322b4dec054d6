import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.ts';

/** A Debian package, and the commands or files by which to know that what it brings is here: any one will do. */
interface SystemPackage {
  readonly name: string;
  readonly brings: readonly string[];
}

const CHROMIUM: SystemPackage = {
  name: 'chromium',
  brings: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
};

/** The host hides and shows windows with it. */
const XDOTOOL: SystemPackage = { name: 'xdotool', brings: ['xdotool'] };

/** A desktop of one's own: tests/support/desk-display.ts. */
const DISPLAY: readonly SystemPackage[] = [
  { name: 'xvfb', brings: ['Xvfb'] },
  { name: 'openbox', brings: ['openbox'] },
  { name: 'wmctrl', brings: ['wmctrl'] },
  { name: 'dbus-x11', brings: ['dbus-daemon'] },
  { name: 'dunst', brings: ['dunst'] },
];

/** What opening the program takes. */
export function toOpen(onHost: boolean, hasDisplay: boolean): readonly SystemPackage[] {
  if (onHost) return hasDisplay ? [CHROMIUM, XDOTOOL] : [CHROMIUM];
  return hasDisplay ? [] : DISPLAY;
}

/** What the end-to-end suite takes: on top of all that, letters to draw. Elsewhere than on Linux it needs Electron alone. */
export const TO_TEST: readonly SystemPackage[] =
  process.platform !== 'linux'
    ? []
    : [
        CHROMIUM,
        XDOTOOL,
        ...DISPLAY,
        { name: 'fonts-dejavu-core', brings: ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'] },
      ];

function isHere(thing: string): boolean {
  if (thing.startsWith('/')) return existsSync(thing);
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, thing)));
}

/** The packages of which nothing was found. `CHROMIUM_PATH` may name a Chromium that is not in PATH. */
function missing(packages: readonly SystemPackage[]): readonly string[] {
  const given = process.env['CHROMIUM_PATH'];
  return packages
    .filter((each) => !(each === CHROMIUM && given !== undefined && existsSync(given)))
    .filter(({ brings }) => !brings.some(isHere))
    .map(({ name }) => name);
}

/**
 * Sees to it that the packages are here: as root on Debian by installing them, which it says; elsewhere one line on
 * standard error names them. Gives whether they are all here now.
 */
export async function ensurePackages(packages: readonly SystemPackage[]): Promise<boolean> {
  const names = missing(packages);
  if (names.length === 0) return true;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && isHere('apt-get');
  if (!mayInstall) {
    console.error(`Missing: ${names.join(', ')} (names of the Debian packages). Install them, then try again.`);
    return false;
  }
  console.log(`Installing ${names.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await run('apt-get', args, { quiet: true, env });
  const still = missing(packages);
  if (code === 0 && still.length === 0) return true;
  console.error(`${output.trimEnd()}\napt-get could not install ${(still.length > 0 ? still : names).join(', ')}.`);
  return false;
}
