import { join } from 'node:path';
import { app, chromiumSwitches } from './app.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { onShutdown, underTest } from './environment.ts';
import { startServer } from './protocol.ts';

let launching: Promise<Chromium> | undefined;

/** Where Chromium keeps the profile: IndexedDB and the like live below it. */
export const storagePath = (): string => join(app.getPath('sessionData'), 'Chromium', 'Default');

async function launch(): Promise<Chromium> {
  const chromium = await launchChromium(
    join(app.getPath('sessionData'), 'Chromium'),
    await startServer(),
    underTest,
    chromiumSwitches(),
  );
  onShutdown(() => chromium.close());
  chromium.process.on('exit', (code) => {
    launching = undefined;
    if (code === 0) return;
    console.error('Chromium has died, and the program with it.');
    process.exit(1);
  });
  await chromium.browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  return chromium;
}

/** The one browser behind all windows, started with the first. */
export function browser(): Promise<Chromium> {
  launching ??= launch();
  return launching;
}
