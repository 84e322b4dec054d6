import { app } from './app.ts';
import { browser } from './browser.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import { headless } from './chromium.ts';
import { HostObject, hostEvent } from './present.ts';
import { record } from './record.ts';
import { applyTheme } from './theme.ts';
import { WebContents } from './web-contents.ts';
import { windows } from './window-list.ts';
import { findXWindow, setMapped } from './x11.ts';

type Implemented = Pick<
  Electron.BrowserWindow,
  | 'blur'
  | 'center'
  | 'close'
  | 'destroy'
  | 'flashFrame'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getParentWindow'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'moveTop'
  | 'reload'
  | 'removeMenu'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentSize'
  | 'setFullScreen'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setOverlayIcon'
  | 'setPosition'
  | 'setProgressBar'
  | 'setSize'
  | 'setSkipTaskbar'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;

const EMITS = [
  ...['close', 'closed', 'show', 'hide', 'focus', 'blur', 'ready-to-show', 'resize', 'resized', 'move', 'moved'],
  ...['maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen'],
];
const NEVER = [
  'page-title-updated',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
  'app-command',
  'will-resize',
  'will-move',
];

/** Only these settings are true of the host's windows; a program that asks for others must not believe it has them. */
function checkPreferences({
  sandbox,
  contextIsolation,
  nodeIntegration,
  webviewTag,
  webSecurity,
}: Electron.WebPreferences): void {
  const wrong = {
    sandbox: sandbox === false,
    contextIsolation: contextIsolation === false,
    nodeIntegration,
    webviewTag,
    webSecurity: webSecurity === false,
  };
  for (const [name, set] of Object.entries(wrong)) {
    if (set === true) throw new Error(`not in the host: webPreferences.${name} other than its safe value`);
  }
}

