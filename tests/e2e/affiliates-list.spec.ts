import { expect, test, type Page } from '@playwright/test';
import { exportFile, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 900, height: 700 } });
  await started(desk.page);
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
  await desk.page.keyboard.press('g');
  await desk.page.keyboard.press('a');
  await expect(main(desk.page).getByRole('grid', { name: 'Affiliates' })).toBeVisible();
});
test.afterEach(() => desk.close());

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Goes on with Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass();
}

test('by keys alone: a cell is changed, many are tagged and found by it, and all is taken back', async () => {
  const { page } = desk;
  const grid = page.getByRole('grid', { name: 'Affiliates' });
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const tags = grid.locator('[data-column=tags]');
  await press(page, 'j', 'F2');
  await expect(page.getByRole('textbox', { name: 'Affiliate' })).toBeFocused();
  await press(page, 'Tab');
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
  await page.keyboard.type('first, one');
  await press(page, 'Enter');
  await expect(tags.first()).toHaveText('firstone');
  await expect(grid).toBeFocused();

  // The second and third, and what can be done with them.
  await press(page, 'Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+F10');
  await expect(page.getByRole('button', { name: 'Tags…' })).toBeFocused();
  await press(page, 'Enter');
  await page.keyboard.type('second');
  await press(page, 'Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Tagged 2 affiliates second' })).toBeVisible();

  // Found by the tag, over the menu of conditions.
  await press(page, '/');
  await tabTo(page, 'Filter');
  await press(page, 'Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab');
  await page.keyboard.type('second');
  await press(page, 'Enter', 'Escape');
  await expect(page.getByText('Tag: second')).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', '3');

  await press(page, '/', 'Control+Home', 'Escape');
  await press(page, 'Control+z');
  await expect(main(page)).toContainText('No affiliate meets these conditions.');
  await press(page, 'Control+z');
  await tabTo(page, 'Clear the filters');
  await press(page, 'Enter');
  await expect(main(page)).toContainText(`${total} affiliates`);
  await expect(grid.locator('.tag')).toHaveCount(0);
});

test('pinned columns never hide what has the focus, and the list sorts on several', async () => {
  const { page } = desk;
  const grid = page.getByRole('grid', { name: 'Affiliates' });
  await tabTo(page, 'Columns');
  await press(page, 'Enter');
  const pin = page.getByRole('button', { name: 'Keep Stage at the left' });
  await pin.focus();
  await press(page, 'Enter');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Escape');

  // Back from the far end: every header that takes the focus comes out from under the pinned ones.
  const pinnedEnd = async (): Promise<number> => {
    const box = await grid.getByRole('columnheader', { name: 'Stage' }).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  const headers = grid.getByRole('columnheader').getByRole('button');
  const names = await headers.allInnerTexts();
  await headers.last().focus();
  await expect.poll(() => grid.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  for (const name of names.slice(2).toReversed()) {
    const header = grid.getByRole('columnheader', { name }).getByRole('button');
    await expect(header).toBeFocused();
    const box = await header.boundingBox();
    expect(box?.x, name).toBeGreaterThanOrEqual((await pinnedEnd()) - 1);
    await press(page, 'Shift+Tab');
  }

  await grid.getByRole('columnheader', { name: 'Tags' }).getByRole('button').focus();
  await press(page, 'Enter', 'Tab', 'Shift+Enter');
  await expect(grid.getByRole('columnheader', { name: /^Tags/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid.getByRole('columnheader', { name: /^Network\s+\(number 2 of 2, ascending\)$/ })).toBeVisible();
});
