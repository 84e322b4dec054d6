import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import { bytesCodec } from './bytes.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import type { PageTarget } from './chromium.ts';
import { HostFrame } from './frame.ts';
import { dispatch, type FromPage } from './ipc.ts';
import { NativeImage } from './native-image.ts';
import { askWithoutRequest, guardNavigation } from './navigation.ts';
import { BINDING, installPageScripts, type PreloadOptions, WORLD } from './page-scripts.ts';
import type { ToPage } from './page/isolated.ts';
import { HostObject, hostEvent } from './present.ts';
import { printParameters } from './print.ts';
import { toBrowser, toProgram, WINDOW_REFUSED } from './protocol.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';
import { applyTheme } from './theme.ts';
import { WEB_CONTENTS_EVENTS, type WebContentsApi } from './web-contents-api.ts';

type FromWorld =
  | FromPage
  | { type: 'document'; url: string }
  | { type: 'bounds'; x: number; y: number; width: number; height: number }
  | { type: 'navigate'; url: string }
  | { type: 'drop'; count: number }
  | { type: 'preload-error'; error: Error };

interface PageOptions extends Omit<PreloadOptions, 'blankTitle'> {
  readonly session: Session;
}

let lastId = 0;

export class WebContents extends HostObject implements WebContentsApi {
  readonly id = ++lastId;
  readonly session: Session;
  readonly window: BrowserWindow;
  /** The page's debugging session, once it is prepared. */
  readonly page: Promise<CdpSession>;
  targetId = '';
  mainFrame = new HostFrame(this, '');
  private opened: CdpSession | undefined;
  private readonly frames = new Map<number, HostFrame>();
  private liveContext: string | undefined;
  private openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;
  private ownNavigation: string | undefined;
  private load = Promise.withResolvers<void>();
  private loading = false;
  private crashed = false;
  private zoom = 1;
  private frameId = '';

  constructor(window: BrowserWindow, target: Promise<PageTarget>, options: PageOptions) {
    super('webContents', WEB_CONTENTS_EVENTS);
    this.window = window;
    this.session = options.session;
    this.page = target.then((page) => this.prepare(page, options));
    this.page.catch((error: unknown) => console.error('The window could not be opened:', error));
  }

