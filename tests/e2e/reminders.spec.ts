import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Sets the wall clock of the main process so far before the computer's. */
const goAhead = (ms: number): void => writeFileSync(join(profile, 'ahead'), String(ms));

/** Starts the program, its main process so far ahead. */
async function start(display: Display, aheadMs = 0): Promise<Desk> {
  goAhead(aheadMs);
  const env = { NODE_OPTIONS: `--require=${AHEAD}`, DESK_CLOCK_AHEAD: join(profile, 'ahead') };
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
    await expect.poll(() => inbox(running.page)).toEqual([expect.stringContaining('Send Pawsome the new banners')]);
    expect(await sent(running)).toEqual(['Send Pawsome the new banners']);
  });
});

test('with the window closed it comes all the same, and its click brings the window back', async () => {
  await onDisplay(async (display) => {
    const running = await start(display);
    const windows = async (): Promise<string> =>
      display.run('xdotool', 'search', '--onlyvisible', '--name', 'Affiliate Desk').catch(() => '');
    await expect.poll(windows).not.toBe('');
    const due = Math.floor(Date.now() / 60_000) * 60_000 + HOUR_MS;
    await addTask(running.page, 'Call Bark Weekly', due);
    await running.closeWindow();
    await expect.poll(windows).toBe('');
    expect(await running.isVisible()).toBe(false);
    // The first time it says that it goes on.
    await expect.poll(() => sent(running)).toEqual(['Affiliate Desk keeps running']);
    await display.run('dunstctl', 'close-all');

    // The computer has slept an hour.
    goAhead(due - Date.now());
    await running.power('resume');
    await expect.poll(() => sent(running)).toContain('Call Bark Weekly');
    expect(await running.isVisible()).toBe(false);
    await expect.poll(() => displayed(display)).toBe('1');
    await display.run('dunstctl', 'action');
    await expect.poll(windows).not.toBe('');
    const details = running.page.getByRole('complementary', { name: 'Details of the task' });
    await expect(details.getByText('Call Bark Weekly')).toBeVisible();

    await running.closeWindow();
    await expect.poll(windows).toBe('');
    expect(await sent(running), 'and it says so once').toEqual(['Affiliate Desk keeps running', 'Call Bark Weekly']);
    await running.clickTrayMenu(['Open']);
    await expect.poll(windows).not.toBe('');
  });
});

test('the morning is summed up once, with the window closed, and its click opens the tasks', async () => {
  await onDisplay(async (display) => {
    const running = await start(display);
    const { page } = running;
    await goTo(page, 'Settings');
    for (const day of ['Sat', 'Sun']) await page.getByRole('button', { name: day, exact: true }).click();
    await page.getByRole('region', { name: 'Morning summary' }).getByRole('button').click();
    await page.getByRole('option', { name: 'On' }).click();
    const nine = new Date();
    nine.setHours(33, 0, 0, 0);
    await addTask(page, 'Call Bark Weekly', nine.getTime() + 5 * HOUR_MS);
    await running.closeWindow();
    goAhead(nine.getTime() + 60_000 - Date.now());
    await running.power('resume');
    await expect.poll(() => sent(running)).toContain('Your day');
    await running.power('resume');
    const said = (await running.recorded('notification')).map(({ data }) => data as { title: string; body: string });
    expect(said.filter(({ title }) => title === 'Your day').map(({ body }) => body)).toEqual(['1 task today']);
    await display.run('dunstctl', 'action');
    await expect(page.getByRole('grid', { name: 'Tasks' })).toBeVisible();
    await expect.poll(() => inbox(page)).toEqual([expect.stringContaining('1 task today')]);
  });
});

test('what was missed while the program was closed is shown once, late, whatever is restarted', async () => {
  await onDisplay(async (display) => {
    const first = await start(display);
    const due = Math.floor(Date.now() / 60_000) * 60_000 + HOUR_MS;
    await addTask(first.page, 'Answer Kibble Club', due);
    await addTask(first.page, 'Not yet', due + 5 * HOUR_MS);
    await first.close();

    const second = await start(display, 2 * HOUR_MS);
    await expect.poll(() => displayed(display)).toBe('1');
    const [notice] = await second.recorded('notification');
    expect(notice?.data).toMatchObject({
      title: 'Answer Kibble Club',
      body: expect.stringMatching(/^Late: was due /),
    });
    await expect.poll(() => inbox(second.page)).toEqual([expect.stringContaining('Answer Kibble Club')]);
    await expect(main(second.page).getByText(/\blate\b/i)).toBeVisible();
    // Ended at once, not closed: what is on the disk has to do.
    await second.kill();

    const third = await start(display, 3 * HOUR_MS);
    await addTask(third.page, 'Something new', Date.now() + 9 * HOUR_MS);
    await expect.poll(async () => (await inbox(third.page)).length).toBe(1);
    expect(await sent(third)).toEqual([]);
    await third.close();

    const fourth = await start(display, 7 * HOUR_MS);
    await expect.poll(() => sent(fourth)).toEqual(['Not yet']);
    await expect.poll(async () => (await inbox(fourth.page)).length).toBe(2);
  });
});

test('snoozed and done from the notification', async () => {
  await onDisplay(async (display) => {
    const first = await start(display);
    await addTask(first.page, 'Check the coupon page', Date.now());
    await expect.poll(() => displayed(display)).toBe('1');
    await display.pressAction('Snooze 10 minutes');
    await expect.poll(() => displayed(display)).toBe('0');
    await goTo(first.page, 'Tasks');
    await main(first.page).getByText('Check the coupon page').click();
    const details = first.page.getByRole('complementary', { name: 'Details of the task' });
    await expect(details.getByText(/^Snoozed until/)).toBeVisible();
    await first.close();

    const second = await start(display, 9 * 60_000);
    await goTo(second.page, 'Tasks');
    expect(await sent(second)).toEqual([]);
    await second.close();

    const third = await start(display, 11 * 60_000);
    await expect.poll(() => displayed(display)).toBe('1');
    expect(await sent(third)).toEqual(['Check the coupon page']);
    await display.pressAction('Done');
    await expect.poll(() => displayed(display)).toBe('0');
    await goTo(third.page, 'Tasks');
    await expect(main(third.page).getByText(/^Done/).first()).toBeVisible();
    await expect(main(third.page).getByRole('row', { name: /Check the coupon page/ })).toHaveCount(0);
    await expect.poll(async () => (await inbox(third.page)).length).toBe(2);
    await third.close();

    const fourth = await start(display, 48 * HOUR_MS);
    await goTo(fourth.page, 'Tasks');
    expect(await sent(fourth)).toEqual([]);
  });
});
