import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { launchOnElectron } from './desk-electron.ts';
import { HOST_DIST_PATH, launchOnHost } from './desk-host.ts';
import type { Desk, DeskOptions, DeskRuntime } from './desk-types.ts';

type DragType = 'dragEnter' | 'dragOver' | 'drop';

export type { Desk, DeskOptions, DeskProcess, DeskRuntime, DialogKind, MenuPath, Recorded } from './desk-types.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const ELECTRON = join(REPOSITORY, 'node_modules/electron');
/** A graceful quit that takes longer than this is a hang. */
const QUIT_MS = 15_000;

/** Where the Electron binary is: where ELECTRON_OVERRIDE_DIST_PATH says, or where its package has downloaded it. */
export function electronBinary(): string | undefined {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given !== undefined) return realpathSync(given) === HOST_DIST_PATH ? undefined : join(given, 'electron');
  const named = join(ELECTRON, 'path.txt');
  const binary = existsSync(named) ? join(ELECTRON, 'dist', readFileSync(named, 'utf8')) : undefined;
  return binary !== undefined && existsSync(binary) ? binary : undefined;
}

/** What the end-to-end tests run on: real Electron when its binary is here, else the Chromium host. */
export function deskRuntime(): DeskRuntime {
  return electronBinary() === undefined ? 'host' : 'electron';
}

/** The first line of every end-to-end run. */
export function deskRuntimeLine(): string {
  const { version } = JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8')) as { version: string };
  return deskRuntime() === 'electron'
    ? `End-to-end on real Electron ${version}`
    : 'End-to-end on the Chromium host (tests/host): the Electron binary is not here';
}

const ownFolders: string[] = [];
process.on('exit', () => {
  for (const folder of ownFolders) rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'affiliate-desk-'));
  ownFolders.push(folder);
  return folder;
}

/** Starts the built program and waits for its main window's page. */
export async function launchDesk(options: DeskOptions = {}): Promise<Desk> {
  const userData = options.userData ?? freshFolder();
  const complete = { ...options, userData, app: options.app ?? REPOSITORY };
  const binary = electronBinary();
  const driver = binary === undefined ? await launchOnHost(complete) : await launchOnElectron(complete, binary);
  const { quit, log, recorded, ...shared } = driver;
  const { page } = driver;
  let ended = false;

  // One session for all drags: the browser keeps what is being dragged with it.
  let dragging: Promise<CDPSession> | undefined;
  async function drag(types: readonly DragType[], paths: readonly string[], x?: number, y?: number): Promise<void> {
    const middle = await page.evaluate(() => ({ x: window.innerWidth / 2, y: window.innerHeight / 2 }));
    dragging ??= page.context().newCDPSession(page);
    const session = await dragging;
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of types) {
      await session.send('Input.dispatchDragEvent', { type, x: x ?? middle.x, y: y ?? middle.y, data });
    }
  }

  async function close(): Promise<void> {
    if (ended) return;
    ended = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), QUIT_MS)));
    const outcome = await Promise.race([quit(), late]);
    clearTimeout(timer);
    if (outcome !== 'late') return;
    await driver.kill();
    throw new Error(`The program did not quit within ${QUIT_MS / 1000} seconds.\n${log()}`);
  }

  return {
    ...shared,
    userData,
    drop: (paths, x, y) => drag(['dragEnter', 'dragOver', 'drop'], paths, x, y),
    hover: (paths, x, y) => drag(['dragEnter', 'dragOver'], paths, x, y),
    // Moving on outside the window is how a real drag leaves it; the protocol's own cancelling tells the page nothing.
    leave: () => drag(['dragOver'], [], -10, -10),
    recorded: async (kind) => (await recorded()).filter((each) => kind === undefined || each.kind === kind),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close,
    kill: async () => {
      ended = true;
      await driver.kill();
    },
    killMain: async () => {
      ended = true;
      await driver.killMain();
    },
    relaunch: async (changes = {}) => {
      await close();
      return launchDesk({ ...options, ...changes, userData });
    },
    mainLog: log,
  };
}
