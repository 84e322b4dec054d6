import { nativeTheme } from 'electron';
import type { Theme, ThemeChoice } from '#shared/ipc/contract.ts';
import type { SettingsStore } from '#main/files/settings.ts';

export interface Themes {
  get(): Theme;
  /** Takes effect at once and is remembered. */
  set(choice: ThemeChoice): Promise<Theme>;
  /** The listener is told every change, whether by choice or by the system. */
  onChange(listener: (theme: Theme) => void): void;
}

/** The canvas colours of the page's own themes, shown while it loads; `tokens.css` has them as `--canvas`. */
export const backgroundColor = (dark: boolean): string => (dark ? '#17191a' : '#ffffff');

/** Puts the remembered choice in force. */
export function createThemes(settings: SettingsStore): Themes {
  const listeners: ((theme: Theme) => void)[] = [];
  const get = (): Theme => ({ choice: settings.current.theme, dark: nativeTheme.shouldUseDarkColors });
  nativeTheme.themeSource = settings.current.theme;
  let told = get();
  // Choosing and the system's own report of it come both; each change is told once.
  const tellAll = (): void => {
    const theme = get();
    if (theme.choice === told.choice && theme.dark === told.dark) return;
    told = theme;
    for (const listener of listeners) listener(theme);
  };
  nativeTheme.on('updated', tellAll);
  return {
    get,
    async set(choice) {
      const saved = settings.change({ theme: choice });
      nativeTheme.themeSource = choice;
      // The system reports a change of colours only, and light may be what "system" already was.
      tellAll();
      await saved;
      return get();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
