import { spawn } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { APP_EVENTS, type AppApi } from './app-api.ts';
import { configFolder, launch, onShutdown, packageJson, shutdown } from './environment.ts';
import { HostObject, hostEvent } from './present.ts';
import { record } from './record.ts';
import { SingleInstance } from './single-instance.ts';
import { windows } from './window-list.ts';

/** Values of Chromium switches the program appends. */
const switches = new Map<string, string>();

/** Those of the switches that mean the same to the host's Chromium, as it takes them. */
export const chromiumSwitches = (): string[] =>
  ['js-flags'].flatMap((name) => (switches.has(name) ? [`--${name}=${switches.get(name)}`] : []));

const commandLine = {
  appendSwitch: (name, value = '') => void switches.set(name, value),
  appendArgument: (value) => void switches.set(value, ''),
  hasSwitch: (name) => switches.has(name) || process.argv.some((a) => a === `--${name}` || a.startsWith(`--${name}=`)),
  getSwitchValue: (name) =>
    switches.get(name) ?? process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  removeSwitch: (name) => void switches.delete(name),
} satisfies Electron.CommandLine;

class App extends HostObject implements AppApi {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly dock = undefined;
  applicationMenu: Electron.Menu | null = null;
  private readonly paths = new Map<string, string>();
  private readonly ready = Promise.withResolvers<void>();
  private readonly single = new SingleInstance();
  private appName: string | undefined;
  private isUp = false;
  private quitting = false;
  private badge = 0;
  private loginItem: Electron.Settings = {};

  constructor() {
    super('app', APP_EVENTS);
  }

  /** Called once the program's main is loaded, or waits for it. */
  becomeReady(): void {
    if (this.isUp) return;
    this.isUp = true;
    this.emit('ready', hostEvent({}), {});
    this.ready.resolve();
  }

  whenReady(): Promise<void> {
    // A main module that awaits this at its top level would otherwise wait for its own end.
    setImmediate(() => this.becomeReady());
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.isUp;
  }

  quit(): void {
    this.quitInOrder().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  }

  private async quitInOrder(): Promise<void> {
    if (this.quitting) return;
    const before = hostEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.quitting = true;
    for (const window of [...windows]) {
      if (await window.requestClose()) continue;
      this.quitting = false;
      return;
    }
    const will = hostEvent({});
    this.emit('will-quit', will);
    this.quitting = !will.defaultPrevented;
    if (!will.defaultPrevented) await this.end(0);
  }

  exit(exitCode = 0): void {
    this.quitting = true;
    void this.end(exitCode);
  }

  private async end(exitCode: number): Promise<void> {
    this.emit('quit', hostEvent({}), exitCode);
    await shutdown();
    process.exit(exitCode);
  }

  /** A window has gone: the last one ends the program, unless it listens and decides for itself. */
  windowClosed(): void {
    if (windows.size > 0 || this.quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  relaunch({ args = process.argv.slice(1), execPath = launch.executable }: Electron.RelaunchOptions = {}): void {
    onShutdown(() => void spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref());
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.single.request(this.getPath('userData'), additionalData ?? null, (second) => {
      this.emit('second-instance', hostEvent({}), second.argv, second.cwd, second.additionalData);
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.single.held;
  }

  releaseSingleInstanceLock(): void {
    this.single.release();
  }

  getPath(name: string): string {
    const userData = this.paths.get('userData') ?? launch.userData ?? join(configFolder, this.getName());
    const folders: Record<string, string> = {
      home: homedir(),
      appData: configFolder,
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      temp: tmpdir(),
      exe: launch.executable,
      module: launch.executable,
      assets: dirname(launch.executable),
      desktop: join(homedir(), 'Desktop'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      music: join(homedir(), 'Music'),
      pictures: join(homedir(), 'Pictures'),
      videos: join(homedir(), 'Videos'),
    };
    const path = this.paths.get(name) ?? folders[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.paths.set('logs', path ?? join(this.getPath('userData'), 'logs'));
  }

  getAppPath(): string {
    return launch.appPath;
  }

  getName(): string {
    return this.appName ?? packageJson().name;
  }

  setName(name: string): void {
    this.appName = name;
  }

  get name(): string {
    return this.getName();
  }

  set name(name: string) {
    this.setName(name);
  }

  getVersion(): string {
    return packageJson().version;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getLocale()).region ?? '';
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = this.loginItem.openAtLogin ?? false;
    return {
      openAtLogin,
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: [],
    } as unknown as Electron.LoginItemSettings;
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.loginItem = settings;
    record('loginItem', settings);
  }

  getBadgeCount(): number {
    return this.badge;
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count;
    record('badge', count);
    return true;
  }

  addRecentDocument(path: string): void {
    record('recentDocument', path);
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    record('protocolClient', protocol);
    return true;
  }

  isDefaultProtocolClient(): boolean {
    return false;
  }

  showAboutPanel(): void {
    record('aboutPanel', null);
  }

  focus(): void {
    [...windows].at(-1)?.focus();
  }

  // Said before the windows exist, about things the host has not got.
  clearRecentDocuments(): void {}
  disableHardwareAcceleration(): void {}
  enableSandbox(): void {}
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  setDesktopName(): void {}
}

export const app = new App();
