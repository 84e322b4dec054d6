import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { withDisplay, type Display } from '#tests/support/desk-display.ts';
import { goTo, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

/** Reminders on a desktop of their own, with a real notification daemon. */
test.skip(process.platform !== 'linux', 'needs X11 and D-Bus');

const HOUR_MS = 3_600_000;
const AHEAD = join(import.meta.dirname, '../support/clock-ahead.cjs');

/** The main process with its wall clock so far ahead. */
const ahead = (ms: number): Record<string, string> => ({
  NODE_OPTIONS: `--require=${AHEAD}`,
  DESK_CLOCK_AHEAD_MS: String(ms),
});

let profile: string;
let desk: Desk | undefined;

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'desk-reminders-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true }));

async function onDisplay(body: (display: Display) => Promise<void>): Promise<void> {
  await withDisplay(async (display) => {
    try {
      await body(display);
    } finally {
      await desk?.close();
      desk = undefined;
    }
  });
}

async function start(display: Display, env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  desk = await launchDesk({ userData: profile, env: { ...display.env, ...env }, headless: false });
  await started(desk.page);
  return desk;
}

/** Day and time on the wall, as the fields of a task take them. */
function onTheWall(instant: number): { readonly day: string; readonly time: string } {
  const wall = new Date(instant - new Date(instant).getTimezoneOffset() * 60_000).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

async function addTask(page: Page, title: string, due: number): Promise<void> {
  const { day, time } = onTheWall(due);
  await goTo(page, 'Tasks');
  await main(page).getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByLabel('Due day', { exact: true }).and(page.locator('input')).fill(day);
  await dialog.getByLabel('Due time').fill(time);
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(dialog).toBeHidden();
}

const displayed = (display: Display): Promise<string> => display.run('dunstctl', 'count', 'displayed');

/** Titles of the reminders that were sent to the desktop. */
const sent = async (running: Desk): Promise<string[]> =>
  (await running.recorded('notification')).map(({ data }) => (data as { title: string }).title);

/** The lines of the inbox. */
async function inbox(page: Page): Promise<string[]> {
  await goTo(page, 'Inbox');
  return main(page).getByRole('row').allInnerTexts();
}

test('a reminder comes, is clicked, and the task opens', async () => {
  await onDisplay(async (display) => {
    const running = await start(display);
    await addTask(running.page, 'Send Pawsome the new banners', Date.now());
    await expect.poll(() => displayed(display)).toBe('1');
    await goTo(running.page, 'Dashboard');
    await display.run('dunstctl', 'action');
    const details = running.page.getByRole('complementary', { name: 'Details of the task' });
    await expect(details.getByText('Send Pawsome the new banners')).toBeVisible();
    await expect.poll(() => displayed(display)).toBe('0');
    expect(await inbox(running.page)).toEqual([expect.stringContaining('Send Pawsome the new banners')]);
    expect(await sent(running)).toEqual(['Send Pawsome the new banners']);
  });
});
