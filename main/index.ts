import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, Menu, powerMonitor, shell, type MessageBoxOptions } from 'electron';
import type { OpenTarget } from '#shared/domain/schedules/due.ts';
import type { WatchedNews } from '#shared/ipc/contract.ts';
import { createClock } from './clock/clock.ts';
import { createNotifier } from './clock/notifier.ts';
import { createClockStore } from './clock/store.ts';
import { createFileDialogs } from './files/dialogs.ts';
import { createIntakes } from './files/intake.ts';
import { openSettings } from './files/settings.ts';
import { createSample } from './files/sample.ts';
import { createSpace } from './files/space.ts';
import { createStateStore } from './files/state.ts';
import { createWatch, createWatchStore } from './files/watch.ts';
import { watchedNotice } from './files/watch-words.ts';
import { createEvents } from './ipc/events.ts';
import { openIpc } from './ipc/index.ts';
import { createCopies } from './library/copies.ts';
import { createLibrary } from './library/library.ts';
import { createLog } from './log.ts';
import { createLoginItem, isHiddenStart, ownCommand } from './login-item.ts';
import { openReportMemory } from './reports/memory.ts';
import { createReports } from './reports/reports.ts';
import { secureBeforeReady, secureSession } from './security/index.ts';
import { filesOfCommandLine, isFirstInstance, onOpened } from './single-instance.ts';
import { SWITCHES } from './switches.ts';
import { createUpdates } from './updates/index.ts';
import { createMainWindow } from './windows/main-window.ts';
import { menuTemplate } from './windows/menu.ts';
import { refusesNewerData } from './windows/newer-data.ts';
import { printReport } from './windows/report-window.ts';
import { backgroundColor, createThemes } from './windows/theme.ts';
import { createTray, tellOfTray } from './windows/tray.ts';

/** Composes the main process, in order: profile, single instance, security, services, clock, ipc, updates, menu, tray, window. */

const NAME = 'Affiliate Desk';
/** Both fixed for ever: Windows knows the program's notifications by them, the first from electron-builder.yml's shortcut. */
const WINDOWS_APP_ID = 'com.affiliatedesk.app';
const WINDOWS_TOAST_ACTIVATOR = '{6F0A7C52-3B1E-4D0C-9E57-1A7D2C5B84F3}';

/**
 * The folder of all that the program keeps: `--user-data-dir` where it is given (tests, a second profile), else the
 * system's place under the program's name. Made here, since Electron takes only one that exists.
 */
