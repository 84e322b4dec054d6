import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A window manager that does not answer is not waited for. */
const LIMIT = { timeout: 3_000 };

/** The X window with this title, waited for, as `xdotool` knows it. */
export async function findXWindow(title: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = await run('xdotool', ['search', '--name', title]).catch((error: { code?: unknown }) => {
      if (error.code === 'ENOENT')
        throw new Error('The host needs xdotool (Debian package: xdotool) to show and hide windows.');
      return undefined;
    });
    const id = found?.stdout.trim().split('\n')[0];
    if (id !== undefined && id !== '') return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No X window called ${title}`);
}

/** Shows or hides a window wholly, as a tray program does; the page behind it lives on. */
export async function setMapped(xWindow: string, mapped: boolean): Promise<void> {
  await run('xdotool', [mapped ? 'windowmap' : 'windowunmap', '--sync', xWindow], LIMIT).catch(() => undefined);
  if (mapped) await run('xdotool', ['windowactivate', xWindow], LIMIT).catch(() => undefined);
}