  private async prepare({ session, targetId, title }: PageTarget, options: PageOptions): Promise<CdpSession> {
    this.targetId = targetId;
    this.opened = session;
    session.on('Runtime.executionContextCreated', ({ context }) => this.contextCreated(context));
    session.on('Runtime.bindingCalled', (call) => {
      if (call.name === BINDING) this.receive(bytesCodec.decode(call.payload) as FromWorld, call.executionContextId);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => this.logged(type, args, stackTrace));
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, lineNumber } }) => {
      this.emit(
        'console-message',
        hostEvent({ level: 'error', message: exception?.description ?? text, lineNumber, sourceId: '' }),
      );
    });
    session.on('Page.frameNavigated', ({ frame }) => this.navigated(frame));
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.frameId) return;
      this.mainFrame.url = toProgram(url);
      this.emit('did-navigate-in-page', hostEvent({}), this.mainFrame.url, true, 1, this.id);
    });
    session.on('Page.domContentEventFired', () => this.isBlank() || this.emit('dom-ready', hostEvent({})));
    session.on('Page.loadEventFired', () => this.loaded());
    session.on('Log.entryAdded', ({ entry }) => {
      const url = WINDOW_REFUSED.exec(entry.text)?.[1];
      if (url !== undefined) this.windowAsked(toProgram(url));
    });
    session.on('Page.javascriptDialogOpening', (dialog) => void this.window.pageDialog(session, dialog));
    session.on('Inspector.detached', () => this.window.pageClosed());
    session.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      const details = { reason: 'crashed', exitCode: 1 };
      this.emit('render-process-gone', hostEvent({}), details);
      app.emit('render-process-gone', hostEvent({}), this, details);
    });
    const { frameTree } = await session.send('Page.getFrameTree');
    this.frameId = frameTree.frame.id;
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    await session.send('Inspector.enable');
    await installPageScripts(session, { ...options, blankTitle: title });
    await guardNavigation(this, session, this.frameId);
    await applyTheme(session);
    await session.send('Runtime.runIfWaitingForDebugger');
    await this.window.opened(title);
    return session;
  }

  private contextCreated(context: Protocol.Runtime.ExecutionContextDescription): void {
    if (context.name === WORLD && context.auxData?.['frameId'] === this.frameId) this.liveContext = context.uniqueId;
  }

  private receive(message: FromWorld, contextId: number): void {
    if (message.type === 'document') {
      this.mainFrame.detached = true;
      this.mainFrame = new HostFrame(this, toProgram(message.url));
      this.frames.set(contextId, this.mainFrame);
    } else if (message.type === 'bounds') {
      this.window.resized(message);
    } else if (message.type === 'navigate') {
      if (this.opened) askWithoutRequest(this, this.opened, message.url);
    } else if (message.type === 'drop') {
      void this.locateFiles(message.count).then((paths) => this.post({ type: 'dropped', paths }));
    } else if (message.type === 'preload-error') {
      console.error('Unable to load preload script:', message.error);
      this.emit('preload-error', hostEvent({}), '', message.error);
    } else {
      dispatch(this, this.frames.get(contextId) ?? this.mainFrame, message);
    }
  }

  private logged(type: string, args: Protocol.Runtime.RemoteObject[], stack?: Protocol.Runtime.StackTrace): void {
    const level = type === 'error' || type === 'assert' ? 'error' : type === 'warning' ? 'warning' : 'info';
    const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    const at = stack?.callFrames[0];
    const details = {
      level,
      message,
      lineNumber: at?.lineNumber ?? 0,
      sourceId: toProgram(at?.url ?? ''),
      frame: this.mainFrame,
    };
    this.emit('console-message', hostEvent(details));
  }

  private navigated(frame: Protocol.Page.Frame): void {
    if (frame.parentId !== undefined) return;
    this.crashed = false;
    // A document without preload (another scheme's error page, say) has sent no message of its own.
    this.mainFrame.url = toProgram(frame.unreachableUrl ?? frame.url);
    if (this.isBlank()) return;
    this.loading = true;
    this.emit('did-start-loading');
    this.emit('did-navigate', hostEvent({}), this.mainFrame.url, 200, 'OK');
  }

  private isBlank(): boolean {
    return this.mainFrame.url === '' || this.mainFrame.url.includes('desk-window-');
  }

  private loaded(): void {
    if (this.isBlank()) return;
    this.loading = false;
    // A click by a person, as far as the browser can tell: without one, closing would not ask.
    void this.opened?.send('Runtime.evaluate', { expression: '0', userGesture: true }).catch(() => undefined);
    void this.opened?.send('Page.resetNavigationHistory').catch(() => undefined);
    this.emit('did-finish-load');
    this.emit('did-stop-loading');
    this.window.pageLoaded();
    this.load.resolve();
  }

  private windowAsked(url: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    };
    const answer = this.openHandler?.(details as unknown as Electron.HandlerDetails) ?? { action: 'allow' };
    if (answer.action === 'allow') console.error(`not in the host: a window that the page opens itself (${url})`);
  }

  /** True once for the request that the program itself asked for. */
  takeOwnNavigation(url: string): boolean {
    const own = this.ownNavigation !== undefined && this.ownNavigation === url.split('#')[0];
    if (own) this.ownNavigation = undefined;
    return own;
  }

  /** Sends a message into the preload's world; one for a page that is gone is lost, as in Electron. */
  post(message: ToPage): void {
    const text = bytesCodec.encode(message);
    if (this.liveContext === undefined) return;
    const expression = `deskReceive(${JSON.stringify(text)})`;
    this.opened?.send('Runtime.evaluate', { uniqueContextId: this.liveContext, expression }).catch(() => undefined);
  }

  /** Where the files lie that the preload's world holds as `deskFiles`. */
  private async locateFiles(count: number): Promise<string[]> {
    const { opened: page, liveContext: uniqueContextId } = this;
    if (!page || uniqueContextId === undefined) return [];
    const paths: string[] = [];
    for (let index = 0; index < count; index++) {
      const { result } = await page.send('Runtime.evaluate', { uniqueContextId, expression: `deskFiles[${index}]` });
      const { path } = await page.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
      paths.push(path);
    }
    return paths;
  }

  /** Lets a person choose in one of the browser's own dialogs; `script` opens it and leaves the choice in `deskFiles`. */
  async chooseFiles(script: string): Promise<string[]> {
    const { opened: page, liveContext: uniqueContextId } = this;
    if (!page || uniqueContextId === undefined) return [];
    const expression = `(async () => { globalThis.deskFiles = await ${script}; return deskFiles.length; })()`;
    const asked = { uniqueContextId, expression, userGesture: true, awaitPromise: true, returnByValue: true };
    const { result } = await page.send('Runtime.evaluate', asked);
    return this.locateFiles(Number(result.value ?? 0));
  }

  send(channel: string, ...args: unknown[]): void {
    this.post({ type: 'send', channel, args });
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    const target = toBrowser(url);
    this.load = Promise.withResolvers<void>();
    this.ownNavigation = target.split('#')[0];
    const { errorText } = await page.send('Page.navigate', { url: target });
    if (errorText !== undefined) {
      const code = errorText.replace('net::', '');
      this.emit('did-fail-load', hostEvent({}), -2, code, url, true, 1, this.id);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    await this.load.promise;
  }

  reload(): void {
    this.ownNavigation = toBrowser(this.getURL()).split('#')[0];
    void this.page.then((page) => page.send('Page.reload'));
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.page;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression: code,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.page;
    const { data } = await page.send('Page.printToPDF', printParameters(options));
    return Buffer.from(data, 'base64');
  }

  print(options?: Electron.WebContentsPrintOptions, callback?: (success: boolean, reason: string) => void): void {
    record('print', options ?? {});
    callback?.(true, '');
  }

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const page = await this.page;
    const { data } = await page.send('Page.captureScreenshot', {
      format: 'png',
      ...(rect ? { clip: { ...rect, scale: 1 } } : {}),
    });
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }

  async insertCSS(css: string): Promise<string> {
    await this.executeJavaScript(
      `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets.push(sheet); }`,
    );
    return css;
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor;
    void this.executeJavaScript(`document.documentElement.style.zoom = '${factor}'`).catch(() => undefined);
  }

  getZoomFactor(): number {
    return this.zoom;
  }

  forcefullyCrashRenderer(): void {
    // No answer comes from a page that is gone.
    void this.page.then((page) => page.send('Page.crash')).catch(() => undefined);
  }

  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.isBlank() ? '' : this.mainFrame.url;
  }

  getTitle(): string {
    return this.window.getTitle();
  }

  getType(): 'window' {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed();
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.loading;
  }

  isFocused(): boolean {
    return this.window.isFocused();
  }

  focus(): void {
    this.window.focus();
  }

  close(): void {
    this.window.close();
  }

  stop(): void {
    void this.page.then((page) => page.send('Page.stopLoading'));
  }

  openDevTools(): void {
    record('devTools', null);
  }

  toggleDevTools(): void {
    record('devTools', null);
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  closeDevTools(): void {}
  setBackgroundThrottling(): void {}
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
}
