import { app, nativeTheme } from 'electron';
import type { AppInfo, Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';

export function appHandlers(): Handlers['app'] {
  return {
    info: () =>
      Promise.resolve(
        ok({
          version: app.getVersion(),
          platform: process.platform as AppInfo['platform'],
          locale: app.getSystemLocale() || app.getLocale(),
          systemTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          dark: nativeTheme.shouldUseDarkColors,
          runtime: {
            electron: process.versions.electron,
            chromium: process.versions.chrome,
            node: process.versions.node,
          },
        }),
      ),
  };
}
