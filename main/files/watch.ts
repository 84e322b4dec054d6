import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isRefused, type Intake, type WatchedFolder } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import type { Log } from '#main/log.ts';
import type { Intakes } from './intake.ts';
import { createJsonStore, type JsonStore } from './json-store.ts';

/** A file counts once nothing has been written to it for so long: a download is not whole before. */
export const SETTLED_MS = 2_000;
/** How often the folder is looked at anyway: not every file system tells of changes. */
const POLL_MS = 15_000;
/** After a hint that something has changed, and while a file is still being written. */
const SOON_MS = 500;
/** Names that are remembered of files that are no longer there. */
const MOST_GONE = 5_000;

/**
 * Endings of what may be an export: into a folder of downloads come many other things, and of those nobody wants to hear.
 * What a browser has not finished has another ending (.crdownload, .part, .download).
 */
const ENDINGS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.tab', '.txt', '.xlsx', '.xls', '.gz', '.zip', '.vcf']);

/** A file as it was when it was noticed. */
export interface SeenFile {
  readonly size: number;
  readonly mtimeMs: number;
  /** It has been dealt with, or was there before. */
  readonly settled: boolean;
}

/** What main keeps of the watched folder on this machine. */
export interface WatchState {
  readonly folder: string | null;
  readonly on: boolean;
  /** By name. */
  readonly seen: Readonly<Record<string, SeenFile>>;
}

const NOTHING: WatchState = { folder: null, on: false, seen: {} };

export interface Watch {
  /** Looks for what has come since the last time, and goes on watching. */
  start(): Promise<void>;
  stop(): void;
  get(): Promise<WatchedFolder | null>;
  /** This folder from now on. */
  choose(folder: string): Promise<WatchedFolder>;
  set(on: boolean): Promise<Result<WatchedFolder>>;
  waiting(): readonly Intake[];
  /** An intake is no longer needed: if it is a file from the folder, it is not offered again. */
  released(intakeId: string): void;
  /** Looks now. Also called when the computer wakes. */
  look(): Promise<void>;
}

interface Parts {
  readonly store: JsonStore<WatchState>;
  readonly intakes: Pick<Intakes, 'take' | 'release'>;
  readonly now: () => number;
  /** There are new files to ask for. */
  readonly onFiles: () => void;
  readonly log: Log;
}

/** `watch.json`. */
export const createWatchStore = (path: string): JsonStore<WatchState> => createJsonStore<WatchState>(path, readState);

/**
 * Notices new files in a folder: told by the system where it tells, and by looking every few seconds. What it has noticed is on
 * the disk before anyone hears of it, and stays offered until it is released, so that a restart neither forgets a file nor
 * offers one twice.
 */
