import { expect, test, type Locator, type Page } from '@playwright/test';
import { exportFile, goTo, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { haveReminders } from '#tests/support/have-reminders.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const list = (page: Page): Locator => page.getByRole('grid', { name: 'Tasks' });
const group = (page: Page, name: string): Locator => list(page).getByRole('rowgroup', { name });
const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details of the task' });
const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status', { name: 'What just happened' }).getByText(text);

/** Writes a task down from wherever the window is. */
async function create(page: Page, title: string, more: { day?: string; affiliate?: string } = {}): Promise<void> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  if (more.affiliate !== undefined) {
    await dialog.getByRole('combobox', { name: 'Affiliate' }).fill(more.affiliate);
    await page.getByRole('option').first().click();
  }
  if (more.day !== undefined) await dialog.getByRole('button', { name: more.day, exact: true }).click();
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(dialog).toBeHidden();
}

test('a task is written down with C, moved by keys, done, taken back, edited in place, and is there after a restart', async () => {
  const { page } = desk;
  await create(page, 'Ask for spring banners', { day: 'Today' });
  await expect(toast(page, 'Added “Ask for spring banners”')).toBeVisible();
  await goTo(page, 'Tasks');
  await expect(group(page, 'Today')).toContainText('Ask for spring banners');

  // J goes into the list, letters move the task, T right after G is not one of them.
  await page.keyboard.press('j');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('m');
  await expect(group(page, 'Upcoming')).toContainText('Tomorrow');
  await page.keyboard.press('w');
  await expect(group(page, 'Upcoming')).toContainText(/Mon, /);
  await page.keyboard.press('s');
  await expect(group(page, 'Someday')).toContainText('Ask for spring banners');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(group(page, 'Someday')).toContainText('Ask for spring banners');

  // Done with the space bar, back with Ctrl+Z, as far as she likes.
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await expect(group(page, 'Someday')).toBeHidden();
  await expect(group(page, 'Done')).toContainText('1');
  await page.keyboard.press('Control+z');
  await expect(group(page, 'Someday')).toContainText('Ask for spring banners');
  await page.keyboard.press('Control+z');
  await expect(group(page, 'Upcoming')).toContainText(/Mon, /);

  await list(page).getByText('Ask for spring banners').click();
  await details(page).getByRole('textbox', { name: 'Title' }).fill('Ask for summer banners');
  await details(page).getByRole('textbox', { name: 'Note' }).fill('970x250 and 300x600');
  await details(page).getByRole('button', { name: 'Tomorrow' }).click();
  await details(page).getByLabel('Due time').fill('14:30');
  await page.keyboard.press('Tab');
  await expect(group(page, 'Upcoming').getByRole('row').nth(1)).toHaveText(
    /Ask for summer banners\s*970x250 and 300x600\s*Tomorrow, 2:30\sPM/,
  );
  // The fields follow what is taken back and done again.
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect(details(page).getByLabel('Due time')).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(details(page).getByLabel('Due time')).toHaveValue('14:30');

  desk = await desk.relaunch();
  await started(desk.page);
  await goTo(desk.page, 'Tasks');
  await expect(group(desk.page, 'Upcoming').getByRole('row').nth(1)).toHaveText(
    /Ask for summer banners\s*970x250 and 300x600\s*Tomorrow, 2:30\sPM/,
  );
});

test('a deleted task comes back from its toast; Esc in a field takes back what was typed, Esc again closes the details', async () => {
  const { page } = desk;
  await create(page, 'Renew FETCH10');
  await goTo(page, 'Tasks');
  await list(page).getByText('Renew FETCH10').click();
  const title = details(page).getByRole('textbox', { name: 'Title' });
  await title.fill('Something else');
  await page.keyboard.press('Escape');
  await expect(title).toHaveValue('Renew FETCH10');
  // A title is never empty.
  await title.fill(' ');
  await details(page).getByRole('textbox', { name: 'Note' }).focus();
  await expect(title).toHaveValue('Renew FETCH10');
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();

  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(main(page)).toContainText('What you mean to do is listed here');
  await toast(page, 'Deleted “Renew FETCH10”').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(group(page, 'Someday')).toContainText('Renew FETCH10');
});

