import type { CdpSession } from './cdp.ts';
import { colorScheme } from './environment.ts';
import { HostObject } from './present.ts';
import { windows } from './window-list.ts';

type Source = 'system' | 'light' | 'dark';
type Implemented = Pick<
  Electron.NativeTheme,
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'prefersReducedTransparency'
>;

class NativeTheme extends HostObject implements Implemented {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  private source: Source = 'system';
  private system: 'light' | 'dark' = colorScheme;

  constructor() {
    super('nativeTheme', { emits: ['updated'] });
  }

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    this.source = source;
    this.changed();
  }

  get shouldUseDarkColors(): boolean {
    return (this.source === 'system' ? this.system : this.source) === 'dark';
  }

  /** The test changes what the desktop prefers. */
  setSystem(scheme: 'light' | 'dark'): void {
    this.system = scheme;
    this.changed();
  }

  private changed(): void {
    for (const window of windows) void window.webContents.page.then(applyTheme).catch(() => undefined);
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();

/** Lets a page's `prefers-color-scheme` follow the theme. */
export async function applyTheme(page: CdpSession): Promise<void> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}
