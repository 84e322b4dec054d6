import type { Rectangle } from 'electron';
import { themeChoice, type ThemeChoice } from '#shared/ipc/contract.ts';
import { createJsonStore } from './json-store.ts';

export interface MachineSettings {
  readonly theme: ThemeChoice;
  /** The window as it last stood (DIP); null before it was ever closed. */
  readonly window: (Readonly<Rectangle> & { readonly maximized: boolean }) | null;
  /** Where she last chose or saved files; since Electron 43 dialogs no longer remember it. */
  readonly lastFolder: string | null;
  /** She has been told once where the program is when its window is closed. */
  readonly knowsTray: boolean;
}

export interface SettingsStore {
  readonly current: MachineSettings;
  /** Takes effect at once; resolves when it is on disk. */
  change(part: Partial<MachineSettings>): Promise<void>;
}

/** What belongs to this machine and not to the data: theme, window, last folder. A damaged file means the defaults. */
export async function openSettings(path: string): Promise<SettingsStore> {
  const store = createJsonStore<MachineSettings>(path, readSettings);
  const stored = await store.read();
  let current: MachineSettings = stored.kind === 'value' ? stored.value : readSettings({});
  return {
    get current() {
      return current;
    },
    change(part) {
      current = { ...current, ...part };
      return store.write(current);
    },
  };
}

/** Each setting for itself: one that makes no sense falls back and leaves the others alone. */
function readSettings(json: unknown): MachineSettings {
  const { theme, window, lastFolder, knowsTray } = (json ?? {}) as Readonly<Record<string, unknown>>;
  return {
    theme: themeChoice.safeParse(theme).data ?? 'system',
    window: isPlace(window) ? window : null,
    lastFolder: typeof lastFolder === 'string' ? lastFolder : null,
    knowsTray: knowsTray === true,
  };
}

function isPlace(value: unknown): value is NonNullable<MachineSettings['window']> {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, maximized } = value as Readonly<Record<string, unknown>>;
  return [x, y, width, height].every(Number.isSafeInteger) && typeof maximized === 'boolean';
}
