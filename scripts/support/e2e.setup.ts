import { deskRuntimeLine } from '#tests/support/launch-desk.ts';
import { openDisplay } from './display.ts';

/**
 * Runs once before the end-to-end tests: their first line says what the program runs on, and on Linux they get a desktop
 * of their own, which ends with them.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  console.log(deskRuntimeLine());
  if (process.platform !== 'linux') return undefined;
  const display = await openDisplay();
  delete process.env['WAYLAND_DISPLAY'];
  Object.assign(process.env, display.env);
  return () => display.close();
}
