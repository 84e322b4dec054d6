import { startDisplay } from '#tests/support/desk-display.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

/**
 * What `npm start` does where nothing can be seen: starts the program on a fresh profile without a window (real Electron
 * cannot do without a screen and gets one of its own), waits until its page shows something, says so, and ends it.
 * Gives the exit code.
 */
export async function startHeadless(onHost: boolean): Promise<number> {
  const display = onHost ? undefined : await startDisplay();
  try {
    const desk = await launchDesk({ headless: true, env: display?.env ?? {} });
    await desk.page.waitForFunction(() => (document.querySelector('#root')?.textContent ?? '').trim() !== '');
    await desk.close();
    console.log('There is no display: the program was started headless, showed its window’s page, and is well.');
    return 0;
  } catch (error) {
    console.error(`There is no display, and started headless the program did not come up.\n${String(error)}`);
    return 1;
  } finally {
    await display?.stop();
  }
}
