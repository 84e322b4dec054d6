import { app } from './app.ts';
import { browser } from './browser.ts';
import { BROWSER_WINDOW_EVENTS, type BrowserWindowApi } from './browser-window-api.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import { headless } from './chromium.ts';
import { NativeWindow, type WindowState } from './native-window.ts';
import { HostObject, hostEvent } from './present.ts';
import { record } from './record.ts';
import { session, type Session } from './session.ts';
import { WebContents } from './web-contents.ts';
import { windows } from './window-list.ts';

/** Only these settings are true of the host's windows; a program that asks for others must not believe it has them. */
function checkPreferences({
  sandbox,
  contextIsolation,
  nodeIntegration,
  webviewTag,
  webSecurity,
  javascript,
  preload,
}: Electron.WebPreferences): void {
  const wrong = {
    sandbox: sandbox === false,
    contextIsolation: contextIsolation === false,
    nodeIntegration,
    webviewTag,
    webSecurity: webSecurity === false,
    preload: javascript === false && preload !== undefined,
  };
  for (const [name, set] of Object.entries(wrong)) {
    if (set === true) throw new Error(`not in the host: webPreferences.${name} other than its safe value`);
  }
}

export class BrowserWindow extends HostObject implements BrowserWindowApi {
  readonly webContents: WebContents;
  readonly id: number;
  /** Set while the page is about to be reloaded, which asks the same question as closing. */
  reloading = false;
  private readonly native: NativeWindow;
  private minimum: [number, number];
  private windowTitle: string;
  private visible: boolean;
  private focused = false;
  private shownOnce = false;
  private closing = false;
  private gone = false;

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
    super('BrowserWindow', BROWSER_WINDOW_EVENTS);
    const { width = 800, height = 600, x = 0, y = 0, show = true, title = 'Electron', webPreferences = {} } = options;
    checkPreferences(webPreferences);
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.windowTitle = title;
    this.visible = show;
    const target = browser().then((chromium) => chromium.openPage({ width, height }));
    this.webContents = new WebContents(this, target, {
      preload: webPreferences.preload,
      additionalArguments: webPreferences.additionalArguments ?? [],
      javascript: webPreferences.javascript ?? true,
      session: webPreferences.session
        ? (webPreferences.session as unknown as Session)
        : session.fromPartition(webPreferences.partition ?? ''),
    });
    this.native = new NativeWindow(this.webContents.page, { x, y, width, height });
    this.id = this.webContents.id;
    windows.add(this);
    app.emit('browser-window-created', hostEvent({}), this);
    app.emit('web-contents-created', hostEvent({}), this.webContents);
    if (show) setImmediate(() => this.announceShown());
  }

  /** The blank page is there: its window can be found, and hidden if it was never to be seen. */
  opened(title: string): Promise<void> {
    return this.native.place(title, this.visible);
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

  resized({ x, y, width, height }: Electron.Rectangle): void {
    if (headless) return;
    this.native.bounds = { x, y, width, height };
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
    await this.webContents.page;
    const chromium = await browser();
    await chromium.browser.send('Target.closeTarget', { targetId: this.webContents.targetId }).catch(() => undefined);
    this.pageClosed();
  }

  /** The page is gone, by whatever hand. */
  pageClosed(): void {
    if (this.gone) return;
    if (!this.closing) this.emit('close', hostEvent({}));
    this.gone = true;
    this.native.closed();
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
    this.native.setShown(true);
  }

  hide(): void {
    if (this.visible) setImmediate(() => this.emit('hide'));
    this.visible = false;
    this.focused = false;
    this.native.setShown(false);
  }

  focus(): void {
    for (const other of windows) other.focused = other === this;
    if (this.visible) this.native.bringToFront();
  }

  moveTop(): void {
    this.focus();
  }

  blur(): void {
    this.focused = false;
    this.emit('blur');
  }

  private setState(state: WindowState, event: string): void {
    if (this.native.state === state) return;
    this.native.setState(state);
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
    this.native.setBounds(bounds);
  }

  setContentSize(width: number, height: number): void {
    this.native.setContentSize(width, height);
  }

  setSize(width: number, height: number): void {
    this.native.setBounds({ width, height });
  }

  setPosition(x: number, y: number): void {
    this.native.setBounds({ x, y });
  }

  getBounds(): Electron.Rectangle {
    return { ...this.native.bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.native.bounds.width, this.native.bounds.height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  getPosition(): number[] {
    return [this.native.bounds.x, this.native.bounds.y];
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
    return this.native.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.native.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.native.state === 'fullscreen';
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
