import { join } from 'node:path';
import { _electron as playwrightElectron } from '@playwright/test';
import type { DeskOptions, Driver, MenuPath, Recorded } from './desk-types.ts';

const INSIDE = join(import.meta.dirname, 'desk-electron-inside.cjs');

/** What `desk-electron-inside.cjs` keeps in Electron's main process. */
interface Inside {
  recorded: Recorded[];
  answers: Record<string, unknown[]>;
  notifications: Electron.Notification[];
  trays: { icon: Electron.Tray; menu: Electron.Menu | null }[];
}

/** Starts the program on real Electron, through Playwright. */
export async function launchOnElectron(
  options: DeskOptions & { userData: string; app: string },
  executablePath: string,
): Promise<Driver> {
  const { app, userData, args = [], env = {}, size, colorScheme } = options;
  const application = await playwrightElectron.launch({
    executablePath,
    args: [
      '-r',
      INSIDE,
      app,
      `--user-data-dir=${userData}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
    env: { ...(process.env as Record<string, string>), ...env },
    colorScheme: colorScheme ?? 'light',
  });
  let log = '';
  const child = application.process();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = await application.firstWindow();
  if (size) await resize(size.width, size.height);

  async function resize(width: number, height: number): Promise<void> {
    await application.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
      { width, height },
    );
  }

  /** Clicks an entry of the application menu, or of the newest tray icon's. */
  const clickIn = (where: 'menu' | 'tray', path: MenuPath): Promise<void> =>
    application.evaluate(
      ({ BrowserWindow, Menu }, target) => {
        const { trays } = (globalThis as unknown as { deskInside: Inside }).deskInside;
        const menu = target.where === 'menu' ? Menu.getApplicationMenu() : (trays.at(-1)?.menu ?? null);
        const labels = typeof target.path === 'string' ? [] : target.path;
        let item = typeof target.path === 'string' ? menu?.getMenuItemById(target.path) : undefined;
        let level: Electron.Menu | null | undefined = menu;
        for (const label of labels) {
          item = level?.items.find((each) => each.label.replace('&', '') === label);
          level = item?.submenu;
        }
        if (!item) throw new Error(`There is no ${target.where} entry ${String(target.path)}.`);
        const click = item.click as (event: unknown, window: unknown, contents: unknown) => void;
        click.call(item, undefined, BrowserWindow.getFocusedWindow() ?? undefined, undefined);
      },
      { where, path },
    );

  return {
    runtime: 'electron',
    page,
    windows: () => Promise.resolve(application.windows()),
    answerDialog: (kind, value) =>
      application.evaluate(
        (_electron, answer) => {
          const { answers } = (globalThis as unknown as { deskInside: Inside }).deskInside;
          answers[answer.kind] = [...(answers[answer.kind] ?? []), answer.value];
        },
        { kind, value },
      ),
    clickMenu: (path) => clickIn('menu', path),
    clickTrayMenu: (path) => clickIn('tray', path),
    clickTray: () =>
      application.evaluate(() => {
        const { trays } = (globalThis as unknown as { deskInside: Inside }).deskInside;
        trays.at(-1)?.icon.emit('click');
      }),
    clickNotification: (index, action) =>
      application.evaluate(
        (_electron, target) => {
          const { notifications } = (globalThis as unknown as { deskInside: Inside }).deskInside;
          const notification = notifications.at(target.index);
          if (target.action === null) notification?.emit('click', {});
          else notification?.emit('action', { actionIndex: target.action, selectionIndex: -1 }, target.action, -1);
        },
        { index, action: action ?? null },
      ),
    power: (event) => application.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    systemTheme: (scheme) => page.emulateMedia({ colorScheme: scheme }),
    resize,
    closeWindow: () => application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    isVisible: () =>
      application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
    recorded: () => application.evaluate(() => (globalThis as unknown as { deskInside: Inside }).deskInside.recorded),
    processes: async () => {
      const metrics = await application.evaluate(({ app: main }) =>
        main.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
      );
      // Electron says `Tab` and `Browser` where Chromium's own list says `renderer` and `browser`.
      return metrics.map(({ pid, type }) => ({ pid, type: type === 'Tab' ? 'renderer' : type.toLowerCase() }));
    },
    quit: async () => {
      await application.evaluate(({ app: main }) => main.quit()).catch(() => undefined);
      await exited;
    },
    kill: async () => {
      const processes = await application
        .evaluate(({ app: main }) => main.getAppMetrics().map(({ pid }) => pid))
        .catch(() => []);
      for (const pid of processes) if (pid !== child.pid) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      await exited;
    },
    killMain: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    log: () => log,
  };
}
