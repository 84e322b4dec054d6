import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/tour');

/** Runs a script of ours where there is neither display nor D-Bus, as on a build machine. */
function withoutDesktop(script: string, environment: NodeJS.ProcessEnv = {}) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, DBUS_SESSION_BUS_ADDRESS: _d, XDG_RUNTIME_DIR: _r, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script)], {
    cwd: ROOT,
    env: { ...env, ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.skip(process.platform !== 'linux', 'only Linux may lack a display');
test.setTimeout(300_000);

test('npm start without a display imports, reminds, reports and leaves pictures, and says so', () => {
  rmSync(OUT, { recursive: true, force: true });
  const { status, stdout, stderr } = withoutDesktop('start.ts');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const words of ['impact-action-listing.csv: 1,900 new', 'Reminded', 'as a notification and in the inbox']) {
    expect(stdout).toContain(words);
  }

  // What it names is there.
  const named = [...stdout.matchAll(/out\/tour\/[^,\n*]+\.(?:png|pdf|csv)/g)].map(([path]) => join(ROOT, path));
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
  const kind = (end: string): string[] => named.filter((path) => path.endsWith(end));
  expect(kind('.pdf')).toHaveLength(1);
  expect(kind('.csv')).toHaveLength(1);
  expect(
    readFileSync(kind('.pdf')[0] ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const screens = [
    'dashboard',
    'inbox',
    'tasks',
    'affiliates',
    'affiliate',
    'transactions',
    'reports',
    'imports',
    'settings',
  ];
  const pictures = readdirSync(OUT).filter((name) => name.endsWith('.png'));
  for (const screen of screens) {
    expect(pictures).toContain(`${screen}-light.png`);
    expect(pictures).toContain(`${screen}-dark.png`);
    const [light, dark] = ['light', 'dark'].map((theme) => readFileSync(join(OUT, `${screen}-${theme}.png`)));
    expect(light?.subarray(1, 4).toString()).toBe('PNG');
    expect(light?.equals(dark ?? light), `${screen} looks the same in both themes`).toBe(false);
  }
});

test('a tour that goes wrong says what and ends with 1', () => {
  const { status, stderr } = withoutDesktop('tour.ts', { CHROMIUM_PATH: '/bin/false' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The tour did not come to its end: the program showed no window/m);
});
