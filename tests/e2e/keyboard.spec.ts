import { expect, test, type Page } from '@playwright/test';
import { exportFile, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
});
test.afterEach(() => desk.close());

const at = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** G and a letter. */
async function go(page: Page, letter: string, name: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await at(page, name);
}

/** Keeps what the page puts on the clipboard: the host's browser has none without a display. */
const watchClipboard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: (text: string) => {
        document.documentElement.dataset['copied'] = text;
        return Promise.resolve();
      },
    });
  });
const copied = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['copied']);

test('a whole path by keyboard: go, filter, move, select, copy, open, edit, undo, redo, back', async () => {
  const { page } = desk;
  await watchClipboard(page);
  await go(page, 'a', 'Affiliates');
  const grid = page.getByRole('grid', { name: 'Affiliates' });
  const names = async (): Promise<string[]> =>
    (await grid.getByRole('row').all()).length > 1 ? grid.locator('[data-column=name]').allInnerTexts() : [];
  await expect.poll(async () => (await names()).length).toBeGreaterThan(3);
  const all = await names();

  // Filter, then leave the field.
  await page.keyboard.press('/');
  const word = (all[0] ?? '').split(' ')[0] ?? '';
  await page.keyboard.type(word);
  await expect(main(page)).toContainText(/\d+ affiliates?/);
  await expect.poll(async () => (await names()).every((name) => name.includes(word))).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(names).toEqual(all);

  // Move and select; what is copied is those rows as they stand, with tabs.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+j');
  await page.keyboard.press('Control+c');
  await expect(page.getByRole('status').first()).toContainText('Copied 2 rows');
  const lines = (await copied(page))?.split('\n').map((line) => line.split('\t')) ?? [];
  // The first column is the boxes for selecting.
  const [, ...headers] = (await grid.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
  expect(lines[0]).toEqual(headers);
  expect(lines.slice(1).map(([name]) => name)).toEqual(all.slice(2, 4));

  // Open the page of one, edit the name there, take it back, do it again.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Rename ${all[0]}` })).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.type('Renamed by keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename Renamed by keys' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: `Rename ${all[0]}` })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('button', { name: 'Rename Renamed by keys' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: `Rename ${all[0]}` })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeVisible();

  // E on a row changes it in its place.
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Affiliate', exact: true })).toHaveValue(all[0] ?? '');
  await page.keyboard.press('Escape');
});

test('the palette finds screens, affiliates, tasks and commands; the map shows every key', async () => {
  const { page } = desk;
  const find = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill(words);
  };
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Call the kennel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Call the kennel');

  await find('transac');
  await page.keyboard.press('Enter');
  await at(page, 'Transactions');
  await find('call the');
  await page.keyboard.press('Enter');
  await at(page, 'Tasks');
  await find('dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+z');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  for (const command of ['New task', 'Import a file', 'Run the weekly report', 'Undo', 'Redo']) {
    await find(command);
    await expect(page.getByRole('option').first()).toContainText(command);
    await page.keyboard.press('Escape');
  }
  await find('all time of nothing like it');
  await page.keyboard.press('Enter');
  await at(page, 'Transactions');
  await expect(page.getByRole('searchbox')).toHaveValue('all time of nothing like it');

  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  for (const words of ['Search and commands', 'New task', 'Filter', 'Copy the selected rows', 'Edit', 'Dashboard']) {
    await expect(map).toContainText(words);
  }
  await page.keyboard.press('Escape');
  await expect(map).toBeHidden();
});

test('columns are hidden, moved and sized, saved as a view, and remembered', async () => {
  const { page } = desk;
  await go(page, 'a', 'Affiliates');
  const grid = page.getByRole('grid', { name: 'Affiliates' });
  const headers = async (): Promise<string[]> =>
    (await grid.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).slice(1);
  await expect(grid).toBeVisible();
  const before = await headers();

  await page.getByRole('button', { name: 'Columns', exact: true }).press('Enter');
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Network' }).press('Space');
  for (const hidden of ['Stage', 'Tags'])
    await columns.getByRole('checkbox', { name: hidden, exact: true }).press('Space');
  await columns.getByRole('button', { name: 'Move Commission to the left' }).press('Enter');
  await page.keyboard.press('Escape');
  const changed = ['Affiliate', 'Commission', 'Revenue', 'Conversions'];
  await expect.poll(async () => (await headers()).slice(0, 4)).toEqual(changed);

  // A width by keys, which lasts.
  const commission = grid.getByRole('columnheader', { name: 'Commission' });
  const width = async (): Promise<number> => (await commission.boundingBox())?.width ?? 0;
  const narrow = await width();
  await commission.getByRole('button').focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe(narrow + 48);

  await page.keyboard.press('/');
  await page.keyboard.type('a');
  await page.getByRole('button', { name: 'Views', exact: true }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Commission first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Saved the view “Commission first”');

  // Taken back one by one, down to how it was.
  await page.getByRole('grid').focus();
  for (let n = 0; n < 5; n++) await page.keyboard.press('Control+z');
  await expect.poll(headers).toEqual(before);
  for (let n = 0; n < 5; n++) await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await headers()).slice(0, 4)).toEqual(changed);

  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('button', { name: 'Original columns' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(headers).toEqual(before);

  desk = await desk.relaunch();
  await started(desk.page);
  const again = desk.page;
  await go(again, 'a', 'Affiliates');
  await again.getByRole('button', { name: 'Views', exact: true }).click();
  await again.getByRole('button', { name: 'Commission first', exact: true }).click();
  const rows = again.getByRole('grid', { name: 'Affiliates' });
  await expect
    .poll(async () => (await rows.getByRole('columnheader').allInnerTexts()).slice(1, 5).map((text) => text.trim()))
    .toEqual(changed);
  await expect(again.getByRole('searchbox')).toHaveValue('a');
});

test('single letters can be switched off', async () => {
  const { page } = desk;
  await go(page, 's', 'Settings');
  await page.getByRole('button', { name: /Single-letter keys/ }).press('Enter');
  await page.getByRole('option', { name: 'Off' }).press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  await at(page, 'Settings');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeVisible();
});
