import type { EventName } from '#shared/ipc/channels.ts';
import { isRefused } from '#shared/ipc/contract.ts';
import type {
  DeskEvents,
  DeskState,
  IntakeEntry,
  Outcome,
  Projection,
  ReportContent,
  ReportFolder,
  ReportNews,
  Reach,
  Intake,
  StateReading,
  StoredFile,
  Theme,
  WatchedFolder,
  WatchedNews,
} from '#shared/ipc/contract.ts';
import type { Desk } from './desk.ts';

type AnyListener = (payload: never) => void;

/** A desk without a machine behind it: answers as a healthy one does, remembers what it was told. For tests of the page. */
export interface FakeDesk extends Desk {
  /** What the next `files.choose` answers. */
  chosen: readonly IntakeEntry[];
  /** What the next `files.chooseFolder` answers. */
  chosenInFolder: readonly IntakeEntry[];
  /** What `watch.choose` answers, and from then on `watch.get`. */
  folderToWatch: WatchedFolder | null;
  watched: WatchedFolder | null;
  /** What `watch.waiting` answers; `files.release` takes away. */
  newFiles: readonly Intake[];
  readonly watchedNews: WatchedNews[];
  /** What `files.take` makes of each file; by default a sound intake of its name and size. */
  intakeOf(file: File): IntakeEntry;
  /** What `state.read` answers; `state.record` replaces it. */
  remembered: StateReading;
  /** What was saved, newest last. */
  readonly saved: { readonly name: string; readonly text: string }[];
  /** What `files.saveMany` was given, and after how many of them it stops with a problem; null: it writes all. */
  readonly savedMany: { readonly name: string; readonly text: string }[];
  stopsAfter: number | null;
  readonly opened: string[];
  startsAtLogin: boolean;
  readonly released: string[];
  /** When set, `space.grant` and `space.spend` answer with it. */
  spaceProblem: { readonly code: string; readonly message: string } | null;
  /** What was projected last; null before. */
  projected: Projection | null;
  /** What `clock.outcomes` answers; `clock.settle` takes away. */
  outcomes: readonly Outcome[];
  readonly dismissed: string[];
  /** What `clock.reach` answers. */
  reach: Reach;
  /** What the next `reports.chooseFolder` answers. */
  reportFolder: ReportFolder | null;
  /** When set, `reports.write` answers with it. */
  reportProblem: { readonly code: string; readonly message: string } | null;
  /** What reports were written, shown and told of, newest last. */
  readonly reported: ReportContent[];
  readonly shown: string[];
  readonly news: ReportNews[];
  /** What the next `library.choose` answers. */
  chosenToKeep: readonly IntakeEntry[];
  /** When set, `library.add` answers with it. */
  libraryProblem: { readonly code: string; readonly message: string } | null;
  /** What `library.add` has made of what `files.take`, `library.choose` and `files.choose` gave, newest last. */
  readonly kept: StoredFile[];
  /** What copies were saved, and which files the facts were last said to name. */
  readonly copies: { readonly fileId: string; readonly name: string }[];
  named: readonly string[];
  /** Lets main's side say something. */
  tell<E extends EventName>(event: E, payload: DeskEvents[E]): void;
}

const sure = <T>(value: T): Promise<{ readonly ok: true; readonly value: T }> => Promise.resolve({ ok: true, value });