export function createWatch({ store, intakes, now, onFiles, log }: Parts): Watch {
  let state = NOTHING;
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** The system has told of a change since the last look. */
  let hinted = false;
  let stopped = true;
  let queue: Promise<unknown> = Promise.resolve();
  /** Files that are new or have changed, and since when they have stayed as they are. */
  let fresh = new Map<string, { readonly size: number; readonly mtimeMs: number; readonly since: number }>();
  /** Offered in this run of the program, by name. */
  const offered = new Map<string, Intake>();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  /** A disk that refuses costs only what a restart would have known. */
  async function become(next: WatchState): Promise<void> {
    state = next;
    await store.write(next).catch((error: unknown) => log.error('watch.not-kept', error));
  }

  async function lookNow(): Promise<void> {
    const { folder } = state;
    if (folder === null || !state.on) return;
    const files = await filesOf(folder);
    // Out of reach for now: what is remembered of it stays.
    if (files === null) return;
    for (const [name, { id }] of offered) {
      if (files.has(name)) continue;
      offered.delete(name);
      intakes.release(id);
    }
    const ripe: string[] = [];
    const still: typeof fresh = new Map();
    for (const [name, { size, mtimeMs }] of files) {
      const seen = seenOf(name);
      if (seen && seen.size === size && seen.mtimeMs === mtimeMs && (seen.settled || offered.has(name))) continue;
      const before = fresh.get(name);
      const since = before && before.size === size && before.mtimeMs === mtimeMs ? before.since : now();
      if (now() - since >= SETTLED_MS && size > 0) ripe.push(name);
      else still.set(name, { size, mtimeMs, since });
    }
    fresh = still;
    if (ripe.length > 0) await offer(folder, ripe, files);
  }

  const seenOf = (name: string): SeenFile | undefined =>
    Object.hasOwn(state.seen, name) ? state.seen[name] : undefined;

  async function offer(folder: string, names: readonly string[], files: Files): Promise<void> {
    const entries = await intakes.take(names.map((name) => join(folder, name)));
    const seen: [string, SeenFile][] = [];
    names.forEach((name, at) => {
      const entry = entries[at];
      const found = files.get(name);
      if (!entry || !found) return;
      const before = offered.get(name);
      if (before) intakes.release(before.id);
      // What can be no export is passed over in silence.
      seen.push([name, { ...found, settled: isRefused(entry) }]);
      if (isRefused(entry)) offered.delete(name);
      else offered.set(name, entry);
    });
    await become({ ...state, seen: kept({ ...state.seen, ...Object.fromEntries(seen) }, files) });
    const count = seen.filter(([, { settled }]) => !settled).length;
    if (count === 0) return;
    log.info('watch.noticed', { count });
    onFiles();
  }

  function setTimer(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (stopped || !state.on) return;
    timer = setTimeout(() => void look(), hinted || fresh.size > 0 ? SOON_MS : POLL_MS);
  }

  /** The first hint alone sets the time: in a folder that changes all the time the next one would put it off for ever. */
  function soon(): void {
    if (hinted) return;
    hinted = true;
    setTimer();
  }

  const look = (): Promise<void> =>
    inTurn(async () => {
      hinted = false;
      await lookNow();
      if (!watcher) listen();
      setTimer();
    });

  /** Where the system cannot tell of changes, looking every few seconds has to do. */
  function listen(): void {
    watcher?.close();
    watcher = null;
    if (stopped || !state.on || state.folder === null) return;
    try {
      watcher = watch(state.folder, soon);
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch (error) {
      log.warn('watch.not-told', { code: (error as NodeJS.ErrnoException).code ?? '' });
    }
  }

  /** From here on: what lies in the folder now and is not on offer has been dealt with. */
  async function begin(folder: string): Promise<void> {
    if (folder !== state.folder) offered.clear();
    const files = (await filesOf(folder)) ?? new Map<string, never>();
    const seen = [...files].map(([name, file]): [string, SeenFile] => [name, { ...file, settled: !offered.has(name) }]);
    await become({ folder, on: true, seen: Object.fromEntries(seen) });
  }

  async function rest(): Promise<void> {
    await become({ ...state, on: false });
  }

  function restart(): void {
    fresh.clear();
    listen();
    setTimer();
  }

  const told = async (): Promise<WatchedFolder | null> =>
    state.folder === null
      ? null
      : { name: basename(state.folder) || state.folder, on: state.on, there: (await filesOf(state.folder)) !== null };

  return {
    start: () =>
      inTurn(async () => {
        stopped = false;
        const stored = await store.read();
        if (stored.kind === 'value') state = stored.value;
        if (stored.kind === 'unreadable') log.warn('watch.unreadable');
        listen();
        await lookNow();
        setTimer();
      }),
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      watcher?.close();
      watcher = null;
    },
    get: () => inTurn(told),
    choose: (folder) =>
      inTurn(async () => {
        await begin(folder);
        restart();
        return (await told()) as WatchedFolder;
      }),
    set: (on) =>
      inTurn(async () => {
        if (state.folder === null) return fail('no-folder', 'No folder is chosen yet. Choose one to watch it.');
        if (on !== state.on) await (on ? begin(state.folder) : rest());
        restart();
        return ok((await told()) as WatchedFolder);
      }),
    waiting: () => [...offered.values()].sort((a, b) => a.modifiedMs - b.modifiedMs),
    released: (intakeId) =>
      void inTurn(async () => {
        for (const [name, { id }] of offered) {
          const seen = seenOf(name);
          if (id !== intakeId) continue;
          offered.delete(name);
          if (seen) await become({ ...state, seen: { ...state.seen, [name]: { ...seen, settled: true } } });
        }
      }),
    look,
  };
}

type Files = ReadonlyMap<string, { readonly size: number; readonly mtimeMs: number }>;

/** The files of a folder that may be exports, null if it cannot be looked into. */
async function filesOf(folder: string): Promise<Files | null> {
  try {
    const files = new Map<string, { readonly size: number; readonly mtimeMs: number }>();
    for (const each of await readdir(folder, { withFileTypes: true })) {
      const { name } = each;
      // Hidden files, and what office programs leave beside an open one.
      if (!each.isFile() || /^[.~]/.test(name) || !ENDINGS.has(extname(name).toLowerCase())) continue;
      // It may be gone by now: then it is no file of the folder.
      const found = await stat(join(folder, name)).catch(() => null);
      if (found?.isFile()) files.set(name, { size: found.size, mtimeMs: found.mtimeMs });
    }
    return files;
  } catch {
    return null;
  }
}

/** All that is there, and the newest of what is gone: a drive that comes back brings nothing new. */
function kept(seen: WatchState['seen'], files: Files): WatchState['seen'] {
  const all = Object.entries(seen);
  if (all.length <= MOST_GONE) return seen;
  const gone = all.filter(([name]) => !files.has(name)).sort(([, a], [, b]) => b.mtimeMs - a.mtimeMs);
  return Object.fromEntries([...all.filter(([name]) => files.has(name)), ...gone.slice(0, MOST_GONE)]);
}

function readState(json: unknown): WatchState | null {
  if (typeof json !== 'object' || json === null) return null;
  const { folder, on, seen } = json as Readonly<Record<string, unknown>>;
  if ((folder !== null && typeof folder !== 'string') || typeof on !== 'boolean') return null;
  if (typeof seen !== 'object' || seen === null || !Object.values(seen).every(isSeen)) return null;
  return { folder, on, seen: seen as WatchState['seen'] };
}

function isSeen(value: unknown): value is SeenFile {
  if (typeof value !== 'object' || value === null) return false;
  const { size, mtimeMs, settled } = value as Readonly<Record<string, unknown>>;
  return typeof size === 'number' && typeof mtimeMs === 'number' && typeof settled === 'boolean';
}
