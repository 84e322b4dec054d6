import { deskState, type DeskState, type StateReading } from '#shared/ipc/contract.ts';
import { createJsonStore } from './json-store.ts';
import type { WriteSteps } from './write-atomic.ts';

type StateFile = ({ readonly lastVersion: string } & Readonly<DeskState>) | { readonly newerVersion: string };

export interface StateStore {
  /** Like the page's reading, and `newer` when the data was last written by a later version of the program. */
  read(): Promise<StateReading | { readonly kind: 'newer'; readonly lastVersion: string }>;
  /** Remembers the state as written by this version of the program. */
  record(state: DeskState): Promise<void>;
}

/** `state.json`: what is remembered of the database outside of it (see `DeskState`). */
export function createStateStore(path: string, programVersion: string, steps?: WriteSteps): StateStore {
  const parse = (json: unknown): StateFile | null => readStateFile(json, programVersion);
  const store = createJsonStore<StateFile>(path, parse, steps);
  return {
    async read() {
      const stored = await store.read();
      if (stored.kind === 'absent') return { kind: 'first-run' };
      if (stored.kind === 'unreadable') return { kind: 'unreadable' };
      if ('newerVersion' in stored.value) return { kind: 'newer', lastVersion: stored.value.newerVersion };
      return { kind: 'known', ...stored.value };
    },
    record: (state) => store.write({ ...state, lastVersion: programVersion }),
  };
}

/** Only the version must be readable for ever: a later program may keep anything else beside it. */
function readStateFile(json: unknown, programVersion: string): StateFile | null {
  if (typeof json !== 'object' || json === null || !('lastVersion' in json)) return null;
  const { lastVersion } = json;
  if (typeof lastVersion !== 'string') return null;
  if (isNewer(lastVersion, programVersion)) return { newerVersion: lastVersion };
  const state = deskState.safeParse(json);
  return state.success ? { lastVersion, ...state.data } : null;
}

/** Whether version `a` (`major.minor.patch`, what follows is left aside) is later than `b`. */
export function isNewer(a: string, b: string): boolean {
  const parts = (version: string): number[] => version.split(/[.+-]/, 3).map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(a), parts(b)];
  const index = [0, 1, 2].find((i) => (left[i] ?? 0) !== (right[i] ?? 0));
  return index !== undefined && (left[index] ?? 0) > (right[index] ?? 0);
}