/** Main looks at the bytes, which are not here. */
const typeByName = (name: string): string =>
  ({ png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml', pdf: 'application/pdf', xml: 'application/xml' })[
    name.split('.').at(-1)?.toLowerCase() ?? ''
  ] ?? (/\.(csv|txt|md|eml)$/i.test(name) ? 'text/plain' : 'application/octet-stream');

/** A fresh fake; every field of `overrides` replaces its own. */
export function fakeDesk(overrides: Partial<FakeDesk> = {}): FakeDesk {
  const listeners = new Map<EventName, Set<AnyListener>>();
  // As in the preload, what comes before anyone listens waits for the first listener.
  const waiting = new Map<EventName, unknown[]>();
  const grants = new Set<string>();
  let theme: Theme = { choice: 'system', dark: false };
  let made = 0;
  const intakes = new Map<string, Omit<StoredFile, 'fileId'>>();
  const noted = (entry: IntakeEntry, type = ''): IntakeEntry => {
    if (!isRefused(entry)) {
      intakes.set(entry.id, { name: entry.name, size: entry.size, type: type || typeByName(entry.name) });
    }
    return entry;
  };

  const desk: FakeDesk = {
    chosen: [],
    chosenInFolder: [],
    folderToWatch: null,
    watched: null,
    newFiles: [],
    watchedNews: [],
    intakeOf: (file) => ({ id: `fake-${++made}`, name: file.name, size: file.size, modifiedMs: file.lastModified }),
    remembered: { kind: 'first-run' },
    saved: [],
    savedMany: [],
    stopsAfter: null,
    opened: [],
    startsAtLogin: false,
    released: [],
    spaceProblem: null,
    projected: null,
    outcomes: [],
    dismissed: [],
    reach: { notifications: 'shown', tray: 'shown' },
    reportFolder: null,
    reportProblem: null,
    reported: [],
    shown: [],
    news: [],
    chosenToKeep: [],
    libraryProblem: null,
    kept: [],
    copies: [],
    named: [],
    tell: (event, payload) => {
      const heard = listeners.get(event);
      if (!heard?.size) waiting.set(event, [...(waiting.get(event) ?? []), payload]);
      for (const listener of heard ?? []) (listener as (payload: unknown) => void)(payload);
    },
    app: {
      info: () =>
        sure({
          version: '0.0.0-fake',
          platform: 'linux',
          locale: 'en-US',
          systemTimeZone: 'America/New_York',
          dark: theme.dark,
          runtime: { electron: '0', chromium: '0', node: '0' },
        }),
    },
    files: {
      choose: () => sure(desk.chosen.map((entry) => noted(entry))),
      chooseFolder: () => sure(desk.chosenInFolder),
      take: (files) => sure(files.map((file) => noted(desk.intakeOf(file), file.type))),
      release: (id) => {
        desk.released.push(id);
        desk.newFiles = desk.newFiles.filter((file) => file.id !== id);
        return sure(null);
      },
      saveText: ({ suggestedName, text }) => {
        desk.saved.push({ name: suggestedName, text });
        return sure({ kind: 'saved', name: suggestedName });
      },
      saveMany: ({ ending, files }) => {
        const written = files.slice(0, desk.stopsAfter ?? files.length);
        desk.savedMany.push(...written);
        const names = written.map(({ name }) => `${name}${ending}`);
        const problem = desk.stopsAfter === null ? null : 'The disk is full.';
        return sure({ kind: 'saved', folder: 'Drafts', names, problem });
      },
    },
    watch: {
      get: () => sure(desk.watched),
      choose: () => {
        desk.watched = desk.folderToWatch ?? desk.watched;
        return sure(desk.folderToWatch);
      },
      set: (on) => {
        if (!desk.watched)
          return Promise.resolve({ ok: false, error: { code: 'no-folder', message: 'There is no folder.' } });
        desk.watched = { ...desk.watched, on };
        return sure(desk.watched);
      },
      waiting: () => sure(desk.newFiles),
      announce: (news) => {
        desk.watchedNews.push(news);
        return sure(null);
      },
    },
    space: {
      grant: (bytes) => {
        if (desk.spaceProblem) return Promise.resolve({ ok: false, error: desk.spaceProblem });
        const grantId = `grant-${++made}`;
        grants.add(grantId);
        return sure({ grantId, bytes, expiresMs: Number.MAX_SAFE_INTEGER });
      },
      spend: (grantId) => {
        if (desk.spaceProblem) return Promise.resolve({ ok: false, error: desk.spaceProblem });
        if (grants.delete(grantId)) return sure(null);
        return Promise.resolve({ ok: false, error: { code: 'no-grant', message: 'There is no such grant.' } });
      },
    },
    state: {
      read: () => sure(desk.remembered),
      record: (state: DeskState) => {
        desk.remembered = { kind: 'known', lastVersion: '0.0.0-fake', ...state };
        return sure(null);
      },
    },
    theme: {
      get: () => sure(theme),
      set: (choice) => {
        theme = { choice, dark: choice === 'dark' };
        return sure(theme);
      },
    },
    login: {
      get: () => sure(desk.startsAtLogin),
      set: (on) => {
        desk.startsAtLogin = on;
        return sure(on);
      },
    },
    links: {
      open: (url) => {
        desk.opened.push(url);
        return sure(null);
      },
    },
    sample: {
      open: () => sure([]),
    },
    clock: {
      replace: (projection) => {
        desk.projected = projection;
        return sure(null);
      },
      outcomes: () => sure(desk.outcomes),
      settle: (ids) => {
        desk.outcomes = desk.outcomes.filter(({ id }) => !ids.includes(id));
        return sure(null);
      },
      dismiss: (job) => {
        desk.dismissed.push(job);
        return sure(null);
      },
      reach: () => sure(desk.reach),
    },
    reports: {
      chooseFolder: () => sure(desk.reportFolder),
      write: (content) => {
        if (desk.reportProblem) return Promise.resolve({ ok: false, error: desk.reportProblem });
        desk.reported.push(content);
        return sure({ pdf: `${content.baseName}.pdf`, csv: `${content.baseName}.csv` });
      },
      show: ({ name }) => {
        desk.shown.push(name);
        return sure(null);
      },
      announce: (news) => {
        desk.news.push(news);
        return sure(null);
      },
    },
    library: {
      choose: () => sure(desk.chosenToKeep.map((entry) => noted(entry))),
      add: (intakeId) => {
        if (desk.libraryProblem) return Promise.resolve({ ok: false, error: desk.libraryProblem });
        const intake = intakes.get(intakeId) ?? { name: intakeId, size: 1, type: 'application/octet-stream' };
        const file = { fileId: `file-${++made}`, ...intake };
        desk.kept.push(file);
        return sure(file);
      },
      saveCopies: (copies) => {
        desk.copies.push(...copies);
        return sure({ kind: 'saved', copiesId: 'copies', folder: 'Downloads', names: copies.map(({ name }) => name) });
      },
      show: (copiesId) => {
        desk.shown.push(copiesId);
        return sure(null);
      },
      keep: (fileIds) => {
        desk.named = fileIds;
        return sure(null);
      },
    },
    on: (event, listener) => {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      const early = waiting.get(event) ?? [];
      waiting.delete(event);
      for (const payload of early) (listener as (payload: unknown) => void)(payload);
      return () => void heard.delete(listener);
    },
    ...overrides,
  };
  return desk;
}