function profileFolder(): string {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  const folder = given === '' ? join(app.getPath('appData'), NAME) : resolve(given);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function start(argvFiles: readonly string[]): Promise<void> {
  const folder = app.getPath('userData');
  const built = import.meta.dirname;
  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const developing = devServer !== null;
  const log = createLog(join(folder, 'logs', 'main.log'));
  const events = createEvents();
  const intakes = createIntakes();
  const space = createSpace({ folder, now: Date.now });
  const library = createLibrary({ folder: join(folder, 'library'), intakes, space, now: Date.now });

  const open = async (paths: readonly string[]): Promise<void> => {
    if (paths.length > 0) events.tell('intake', await intakes.take(paths));
  };
  let showWindow = (): void => undefined;
  onOpened((paths) => {
    void open(paths);
    showWindow();
  });
  void open(argvFiles);

  await app.whenReady();
  secureSession({
    root: join(built, '../renderer'),
    serveIntake: (id, span) => intakes.serve(id, span),
    serveKept: (id) => library.serve(id),
    devServer,
  });

  const state = createStateStore(join(folder, 'state.json'), app.getVersion());
  if (await refusesNewerData(state)) return app.quit();

  const settings = await openSettings(join(folder, 'settings.json'));
  const themes = createThemes(settings);
  const notifier = createNotifier(log);
  const window = createMainWindow({
    preload: join(built, '../preload/index.cjs'),
    developing,
    settings,
    themes,
    events,
    log,
    onHidden: () => tellOfTray(settings, notifier, showWindow),
  });
  const openTarget = (target: OpenTarget): void => {
    showWindow();
    events.tell('open', target);
  };
  const tray = createTray({
    show: () => showWindow(),
    showTasks: () => openTarget({ kind: 'tasks' }),
    import: () => {
      showWindow();
      events.tell('command', 'import');
    },
  });
  const clock = createClock({
    store: createClockStore(join(folder, 'clock.json')),
    notifier,
    now: Date.now,
    locale: app.getSystemLocale() || app.getLocale(),
    onOutcomes: () => events.tell('outcomes', null),
    onOpen: openTarget,
    onWaiting: (count) => tray.count(count),
    log,
  });
  const reports = createReports({
    memory: await openReportMemory(join(folder, 'reports.json')),
    parent: () => window.get(),
    print: printReport,
    notify: (notice) => clock.announce(notice),
    onOpen: (runId) => openTarget({ kind: 'run', runId }),
    log,
  });
  const dialogs = createFileDialogs(intakes, settings, () => window.get());
  const copies = createCopies({
    library,
    chooseFolder: () => dialogs.chooseForCopies(),
    showInFolder: (path) => shell.showItemInFolder(path),
  });
  const sample = createSample(join(built, '../../assets/sample'), intakes);
  const watch = createWatch({
    store: createWatchStore(join(folder, 'watch.json')),
    intakes,
    now: Date.now,
    onFiles: () => events.tell('watched', null),
    log,
  });
  const tellWatched = (news: WatchedNews): void => clock.announce(watchedNotice(news, openTarget));
  const login = createLoginItem({ platform: process.platform, appData: app.getPath('appData'), command: ownCommand() });
  openIpc(
    { clock, copies, dialogs, intakes, library, login, reports, sample, space, state, themes, watch, tellWatched },
    log,
  );

  const ask = async (question: MessageBoxOptions): Promise<number> => {
    const parent = window.get();
    return (await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question))).response;
  };
  const checkForUpdates = await createUpdates({ isPackaged: app.isPackaged, resources: process.resourcesPath }, ask);

  const setMenu = (): void => {
    const template = menuTemplate({
      platform: process.platform,
      developing,
      theme: themes.get().choice,
      command: (command) => events.tell('command', command),
      setTheme: (choice) => void themes.set(choice),
      showLog: () => shell.showItemInFolder(log.file),
      checkForUpdates: checkForUpdates && (() => void checkForUpdates()),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  setMenu();
  themes.onChange((theme) => {
    events.tell('theme', theme);
    window.get()?.setBackgroundColor(backgroundColor(theme.dark));
    setMenu();
  });

  showWindow = () => window.show();
  app.on('activate', showWindow);
  app.once('will-quit', () => {
    clock.stop();
    watch.stop();
    tray.destroy();
  });
  for (const wakes of ['resume', 'unlock-screen'] as const) {
    // One name at a time is all that Electron's types know.
    powerMonitor.on(wakes as 'resume', () => void Promise.all([clock.tick(), watch.look()]));
  }
  await clock.start();
  await watch.start();
  if (isHiddenStart(process.argv)) window.wait();
  else window.show();
  log.info('started', { version: app.getVersion(), platform: process.platform, developing });
}

app.setName(NAME);
if (process.platform === 'win32') {
  app.setAppUserModelId(WINDOWS_APP_ID);
  app.setToastActivatorCLSID(WINDOWS_TOAST_ACTIVATOR);
}
for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
app.setPath('userData', profileFolder());
// `electron .` has the app's folder as its first argument, an installed program does not.
const argvFiles = filesOfCommandLine(process.argv, process.cwd(), process.defaultApp === true);

if (isFirstInstance(argvFiles)) {
  secureBeforeReady();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  start(argvFiles).catch((error: unknown) => {
    // Otherwise the program would just not appear.
    dialog.showErrorBox(`${NAME} could not start`, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