test('a task about an affiliate stands on their page, is found by its words, and keeps them when their import is undone', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
  await create(page, 'Ask about the newsletter', { affiliate: 'Fetch', day: 'Next week' });
  await goTo(page, 'Tasks');
  const row = group(page, 'Upcoming').getByRole('row').nth(1);
  await expect(row).toContainText('Fetch');
  await row.getByRole('button', { name: /Fetch/ }).click();
  const theirs = page.getByRole('region', { name: 'Tasks of the affiliate' });
  await expect(theirs).toContainText('Ask about the newsletter');
  await theirs.getByRole('button', { name: 'New task' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Affiliate' })).toHaveValue(/Fetch/);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('newsletter');
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('textbox', { name: 'Title' })).toHaveValue('Ask about the newsletter');

  await goTo(page, 'Imports');
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByRole('region', { name: 'Import undone' })).toBeVisible();
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('1 affiliate');
});

test('what came due stands in the inbox: put off, done, read, each to be taken back', async () => {
  await goTo(desk.page, 'Inbox');
  await expect(main(desk.page)).toContainText(
    'Every reminder, every finished report and every file from the watched folder is kept here',
  );
  await haveReminders(desk.page, ['Call Barkly', 'Write to Kibble Corner']);
  desk = await desk.relaunch();
  await started(desk.page);
  const { page } = desk;
  const place = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Inbox', exact: true });
  await expect(place).toHaveAccessibleDescription('2 unread');
  await goTo(page, 'Inbox');
  const rows = page.getByRole('grid', { name: 'Notifications' }).getByRole('row');
  const [newest, late] = [rows.nth(0), rows.nth(1)];
  await expect(newest).toContainText('Write to Kibble Corner');
  await expect(late).toContainText('Call Barkly');
  await expect(late).toContainText(/Late: was due \w{3}, Jan 5, 9:00\sAM/);

  await newest.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('menuitem', { name: 'Tomorrow morning' }).click();
  await expect(newest).toContainText(/Snoozed until tomorrow, 9:00\sAM/);
  await expect(place).toHaveAccessibleDescription('1 unread');

  await late.getByRole('button', { name: 'Done' }).click();
  await expect(late).toContainText('Done');
  await expect(place).toHaveAccessibleDescription('');
  await page.keyboard.press('Control+z');
  await expect(place).toHaveAccessibleDescription('1 unread');
  await expect(late.getByRole('button', { name: 'Done' })).toBeVisible();

  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(place).toHaveAccessibleDescription('');
  await page.keyboard.press('Control+z');
  await expect(place).toHaveAccessibleDescription('1 unread');

  // Opening it is reading it.
  await late.getByRole('button', { name: 'Call Barkly' }).click();
  await expect(details(page).getByRole('textbox', { name: 'Title' })).toHaveValue('Call Barkly');
  await expect(place).toHaveAccessibleDescription('');
});

test('a task is dragged to another day of the calendar and stays there', async () => {
  const { page } = desk;
  await create(page, 'Plan the spring sale', { day: 'Today' });
  await goTo(page, 'Tasks');
  await page.getByRole('tab', { name: 'Week' }).click();
  const week = page.getByRole('grid', { name: 'Tasks of the week' });
  const days = week.getByRole('gridcell');
  const today = page.locator('.calendar-day[data-today="true"]');
  // Any other day of this week.
  const to = (await days.first().getAttribute('data-today')) === 'true' ? days.last() : days.first();
  const day = (await to.getAttribute('data-day')) ?? '';
  await today.getByRole('button', { name: 'Plan the spring sale' }).dragTo(to);
  await expect(to.getByRole('button', { name: 'Plan the spring sale' })).toBeVisible();
  await expect(today.getByRole('button')).toHaveCount(0);
  await to.getByRole('button', { name: 'Plan the spring sale' }).click();
  await expect(details(page).getByLabel('Due day', { exact: true }).and(page.locator('input'))).toHaveValue(day);
  await page.keyboard.press('Escape');
  await week.focus();
  await page.keyboard.press('Control+z');
  await expect(today.getByRole('button', { name: 'Plan the spring sale' })).toBeVisible();
});
