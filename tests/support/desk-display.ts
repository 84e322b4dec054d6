import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A desktop of its own: X display, window manager, session bus and notification daemon. */
export interface Display {
  /** What a program needs in its environment to appear there. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command there and gives its standard output. */
  readonly run: (command: string, ...args: string[]) => Promise<string>;
  /** Presses a button of the notifications that are shown, by its words. */
  readonly pressAction: (text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const execute = promisify(execFile);

/** Runs a command until standard input ends, which it also does when whoever started it is killed. */
const WHILE_WATCHED = '"$@" & child=$!; cat; kill $child';

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('A child without standard output has no first line.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${child.spawnfile} said nothing.`);
}

/**
 * Starts Xvfb, openbox, a D-Bus session and dunst (Debian packages: xvfb openbox dbus-x11 dunst), none of which
 * touches the desktop of whoever runs the tests.
 */
export async function startDisplay(): Promise<Display> {
  const runtime = mkdtempSync(join(tmpdir(), 'desk-display-'));
  const children: ChildProcess[] = [];
  const start = (env: Record<string, string>, command: string, ...args: string[]): ChildProcess => {
    const guarded = ['-c', WHILE_WATCHED, 'sh', command, ...args];
    const child = spawn('sh', guarded, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
    child.on('error', () => undefined);
    children.unshift(child);
    return child;
  };
  const base = { XDG_RUNTIME_DIR: runtime, NO_AT_BRIDGE: '1', WAYLAND_DISPLAY: '' };
  const screen = start(base, 'Xvfb', '-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp');
  const DISPLAY = `:${await firstLine(screen)}`;
  const bus = start({ ...base, DISPLAY }, 'dbus-daemon', '--session', '--nofork', '--print-address=1');
  const env = { ...base, DISPLAY, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) };
  start(env, 'openbox');
  // A notification stays until somebody answers it; its buttons are offered in a menu, which takes what `picked` says.
  const picked = join(runtime, 'picked');
  const menu = join(runtime, 'menu');
  const settings = join(runtime, 'dunstrc');
  writeFileSync(menu, `#!/bin/sh\ngrep -F -m 1 -f '${picked}'\n`, { mode: 0o755 });
  writeFileSync(settings, `[global]\n  dmenu = ${menu}\n[urgency_normal]\n  timeout = 0\n`);
  start(env, 'dunst', '-conf', settings);
  const run: Display['run'] = async (command, ...args) => {
    const { stdout } = await execute(command, args, { env: { ...process.env, ...env }, timeout: 10_000 });
    return stdout.trim();
  };
  // Both announce themselves: the window manager on the root window, the daemon on the bus. The bus is asked for the
  // name alone, since a call to the daemon would have the bus start a second one.
  const notifications = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  notifications.push('org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.Notifications');
  for (let attempt = 0; attempt < 200; attempt++) {
    const [, named] = await Promise.all([run('wmctrl', '-m'), run('dbus-send', ...notifications)]).catch(() => []);
    if (named?.includes('true')) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    env,
    run,
    pressAction: async (text) => {
      writeFileSync(picked, `${text}\n`);
      await run('dunstctl', 'context');
    },
    stop: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.stdin?.end();
        await gone;
      }
      rmSync(runtime, { recursive: true, force: true });
    },
  };
}

/** Runs `body` on a desktop of its own. */
export async function withDisplay<T>(body: (display: Display) => Promise<T>): Promise<T> {
  const display = await startDisplay();
  try {
    return await body(display);
  } finally {
    await display.stop();
  }
}
