import { ipcMain } from 'electron';
import { ok } from '#shared/lib/result.ts';
import type { Handlers, WatchedNews } from '#shared/ipc/contract.ts';
import type { Clock } from '#main/clock/clock.ts';
import type { FileDialogs } from '#main/files/dialogs.ts';
import type { Intakes } from '#main/files/intake.ts';
import type { Sample } from '#main/files/sample.ts';
import type { Space } from '#main/files/space.ts';
import type { StateStore } from '#main/files/state.ts';
import type { Watch } from '#main/files/watch.ts';
import type { Copies } from '#main/library/copies.ts';
import type { Library } from '#main/library/library.ts';
import type { Log } from '#main/log.ts';
import type { LoginItem } from '#main/login-item.ts';
import { openLink } from '#main/security/links.ts';
import type { Reports } from '#main/reports/reports.ts';
import type { Themes } from '#main/windows/theme.ts';
import { appHandlers } from './handlers/app.ts';
import { clockHandlers } from './handlers/clock.ts';
import { dropsHandlers, filesHandlers } from './handlers/files.ts';
import { libraryHandlers } from './handlers/library.ts';
import { reportsHandlers } from './handlers/reports.ts';
import { stateHandlers } from './handlers/state.ts';
import { watchHandlers } from './handlers/watch.ts';
import { registerHandlers } from './register.ts';

export interface Services {
  readonly clock: Clock;
  readonly copies: Copies;
  readonly dialogs: FileDialogs;
  readonly intakes: Intakes;
  readonly library: Library;
  readonly login: LoginItem;
  readonly reports: Reports;
  readonly sample: Sample;
  readonly space: Space;
  readonly state: StateStore;
  readonly themes: Themes;
  readonly watch: Watch;
  /** Says what has become of a file of the watched folder. */
  readonly tellWatched: (news: WatchedNews) => void;
}

/** Every verb of the contract, answered by the services. */
export function createHandlers({
  clock,
  copies,
  dialogs,
  intakes,
  library,
  login,
  reports,
  sample,
  space,
  state,
  themes,
  watch,
  tellWatched,
}: Services): Handlers {
  return {
    app: appHandlers(),
    files: filesHandlers(dialogs, intakes, watch),
    watch: watchHandlers(watch, dialogs, tellWatched),
    drops: dropsHandlers(intakes),
    space,
    state: stateHandlers(state),
    theme: {
      get: () => Promise.resolve(ok(themes.get())),
      set: async (choice) => ok(await themes.set(choice)),
    },
    login: { get: async () => ok(await login.get()), set: (on) => login.set(on) },
    links: { open: openLink },
    sample,
    clock: clockHandlers(clock, process.platform),
    reports: reportsHandlers(reports),
    library: libraryHandlers(library, copies, dialogs),
  };
}

/** Opens the program's one door to its page. */
export function openIpc(services: Services, log: Log): void {
  registerHandlers(ipcMain, createHandlers(services), log);
}
