import { startDisplay } from '#tests/support/desk-display.ts';
import { deskRuntime, deskRuntimeLine } from '#tests/support/launch-desk.ts';
import { hasDisplay } from './electron.ts';

/**
 * Runs once before the end-to-end tests: their first line says what the program runs on. Real Electron on Linux needs a
 * screen for every test and gets one where there is none; on the host the few tests that look at a screen open their own.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  console.log(deskRuntimeLine());
  if (deskRuntime() === 'host' || hasDisplay()) return undefined;
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  return display.stop;
}
