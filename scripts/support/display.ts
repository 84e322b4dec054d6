import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A screen that nobody looks at, with a window manager and a message bus: a desktop of one's own. */
export interface Display {
  /** What a program needs in its environment to appear there. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const PATIENCE_MS = 15_000;

/**
 * Opens such a desktop (Xvfb, openbox, dbus-daemon; notifications come from dunst, which the bus starts when first
 * asked). It always is a private one, also where there is a display: windows of tests neither steal the mouse of whoever
 * works there nor depend on what else is open. Rejects where one of the programs is missing or does not come up.
 */
export async function openDisplay(): Promise<Display> {
  const runtimeFolder = mkdtempSync(join(tmpdir(), 'desk-display-'));
  const children: ChildProcess[] = [];
  const env: Record<string, string> = { XDG_RUNTIME_DIR: runtimeFolder, NO_AT_BRIDGE: '1' };
  const start = (command: string, args: readonly string[]): ChildProcess => {
    // The fourth stream is where Xvfb and dbus-daemon say how they can be reached.
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    children.push(child);
    return child;
  };
  const close = async (): Promise<void> => {
    for (const child of children.reverse()) await end(child);
    rmSync(runtimeFolder, { recursive: true, force: true });
  };

  try {
    const screen = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-displayfd', '3'];
    env['DISPLAY'] = `:${await firstLine('Xvfb', start('Xvfb', screen))}`;
    const bus = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine('dbus-daemon', start('dbus-daemon', bus));
    start('openbox', ['--sm-disable']).on('error', () => undefined);
    await windowManager({ ...process.env, ...env });
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first line that a program writes to its fourth stream. */
async function firstLine(name: string, child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdio[3] as Readable });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it was ready.`);
  });
  const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${name} is not ready after ${String(PATIENCE_MS / 1000)} seconds.`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), gone, late])) as [string];
  lines.close();
  return line.trim();
}

/** Until the window manager answers for the screen, windows opened there would stay without one. */
async function windowManager(env: NodeJS.ProcessEnv): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const asked = promisify(execFile)('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
    const { stdout } = await asked.catch(() => ({ stdout: '' }));
    if (stdout.includes('window id')) return;
    await pause(50);
  }
  throw new Error('openbox did not take over the screen.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
