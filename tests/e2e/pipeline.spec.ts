import { expect, test, type Locator, type Page } from '@playwright/test';
import { exportFile, goTo, importByDrop, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const board = (page: Page): Locator => page.getByRole('grid', { name: 'Board' });
const stage = (page: Page, name: string): Locator => board(page).getByRole('row', { name });
const card = (page: Page, name: string): Locator => board(page).getByRole('gridcell').filter({ hasText: name });

/** Puts somebody new on the board, in its first stage. */
async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(?:Put somebody on the board|Add somebody)$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Put somebody on the board' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Found')).toContainText(name);
}

test('somebody is dragged to a stage, and moved by keys, and both are taken back', async () => {
  const { page } = desk;
  await goTo(page, 'Pipeline');
  await add(page, 'Mia Chen');
  await add(page, 'Barkly');

  // Dropped on a stage that wants a next step: asked for it, and not moved until it is there.
  await card(page, 'Mia Chen').dragTo(stage(page, 'Contacted'));
  const asks = page.getByRole('dialog', { name: 'Move Mia Chen to Contacted' });
  await page.keyboard.press('Escape');
  await expect(asks).toBeHidden();
  await expect(stage(page, 'Found')).toContainText('Mia Chen');
  await card(page, 'Mia Chen').dragTo(stage(page, 'Contacted'));
  await asks.getByRole('textbox', { name: 'Next step' }).fill('Write to her');
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Contacted')).toContainText('Write to her');
  // A drop anywhere else moves nobody, and is no file.
  await card(page, 'Mia Chen').dragTo(page.getByRole('heading', { name: 'Pipeline' }));
  await card(page, 'Mia Chen').dragTo(stage(page, 'Applied'));
  await expect(stage(page, 'Applied')).toContainText('Mia Chen');
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText('Moved Mia Chen to Applied');

  // The same with the keyboard alone: through the board to Barkly, and on to the side.
  await board(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Next step' })).toBeFocused();
  await page.keyboard.type('Call them');
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Contacted')).toContainText('Barkly');
  await expect(board(page)).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(stage(page, 'In talks')).toContainText('Barkly');
  await page.keyboard.press('m');
  await page.getByRole('radio', { name: 'Dormant' }).check();
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Dormant')).toContainText('Barkly');
  // The board follows her to the stages at its right.
  await expect(card(page, 'Barkly')).toBeInViewport();

  for (const where of ['In talks', 'Contacted', 'Found']) {
    await page.keyboard.press('Control+z');
    await expect(stage(page, where)).toContainText('Barkly');
  }
  await page.keyboard.press('Control+z');
  await expect(stage(page, 'Contacted')).toContainText('Mia Chen');

  desk = await desk.relaunch();
  await started(desk.page);
  await goTo(desk.page, 'Pipeline');
  await expect(stage(desk.page, 'Contacted')).toContainText('Mia Chen');
  await card(desk.page, 'Mia Chen').getByText('Mia Chen').click();
  await expect(desk.page.getByRole('region', { name: 'In the pipeline' })).toContainText('Contacted');
});

test('those who came with a list wait for a yes; the partners go to Active at once', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('uppromote-people/people.csv'));
  await goTo(page, 'Pipeline');
  await page.getByRole('button', { name: /^Put .* in Active$/ }).click();
  await expect(stage(page, 'Active')).toContainText('Nora Lind');
  await expect(stage(page, 'Active')).not.toContainText('Kai');
  await page.getByRole('tab', { name: /^Applications/ }).click();
  await page.getByRole('grid', { name: 'Applications' }).focus();
  await expect(page.getByRole('complementary', { name: 'Details of the application' })).toContainText('Kai');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: /^Approve Kai/ });
  await dialog.getByRole('checkbox', { name: 'Write to them next' }).uncheck();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('tab', { name: 'Board' }).click();
  await expect(stage(page, 'Approved')).toContainText('Kai');
});
