// A small program that uses what the host reproduces. It knows nothing of the host.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  shell,
  Tray,
} from 'electron';

const sameApp = createRequire(import.meta.url)('electron').app === app;
const CSP =
  "default-src 'none'; script-src app://desk; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src app://desk data:";
const here = import.meta.dirname;
const events = [];
const log = (name) => events.push(name);
let window;
let tray;
let hideOnClose = false;
let quitting = false;
let upload = null;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

function endless(counter) {
  const chunk = new Uint8Array(65_536);
  return new ReadableStream({
    pull(controller) {
      counter.sent += chunk.length;
      controller.enqueue(chunk);
    },
    cancel: () => void (counter.cancelled = true),
  });
}
const endlessCounter = { sent: 0, cancelled: false };

async function serve(request) {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/redirect')
    return new Response(null, { status: 302, headers: { location: 'app://desk/other.html' } });
  if (pathname === '/endless') return new Response(endless(endlessCounter));
  if (pathname === '/broken') throw new Error('broken on purpose');
  if (pathname === '/upload') {
    upload = { bytes: 0, origin: request.headers.get('origin') };
    for await (const chunk of request.body) upload.bytes += chunk.length;
    return Response.json(upload);
  }
  if (pathname === '/bytes') {
    let left = Number(searchParams.get('n'));
    const chunk = new Uint8Array(1_048_576).fill(7);
    const body = new ReadableStream({
      pull(controller) {
        const part = chunk.subarray(0, Math.min(left, chunk.length));
        left -= part.length;
        if (part.length > 0) controller.enqueue(part);
        else controller.close();
      },
    });
    return new Response(body);
  }
  const file = path.join(here, 'page', pathname === '/' ? 'index.html' : pathname);
  const response = await net.fetch(pathToFileURL(file).href).catch(() => new Response('not found', { status: 404 }));
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', CSP);
  return new Response(response.body, { status: response.status, headers });
}

function createWindow() {
  window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: {
      preload: path.join(here, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      additionalArguments: ['--from-main'],
    },
  });
  for (const name of ['ready-to-show', 'show', 'hide', 'close', 'closed']) window.on(name, () => log(name));
  const contents = window.webContents;
  contents.on('did-finish-load', () => log('did-finish-load'));
  contents.on('render-process-gone', (_event, { reason }) => console.log(`gone:${reason}`));
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    contents.on(name, (event) => {
      log(`${name}:${event.url}`);
      const stop = !event.url.startsWith('app://desk/') || event.url.endsWith('/other.html');
      if (stop && name !== 'will-frame-navigate') event.preventDefault();
    });
  }
  contents.setWindowOpenHandler(({ url }) => {
    log(`open:${url}`);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!hideOnClose || quitting) return;
    event.preventDefault();
    window.hide();
  });
  void window.loadURL('app://desk/');
}

const only = app.requestSingleInstanceLock({ hello: 'first' });
if (!only) app.quit();
app.on('second-instance', (_event, argv, _cwd, data) => log(`second:${argv.at(-1)}:${JSON.stringify(data)}`));
app.on('before-quit', () => {
  quitting = true;
  console.log('before-quit');
});
app.on('will-quit', () => console.log('will-quit'));
app.on('quit', () => console.log('quit'));
app.on('window-all-closed', () => app.quit());
powerMonitor.on('resume', () => window.webContents.send('seen', 'resume'));
nativeTheme.on('updated', () => log(`dark:${nativeTheme.shouldUseDarkColors}`));

void app.whenReady().then(() => {
  if (!only) return;
  protocol.handle('app', serve);
  const trayMenu = Menu.buildFromTemplate([{ label: 'Show', click: () => window.show() }]);
  tray = new Tray(path.join(here, 'icon.png'));
  tray.on('click', () => window.show());
  tray.setContextMenu(trayMenu);
  const click = () => window.webContents.send('seen', 'menu');
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'import', label: 'Import', click }] }]),
  );
  createWindow();
});

const facts = (event) => ({
  sender: event.sender === window.webContents && BrowserWindow.fromWebContents(event.sender) === window,
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  parent: event.senderFrame.parent,
  top: event.senderFrame.top === event.senderFrame,
  main: event.senderFrame === window.webContents.mainFrame,
});
const calls = {
  echo: (_event, value) => value,
  facts,
  boom: () => {
    throw new TypeError('bad');
  },
  uncloneable: () => () => 1,
  events: () => events,
  endless: () => endlessCounter,
  missing: () => app.getGPUInfo('basic'),
  missingEvent: () => window.on('swipe', () => undefined),
  about: () => [
    app.isPackaged,
    process.type,
    process.versions.electron,
    process.argv.length,
    app.getPath('userData'),
    app.getVersion(),
    sameApp,
  ],
  later: (event) =>
    void setTimeout(() => event.sender.send('seen', { when: new Date(0), map: new Map([['a', 1n]]) }), 10),
  open: async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] });
    return canceled ? null : readFile(filePaths[0], 'utf8');
  },
  save: async () =>
    (await dialog.showSaveDialog(window, { defaultPath: path.join(app.getPath('documents'), 'report.csv') })).filePath,
  notify: (_event, title) => {
    const note = new Notification({ title, body: 'of the fixture', actions: [{ type: 'button', text: 'Done' }] });
    note.on('click', () => window.webContents.send('seen', `clicked ${title}`));
    note.on('action', (_details, index) => window.webContents.send('seen', `action ${index} ${title}`));
    note.show();
  },
  pdf: async () => (await window.webContents.printToPDF({ pageSize: 'A4' })).toString('latin1', 0, 5),
  capture: async () => (await window.capturePage()).getSize(),
  theme: (_event, source) => void (nativeTheme.themeSource = source),
  external: () => shell.openExternal('https://example.com/'),
  hideOnClose: (_event, value) => void (hideOnClose = value),
  visible: () => window.isVisible(),
  login: () => app.setLoginItemSettings({ openAtLogin: true }),
  crash: () => window.webContents.forcefullyCrashRenderer(),
};
for (const [channel, handler] of Object.entries(calls)) ipcMain.handle(channel, handler);
ipcMain.on('say', (event, value) => event.reply('seen', value));