export class BrowserWindow extends HostObject implements Implemented {
  readonly webContents: WebContents;
  readonly id: number;
  private xWindow: string | undefined;
  private bounds: Electron.Rectangle;
  private minimum: [number, number];
  private windowTitle: string;
  private state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  private visible: boolean;
  private focused = false;
  private shownOnce = false;
  private closing = false;
  private gone = false;
  /** What the window system is asked to do, one after the other. */
  private queue: Promise<unknown>;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].find((window) => window.isFocused()) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return contents.window;
  }

  static fromId(id: number): BrowserWindow | null {
    return [...windows].find((window) => window.id === id) ?? null;
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', { emits: EMITS, never: NEVER });
    const { width = 800, height = 600, x = 0, y = 0, show = true, title = 'Electron', webPreferences = {} } = options;
    checkPreferences(webPreferences);
    this.bounds = { x, y, width, height };
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.windowTitle = title;
    this.visible = show;
    const target = browser().then((chromium) => chromium.openPage(this.bounds));
    this.webContents = new WebContents(this, target, {
      preload: webPreferences.preload,
      additionalArguments: webPreferences.additionalArguments ?? [],
      guardClose: !headless,
    });
    this.id = this.webContents.id;
    this.queue = target.then((page) => this.placed(page.title)).catch((error: unknown) => console.error(error));
    windows.add(this);
    app.emit('browser-window-created', hostEvent({}), this);
    app.emit('web-contents-created', hostEvent({}), this.webContents);
    if (show) setImmediate(() => this.announceShown());
  }

  private async placed(title: string): Promise<void> {
    const chromium = await browser();
    chromium.browser.on('Target.detachedFromTarget', ({ targetId }) => {
      if (targetId === this.webContents.targetId) this.pageClosed();
    });
    if (!headless) {
      this.xWindow = await findXWindow(title);
      if (!this.visible) await setMapped(this.xWindow, false);
    }
    const page = await this.webContents.page;
    await applyTheme(page);
    if (headless) await this.resizeContent(page);
  }

  /** Without a display the content is what there is of a window, so it has the window's whole size. */
  private async resizeContent(page: CdpSession): Promise<void> {
    const { width, height } = this.bounds;
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
  }

  private later(action: (page: CdpSession) => Promise<unknown>): void {
    this.queue = this.queue
      .then(() => this.webContents.page)
      .then((page) => (this.gone ? undefined : action(page)))
      .catch((error: unknown) => this.gone || console.error(`BrowserWindow ${this.id}:`, error));
  }

  private announceShown(): void {
    this.emit('show');
    this.focused = true;
    this.emit('focus');
    app.emit('browser-window-focus', hostEvent({}), this);
  }

  /** The page has loaded: the first time is Electron's sign that it can be shown without a flash. */
  pageLoaded(): void {
    if (this.shownOnce) return;
    this.shownOnce = true;
    this.emit('ready-to-show');
  }

  resized(bounds: Electron.Rectangle): void {
    if (headless) return;
    this.bounds = { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
    this.emit('resize');
    this.emit('resized');
  }

  /** A dialog of the page itself; the one that asks before unloading stands for the window's close button. */
  async pageDialog(
    session: CdpSession,
    { type, message }: Protocol.Page.javascriptDialogOpeningPayload,
  ): Promise<void> {
    let accept = true;
    if (type === 'beforeunload') {
      if (!this.reloading) accept = await this.mayClose();
      this.reloading = false;
      this.closing = accept;
    } else {
      record('pageDialog', { type, message });
    }
    await session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
  }

  /** Set while the page is about to be reloaded, which asks the same question as closing. */
  reloading = false;

  private mayClose(): Promise<boolean> {
    const event = hostEvent({});
    this.emit('close', event);
    return Promise.resolve(!event.defaultPrevented);
  }

  /** Asks the program; closes unless it objects. Resolves with whether the window is gone. */
  async requestClose(): Promise<boolean> {
    if (this.gone) return true;
    if (!(await this.mayClose())) return false;
    await this.closePage();
    return true;
  }

  private async closePage(): Promise<void> {
    this.closing = true;
    const { targetId, page } = this.webContents;
    await page;
    const chromium = await browser();
    await chromium.browser
      .send('Target.closeTarget', { targetId: targetId || this.webContents.targetId })
      .catch(() => undefined);
    this.pageClosed();
  }

  private pageClosed(): void {
    if (this.gone) return;
    if (!this.closing) this.emit('close', hostEvent({}));
    this.gone = true;
    windows.delete(this);
    this.webContents.emit('destroyed');
    this.emit('closed');
    app.windowClosed();
  }

  close(): void {
    void this.requestClose();
  }

  destroy(): void {
    void this.closePage();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (!this.visible) setImmediate(() => this.announceShown());
    this.visible = true;
    this.later(async () => this.xWindow !== undefined && (await setMapped(this.xWindow, true)));
  }

  hide(): void {
    if (this.visible) setImmediate(() => this.emit('hide'));
    this.visible = false;
    this.focused = false;
    this.later(async () => this.xWindow !== undefined && (await setMapped(this.xWindow, false)));
  }

  focus(): void {
    for (const other of windows) other.focused = other === this;
    if (this.visible) this.later((page) => page.send('Page.bringToFront'));
  }

  moveTop(): void {
    this.focus();
  }

  blur(): void {
    this.focused = false;
    this.emit('blur');
  }

  private setState(state: typeof this.state, event: string): void {
    if (this.state === state) return;
    this.state = state;
    this.later(async (page) => {
      if (headless) return;
      const { windowId } = await page.send('Browser.getWindowForTarget');
      await page.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } });
    });
    setImmediate(() => this.emit(event));
  }

  minimize(): void {
    this.setState('minimized', 'minimize');
  }

  maximize(): void {
    this.setState('maximized', 'maximize');
  }

  restore(): void {
    this.setState('normal', 'restore');
  }

  unmaximize(): void {
    this.setState('normal', 'unmaximize');
  }

  setFullScreen(flag: boolean): void {
    this.setState(flag ? 'fullscreen' : 'normal', flag ? 'enter-full-screen' : 'leave-full-screen');
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.later(async (page) => {
      if (headless) return this.resizeContent(page);
      const { windowId } = await page.send('Browser.getWindowForTarget');
      const { x: left, y: top, width, height } = this.bounds;
      return page.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
    });
  }

  setContentSize(width: number, height: number): void {
    if (headless) return this.setBounds({ width, height });
    this.later(async (page) => {
      const { windowId } = await page.send('Browser.getWindowForTarget');
      await page.send('Browser.setContentsSize', { windowId, width, height });
    });
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y];
  }

  getMinimumSize(): number[] {
    return [...this.minimum];
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height];
  }

  getTitle(): string {
    return this.windowTitle;
  }

  setTitle(title: string): void {
    this.windowTitle = title;
  }

  setProgressBar(progress: number): void {
    record('progress', progress);
  }

  flashFrame(flag: boolean): void {
    record('flashFrame', flag);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(rect?: Electron.Rectangle) {
    return this.webContents.capturePage(rect);
  }

  getParentWindow(): null {
    return null;
  }

  isVisible(): boolean {
    return this.visible && !this.gone;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  isFocused(): boolean {
    return this.focused && !this.gone;
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  // Looks of a native frame, which the host's windows have not got.
  center(): void {}
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setIcon(): void {}
  setMenu(): void {}
  setMenuBarVisibility(): void {}
  setOverlayIcon(): void {}
  setSkipTaskbar(): void {}
}
