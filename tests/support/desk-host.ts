import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Answer, Commands } from '../host/control.ts';
import type { DeskOptions, Driver } from './desk-types.ts';

const LAUNCHER = join(import.meta.dirname, '../host/dist-path/electron');
export const HOST_DIST_PATH = join(import.meta.dirname, '../host/dist-path');

type Call = <C extends keyof Commands>(
  command: C,
  ...args: Parameters<Commands[C]>
) => Promise<Awaited<ReturnType<Commands[C]>>>;

/** Calls commands of the host over the channel it was started with. */
function controlOf(child: ChildProcess): Call {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (message) => {
    const { id, value, error } = message as Answer;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The program has ended.'));
    waiting.clear();
  });
  const call = (command: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error(`${command}: the program has ended.`));
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      child.send({ id, command, args });
    });
  return call as Call;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The debugging target that a Playwright page is. */
async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

async function pageOf(browser: Browser, targetId: string): Promise<Page | undefined> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    if ((await targetOf(page)) === targetId) return page;
  }
  return undefined;
}

/** Starts the program under the host; rejects when it ends before it has shown a page. */
export async function launchOnHost(options: DeskOptions & { userData: string; app: string }): Promise<Driver> {
  const { app, userData, args = [], env = {}, headless, size, colorScheme } = options;
  const child = spawn(LAUNCHER, [app, `--user-data-dir=${userData}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...(headless === undefined ? {} : { DESK_HEADLESS: headless ? '1' : '0' }),
      ...(colorScheme ? { DESK_COLOR_SCHEME: colorScheme } : {}),
      ...env,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const call = controlOf(child);

  async function firstWindow(): Promise<string> {
    for (;;) {
      if (child.exitCode !== null)
        throw new Error(`The program ended before it showed a window (exit code ${child.exitCode}).\n${log}`);
      const [first] = await call('windows').catch(() => []);
      if (first && first.url !== '' && first.targetId !== '') return first.targetId;
      await pause(25);
    }
  }
  const targetId = await firstWindow();
  const browserPid = await call('browserPid');
  const endpoint = `http://127.0.0.1:${await call('debuggingPort')}`;
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const page = await pageOf(browser, targetId);
  if (!page) throw new Error('The main window is not among the pages of the browser.');
  // The host answers the dialogs of the page; without a listener Playwright would.
  page.on('dialog', () => undefined);
  const reload = page.reload.bind(page);
  page.reload = async (how) => {
    await call('reloading');
    return reload(how);
  };
  if (size) await call('resize', size.width, size.height);

  return {
    runtime: 'host',
    page,
    windows: async () => {
      const states = await call('windows');
      const pages = await Promise.all(states.map((state) => pageOf(browser, state.targetId)));
      return pages.filter((each) => each !== undefined);
    },
    answerDialog: (kind, value) => call('answerDialog', kind, value),
    clickMenu: (path) => call('clickMenu', path as string | string[]),
    clickTray: () => call('clickTray'),
    clickTrayMenu: (path) => call('clickTrayMenu', path as string | string[]),
    clickNotification: (index, action) =>
      action === undefined ? call('clickNotification', index) : call('clickNotification', index, action),
    power: async (event) => void (await call('power', event)),
    systemTheme: (scheme) => call('systemTheme', scheme),
    resize: (width, height) => call('resize', width, height),
    closeWindow: () => call('closeWindow'),
    isVisible: async () => (await call('windows'))[0]?.visible ?? false,
    recorded: () => call('recorded'),
    processes: () => call('processes'),
    quit: async () => {
      call('quit').catch(() => undefined);
      await exited;
    },
    kill: async () => {
      // The browser first, so that it gets no chance to write what it still holds in memory.
      if (child.exitCode === null && child.signalCode === null) {
        try {
          process.kill(-browserPid, 'SIGKILL');
        } catch {
          // Gone already.
        }
        child.kill('SIGKILL');
      }
      await exited;
    },
    killMain: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    log: () => log,
  };
}
