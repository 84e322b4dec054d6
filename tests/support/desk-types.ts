import type { Page } from '@playwright/test';

export type DeskRuntime = 'electron' | 'host';

export interface DeskOptions {
  /** Profile folder; a fresh temporary one unless given. */
  readonly userData?: string;
  /** Program folder or main module; this repository unless given. */
  readonly app?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Without windows on a display. True unless there is a display. Real Electron always needs a display on Linux. */
  readonly headless?: boolean;
  /** Size of the page in the window. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What the desktop prefers; light unless given. */
  readonly colorScheme?: 'light' | 'dark';
}

export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';

/** A menu entry: its id, or the labels on the way to it. */
export type MenuPath = string | readonly string[];

/** Something the program asked of the desktop: `openExternal`, `notification`, `showOpenDialog`, `tray` ... */
export interface Recorded {
  readonly kind: string;
  readonly data: unknown;
}

export interface DeskProcess {
  readonly pid: number;
  /** `browser`, `renderer`, `gpu-process`, `utility` ... */
  readonly type: string;
}

/** The part of a running program that differs between real Electron and the host. */
export interface Driver {
  readonly runtime: DeskRuntime;
  readonly page: Page;
  readonly windows: () => Promise<Page[]>;
  readonly answerDialog: (kind: DialogKind, value: unknown) => Promise<void>;
  readonly clickMenu: (path: MenuPath) => Promise<void>;
  readonly clickTray: () => Promise<void>;
  readonly clickTrayMenu: (path: MenuPath) => Promise<void>;
  readonly clickNotification: (index: number, action?: number) => Promise<void>;
  readonly power: (event: string) => Promise<void>;
  readonly systemTheme: (scheme: 'light' | 'dark') => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly closeWindow: () => Promise<void>;
  readonly isVisible: () => Promise<boolean>;
  readonly recorded: () => Promise<Recorded[]>;
  readonly processes: () => Promise<DeskProcess[]>;
  /** Asks the program to quit and waits until it is gone. */
  readonly quit: () => Promise<void>;
  /** Ends every process of it at once. */
  readonly kill: () => Promise<void>;
  /** Ends the main process alone; the others have to notice. */
  readonly killMain: () => Promise<void>;
  readonly log: () => string;
}

/** A running Affiliate Desk. */
export interface Desk extends Omit<Driver, 'quit' | 'log' | 'recorded'> {
  readonly userData: string;
  /** Drops real files on the window, at the middle of the page or at a point of it. */
  readonly drop: (paths: readonly string[], x?: number, y?: number) => Promise<void>;
  /** Drags files over the window and holds them there. */
  readonly hover: (paths: readonly string[], x?: number, y?: number) => Promise<void>;
  /** Drags them out again. */
  readonly leave: () => Promise<void>;
  /** What the program asked of the desktop so far, of one kind or of all. */
  readonly recorded: (kind?: string) => Promise<Recorded[]>;
  readonly screenshot: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** The same program again on the same profile, closing this one if it still runs. */
  readonly relaunch: (changes?: DeskOptions) => Promise<Desk>;
  /** What main wrote to standard output and error so far. */
  readonly mainLog: () => string;
}
