import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection, type CdpSession } from './cdp.ts';
import { colorScheme } from './environment.ts';

/** A page of the browser that the host opened for a BrowserWindow, paused before anything ran in it. */
export interface PageTarget {
  readonly session: CdpSession;
  readonly targetId: string;
  /** Title of the X window until the first page is loaded; finds it among the windows of the display. */
  readonly title: string;
}

export interface Chromium {
  readonly browser: CdpSession;
  readonly process: ChildProcess;
  /** Loopback port for a second debugging client (the test), if one was asked for. */
  readonly debuggingPort: number | undefined;
  openPage(size: { width: number; height: number }): Promise<PageTarget>;
  close(): Promise<void>;
}

/** Without a display (or when asked) windows exist only as pages: nothing needs X, D-Bus or a window manager. */
export const headless =
  process.env['DESK_HEADLESS'] === '1' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') === '';

function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [process.env['CHROMIUM_PATH'] ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
  if (found === undefined) throw new Error('The host needs Chromium (Debian package: chromium); none is in PATH.');
  return found;
}

/** What a browser does besides showing pages; processes of their own, some of it, which would count as the program's. */
const WITHOUT = [
  ...['Translate', 'HttpsUpgrades', 'MediaRouter', 'OptimizationHints', 'GlobalMediaControls', 'BackForwardCache'],
  ...['SpareRendererForSitePerProcess', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI'],
];

function flags(profile: string, serverPort: number): string[] {
  const devServer = process.env['ELECTRON_RENDERER_URL'] === undefined ? '' : ', EXCLUDE localhost';
  return [
    `--user-data-dir=${profile}`,
    // Each app scheme and host is one fixed loopback origin; every other name leads nowhere.
    `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${serverPort}, MAP * ~NOTFOUND${devServer}`,
    '--no-proxy-server',
    '--test-type',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-quic',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-hang-monitor',
    '--disable-dev-shm-usage',
    `--disable-features=${WITHOUT.join(',')}`,
    '--password-store=basic',
    // A hidden window of the desk goes on working, as with webPreferences.backgroundThrottling false.
    '--disable-renderer-backgrounding',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--force-color-profile=srgb',
    '--disable-gpu',
    ...(process.env['DESK_CHROMIUM_FLAGS'] ?? '').split(' ').filter((flag) => flag !== ''),
  ];
}

async function readDebuggingPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Chromium did not tell its debugging port.');
}

/** Starts Chromium on `profile` with the program's own `switches`, and pages served by the loopback server on `serverPort`. */
export async function launchChromium(
  profile: string,
  serverPort: number,
  forTest: boolean,
  switches: readonly string[],
): Promise<Chromium> {
  mkdirSync(profile, { recursive: true });
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const executable = findChromium();
  const common = [...flags(profile, serverPort), ...switches];
  const child = spawn(
    executable,
    [
      ...common,
      '--remote-debugging-pipe',
      ...(forTest ? ['--remote-debugging-port=0'] : []),
      ...(headless ? ['--headless', '--hide-scrollbars=false'] : []),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      '--no-startup-window',
    ],
    // Its own process group, so that a test can end the browser and all its children at one blow.
    {
      stdio: ['ignore', 'ignore', process.env['DESK_CHROMIUM_LOG'] ? 'inherit' : 'ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const connection = new CdpConnection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const { browser } = connection;

  const expected = new Map<string, (target: PageTarget) => void>();
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = connection.session(sessionId);
    const title = [...expected.keys()].find((name) => targetInfo.url.includes(name));
    if (title !== undefined) {
      expected.get(title)?.({ session, targetId: targetInfo.targetId, title });
      expected.delete(title);
    } else if (targetInfo.url.startsWith('devtools:')) {
      void session.send('Runtime.runIfWaitingForDebugger');
    } else {
      // A window that is nobody's.
      void browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
      void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    }
  });
  browser.on('Target.detachedFromTarget', ({ sessionId }) => connection.ended(sessionId));
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { exclude: true }],
  });

  function openPage({ width, height }: { width: number; height: number }): Promise<PageTarget> {
    const title = `desk-window-${randomUUID()}`;
    const url = `data:text/html,<title>${title}</title>`;
    return new Promise((resolve, reject) => {
      expected.set(title, resolve);
      if (headless) {
        void browser.send('Target.createTarget', { url, width, height, newWindow: true }).catch(reject);
      } else {
        // Only a second start of the browser opens a window without tabs and address bar.
        const app = spawn(executable, [...common, `--app=${url}`, `--window-size=${width},${height}`], {
          stdio: 'ignore',
        });
        app.on('error', reject);
      }
    });
  }

  return {
    browser,
    process: child,
    debuggingPort: forTest ? await readDebuggingPort(profile) : undefined,
    openPage,
    close: async () => {
      if (child.exitCode !== null) return;
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await browser.send('Browser.close').catch(() => undefined);
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exited;
      clearTimeout(timer);
    },
  };
}
