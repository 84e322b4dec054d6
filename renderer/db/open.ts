import type { DeskState, StateReading } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { DeskDatabase, SCHEMA_VERSION, databaseName } from './schema.ts';
import { storageProblem } from './problems.ts';
import { useDatabase } from './connection.ts';

/** A second program on the same profile, a virus scanner or a slow disk pass within seconds; more waiting helps no one. */
const WAITS_MS: readonly number[] = [500, 2000];

export interface OpenedDesk {
  readonly database: DeskDatabase;
  /** What main should remember of the database from now on. */
  readonly state: DeskState;
}

export interface OpenOptions {
  /** What main remembers of the last time. */
  readonly remembered: StateReading;
  readonly now: number;
  /** Leaves a lost or damaged database where it is and begins the next generation, empty. */
  readonly startEmpty?: boolean;
  /** Called when another window asks for the database (an update, a restore): it has been closed. */
  readonly onClosed?: () => void;
}

/**
 * Opens the window's database and makes it the one that the repositories use. Refuses, and changes nothing:
 * `newer-data` (written by a newer program), `lost` (main remembers data that is not there), `cannot-open` (after three
 * tries), `blocked` (another window keeps an older version open).
 */
export async function openDesk(options: OpenOptions): Promise<Result<OpenedDesk>> {
  const { remembered, now, startEmpty = false } = options;
  const generations = await existingGenerations();
  if (!generations.ok) return generations;
  const current = remembered.kind === 'known' ? remembered.generation : (generations.value.at(-1) ?? 1);
  const generation = startEmpty ? Math.max(current, ...generations.value) + 1 : current;
  const exists = generations.value.includes(generation);
  if (!startEmpty && !exists && remembered.kind !== 'first-run') return lost(remembered);

  const opened = await openDatabase(databaseName(generation), options.onClosed);
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const found = await database.meta.get('install');
    const imports = await database.imports.count();
    const known = remembered.kind === 'known' && !startEmpty ? remembered : null;
    if (
      known &&
      (found?.key !== 'install' || found.installId !== known.installId || imports < (known.rowCounts['imports'] ?? 0))
    ) {
      database.close({ disableAutoOpen: true });
      return lost(remembered);
    }
    const installId = found?.key === 'install' ? found.installId : await madeInstallId(database, now);
    // The stack of edits lives as long as the window.
    await database.journal.clear();
    // Asks the browser never to clear this data by itself; a no changes nothing for us.
    await navigator.storage?.persist?.();
    useDatabase(database);
    return ok({ database, state: { generation, installId, rowCounts: await countRows(database) } });
  } catch (error) {
    database.close({ disableAutoOpen: true });
    return storageProblem(error);
  }
}

/** The install id of a new database. Two that open it at once (a window that is loaded anew) get the same one. */
async function madeInstallId(database: DeskDatabase, now: number): Promise<string> {
  return database.transaction('rw', database.meta, async () => {
    const found = await database.meta.get('install');
    if (found?.key === 'install') return found.installId;
    const installId = crypto.randomUUID();
    await database.meta.add({ key: 'install', installId, createdAt: now });
    return installId;
  });
}

/** Opens a database by name, as the ledger worker does once the window has migrated it. Errors as in `openDesk`. */
export async function openDatabase(name: string, onClosed?: () => void): Promise<Result<DeskDatabase>> {
  for (const wait of [...WAITS_MS, null]) {
    const newer = await isNewer(name);
    if (!newer.ok) return newer;
    if (newer.value) {
      return fail(
        'newer-data',
        'Your data was written by a newer version of Affiliate Desk. It was not opened. Install the newer version.',
      );
    }
    const result = await tryOpen(name, onClosed);
    if (result.kind === 'opened') return ok(result.database);
    if (result.kind === 'blocked') {
      return fail('blocked', 'Another window of Affiliate Desk has your data open. Close it, then start again.');
    }
    if (wait === null) {
      return fail(
        'cannot-open',
        `Your data could not be opened (${result.reason}). Nothing was changed. Restart the computer, then start Affiliate Desk again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new Error('Not reached: the last wait is null.');
}

/** Rows per table: what main remembers, to notice a loss. */
export async function countRows(database: DeskDatabase): Promise<Record<string, number>> {
  return database.transaction('r', database.tables, async () => {
    const counts: Record<string, number> = {};
    for (const table of database.tables) counts[table.name] = await table.count();
    return counts;
  });
}

type Attempt =
  | { readonly kind: 'opened'; readonly database: DeskDatabase }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'failed'; readonly reason: string };

async function tryOpen(name: string, onClosed?: () => void): Promise<Attempt> {
  const database = new DeskDatabase(name);
  // Dexie's own handlers would reopen by themselves, or only write to the console.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    onClosed?.();
    return false;
  });
  const blocked = new Promise<Attempt>((resolve) => {
    database.on('blocked', () => resolve({ kind: 'blocked' }));
  });
  const opening = database.open().then(
    (): Attempt => ({ kind: 'opened', database }),
    (error: unknown): Attempt => ({ kind: 'failed', reason: error instanceof Error ? error.name : String(error) }),
  );
  const attempt = await Promise.race([opening, blocked]);
  if (attempt.kind !== 'opened') database.close({ disableAutoOpen: true });
  return attempt;
}

/** Dexie opens newer data without a word, so the browser is asked first. Its versions are Dexie's times ten. */
async function isNewer(name: string): Promise<Result<boolean>> {
  try {
    const found = (await indexedDB.databases()).find((database) => database.name === name);
    return ok(Math.floor((found?.version ?? 0) / 10) > SCHEMA_VERSION);
  } catch (error) {
    return storageProblem(error);
  }
}

async function existingGenerations(): Promise<Result<readonly number[]>> {
  try {
    const databases = await indexedDB.databases();
    return ok(
      databases
        .flatMap(({ name = '' }) => /^desk-(\d+)$/.exec(name)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b),
    );
  } catch (error) {
    return storageProblem(error);
  }
}

function lost(remembered: StateReading): Result<never> {
  const imports = remembered.kind === 'known' ? (remembered.rowCounts['imports'] ?? 0) : 0;
  const what = imports > 0 ? `There were ${imports} imports the last time` : 'There was data the last time';
  return fail(
    'lost',
    `${what}, and they are not where they should be. Nothing was changed. Restart Affiliate Desk; if it says this again, start empty and import your exports anew.`,
  );
}
