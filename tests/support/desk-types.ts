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
  windows(): Promise<Page[]>;
  /** Called before a real drop, with the files about to be dropped. */
  beforeDrop(paths: readonly string[]): Promise<void>;
  answerDialog(kind: DialogKind, value: unknown): Promise<void>;
  clickMenu(path: MenuPath): Promise<void>;
  clickTray(): Promise<void>;
  clickTrayMenu(path: MenuPath): Promise<void>;
  clickNotification(index: number, action?: number): Promise<void>;
  power(event: string): Promise<void>;
  systemTheme(scheme: 'light' | 'dark'): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  closeWindow(): Promise<void>;
  isVisible(): Promise<boolean>;
  recorded(): Promise<Recorded[]>;
  processes(): Promise<DeskProcess[]>;
  /** Asks the program to quit and waits until it is gone. */
  quit(): Promise<void>;
  /** Ends every process of it at once. */
  kill(): Promise<void>;
  log(): string;
}

/** A running Affiliate Desk. */
export interface Desk extends Omit<Driver, 'beforeDrop' | 'quit' | 'log' | 'recorded'> {
  readonly userData: string;
  /** Drops real files on the window, at the middle of the page or at a point of it. */
  drop(paths: readonly string[], x?: number, y?: number): Promise<void>;
  /** Drags files over the window and holds them there. */
  hover(paths: readonly string[], x?: number, y?: number): Promise<void>;
  /** Drags them out again. */
  leave(): Promise<void>;
  /** What the program asked of the desktop so far, of one kind or of all. */
  recorded(kind?: string): Promise<Recorded[]>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  /** The same program again on the same profile, closing this one if it still runs. */
  relaunch(changes?: DeskOptions): Promise<Desk>;
  /** What main wrote to standard output and error so far. */
  mainLog(): string;
}
