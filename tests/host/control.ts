import { app } from './app.ts';
import { browser } from './browser.ts';
import type { BrowserWindow } from './browser-window.ts';
import { answerDialog, type DialogKind } from './dialog.ts';
import { underTest } from './environment.ts';
import { Menu } from './menu.ts';
import { Notification } from './notification.ts';
import { powerMonitor } from './power.ts';
import { type Recorded, recorded } from './record.ts';
import { nativeTheme } from './theme.ts';
import { Tray } from './tray.ts';
import { windows } from './window-list.ts';

export interface WindowState {
  readonly id: number;
  readonly targetId: string;
  readonly url: string;
  readonly visible: boolean;
  readonly title: string;
}

function main(): BrowserWindow {
  const [first] = windows;
  if (!first) throw new Error('The program has no window.');
  return first;
}

function found<T>(what: T | null | undefined, name: string): T {
  if (what === null || what === undefined) throw new Error(`There is no ${name}.`);
  return what;
}

/** What a test can do to the program from outside: everything a person or the machine does that is not in the page. */
const commands = {
  windows: (): WindowState[] =>
    [...windows].map((window) => ({
      id: window.id,
      targetId: window.webContents.targetId,
      url: window.webContents.getURL(),
      visible: window.isVisible(),
      title: window.getTitle(),
    })),
  debuggingPort: async (): Promise<number> => found((await browser()).debuggingPort, 'debugging port'),
  /** The browser's process group, which holds all its processes. */
  browserPid: async (): Promise<number> => found((await browser()).process.pid, 'browser'),
  processes: async (): Promise<{ pid: number; type: string }[]> => {
    const { processInfo } = await (await browser()).browser.send('SystemInfo.getProcessInfo');
    return processInfo.map(({ id, type }) => ({ pid: id, type }));
  },
  answerDialog: (kind: DialogKind, value: unknown): void => answerDialog(kind, value),
  clickMenu: (path: string | string[]): void =>
    found(Menu.getApplicationMenu()?.find(path), `menu entry ${String(path)}`).click(),
  clickTray: (): void => found(Tray.all.at(-1), 'tray icon').press(),
  clickTrayMenu: (path: string | string[]): void =>
    found(Tray.all.at(-1)?.menu?.find(path), `tray entry ${String(path)}`).click(),
  clickNotification: (index: number, action?: number): void =>
    found(Notification.shown.at(index), `notification ${index}`).press(action),
  power: (event: string): boolean => powerMonitor.emit(event),
  systemTheme: (scheme: 'light' | 'dark'): void => nativeTheme.setSystem(scheme),
  resize: (width: number, height: number): void => main().setContentSize(width, height),
  closeWindow: (): void => main().close(),
  reloading: (): void => {
    main().reloading = true;
  },
  recorded: (): Recorded[] => recorded,
  quit: (): void => app.quit(),
} as const;

export type Commands = typeof commands;
export interface CommandMessage {
  readonly id: number;
  readonly command: keyof Commands;
  readonly args: readonly unknown[];
}
export type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

async function run({ id, command, args }: CommandMessage): Promise<void> {
  let answer: Answer;
  try {
    answer = { id, value: await (commands[command] as (...args: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
}

/** Opens the control channel, if the host was started with one; without the test at its other end the program ends. */
export function openControl(): void {
  if (!underTest) return;
  process.on('message', (message) => void run(message as CommandMessage));
  process.on('disconnect', () => process.exit(1));
  // The channel alone must not keep a program alive that has nothing left to do.
  process.channel?.unref();
}
