import { startDisplay } from '#tests/support/desk-display.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

/**
 * What `npm start` does where nothing can be seen: starts the program on a fresh profile without a window (real Electron
 * cannot do without a screen and gets one of its own), waits until its main window shows itself, says so, and ends it.
 * Gives the exit code.
 */
export async function startHeadless(onHost: boolean): Promise<number> {
  const display = onHost ? undefined : await startDisplay();
  try {
    const desk = await launchDesk({ headless: true, env: display?.env ?? {} });
    await desk.page.locator('main').first().waitFor();
    const isWell = await desk.page.getByRole('navigation').isVisible();
    const text = await desk.page.locator('body').innerText();
    await desk.close();
    // A page that cannot start has no navigation, only what went wrong.
    if (!isWell) throw new Error(text);
    console.log('There is no display: the program was started headless, showed its main window, and is well.');
    return 0;
  } catch (error) {
    console.error(`There is no display, and started headless the program did not come up.\n${String(error)}`);
    return 1;
  } finally {
    await display?.stop();
  }
}
