import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  answerQuestions,
  choosePeriod,
  exportFile,
  goTo,
  importByDrop,
  importPlanned,
  main,
  planned,
  started,
} from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

const CLICKS = exportFile('converstream-clicks/export.csv');
const ITEMS = exportFile('partnerize-items/export.csv');
const ITEMS_LATER = exportFile('partnerize-items/later.csv');
const SIZE = { width: 1280, height: 800 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const details = (page: Page, of = 'transaction'): Locator =>
  page.getByRole('complementary', { name: `Details of the ${of}` });

/** Nine clicks of a click tracker. */
async function importClicks(desk: Desk): Promise<void> {
  await importByDrop(desk, CLICKS);
}

/** Eight orders of a shop, one of three lines. */
async function importOrders(desk: Desk): Promise<void> {
  await desk.drop([exportFile('shopify-orders/export.csv')]);
  await desk.page.getByRole('textbox', { name: /^(Shop|Program)/ }).fill('Pawsome Pets');
  await desk.page.getByRole('button', { name: 'Continue' }).click();
  await importPlanned(desk.page);
}

/** Five commissions, and two rows that take back from the second and the third. */
async function importCorrections(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.drop([exportFile('cj-commissions/export.csv')]);
  await page.getByRole('button', { name: /Choose what it means/ }).click();
  await page.getByRole('option', { name: 'Approved' }).click();
  await answerQuestions(page, 'Pawsome Pets EU', 'EUR');
  await importPlanned(page);
}

async function openBook(page: Page, name: string): Promise<void> {
  await goTo(page, 'Transactions');
  await tab(page, name).click();
  await expect(page.getByRole('grid', { name })).toBeVisible();
}

async function undoFromHistory(page: Page, source: string): Promise<void> {
  await goTo(page, 'Imports');
  await page.getByRole('grid', { name: 'Imports' }).getByText(source, { exact: true }).click();
  await page
    .getByRole('complementary', { name: 'Details of the import' })
    .getByRole('button', { name: 'Undo this import' })
    .click();
  await expect(page.getByRole('grid', { name: 'Imports' })).toContainText('Undone');
}

test('clicks and orders stand beside the transactions, are counted apart, and go with their imports', async () => {
  const desk = await launchDesk({ size: SIZE });
  const { page } = desk;
  await started(page);
  await importClicks(desk);
  await importOrders(desk);
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Show its rows' }).click();
  await expect(tab(page, 'Orders')).toHaveAttribute('aria-selected', 'true');
  await expect(main(page)).toContainText('8 orders');

  await importByDrop(desk, ITEMS);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await expect(main(page)).toContainText('5 transactions');
  await tab(page, 'Clicks').click();
  await expect(main(page)).toContainText('9 clicks');
  await expect(page.getByRole('grid', { name: 'Clicks' }).getByRole('row')).toHaveCount(10);
  await page.getByRole('searchbox', { name: 'Filter by text' }).fill('anna');
  await expect(main(page)).toContainText(/[2-8] clicks/);
  await page.keyboard.press('Escape');
  await tab(page, 'Orders').click();
  await page.getByRole('grid', { name: 'Orders' }).getByText('#1001').click();
  const items = details(page, 'order').getByRole('region', { name: 'Items' }).getByRole('row');
  await expect(items).toHaveCount(4);
  await expect(items.nth(1)).toContainText(/DOG-FOOD.*1.*Paid/);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(tab(page, 'Clicks')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(main(page)).toContainText('8 orders');

  await undoFromHistory(page, 'Clicks');
  await goTo(page, 'Transactions');
  await expect(tab(page, 'Orders')).toBeVisible();
  await expect(tab(page, 'Clicks')).toHaveCount(0);
  await expect(main(page)).toContainText('5 transactions');
  await undoFromHistory(page, 'Shopify orders');
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('5 transactions');
  await expect(page.getByRole('tab')).toHaveCount(0);
  await desk.close();
});

test('clicks that are exported are read back as the same clicks', async () => {
  const desk = await launchDesk({ size: SIZE });
  const { page } = desk;
  await started(page);
  await importClicks(desk);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await openBook(page, 'Clicks');
  const path = join(mkdtempSync(join(tmpdir(), 'desk-exports-')), 'clicks.csv');
  await desk.answerDialog('showSaveDialog', { canceled: false, filePath: path });
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByRole('status').first()).toContainText(/clicks\.csv/);
  await desk.drop([path]);
  await expect(main(page)).toContainText('Affiliate Desk clicks');
  expect(await planned(page)).toMatchObject({ New: 0, Changed: 0, Same: 9 });
  await desk.close();
});

test('a later file changes an order of several lines: its history says which file changed what, and of which line', async () => {
  const desk = await launchDesk({ size: SIZE });
  const { page } = desk;
  await started(page);
  await importByDrop(desk, ITEMS);
  await importByDrop(desk, ITEMS_LATER);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await page.getByRole('grid', { name: 'Transactions' }).getByText('111111l3919676').click();
  const items = details(page).getByRole('region', { name: 'Items' }).getByRole('row');
  await expect(items).toHaveCount(3);
  await expect(items.nth(2)).toContainText(/DOG-BOWL.*£30\.00.*Reversed.*Returned/);

  const versions = details(page).getByRole('region', { name: 'History' }).locator('.versions > li');
  await expect(versions).toHaveCount(2);
  await expect(versions.nth(0)).toContainText(/later\.csv.*line 2 · as of Jun 25.*in force/);
  await expect(versions.nth(0)).toContainText('Sale £90.92 → £60.92');
  await expect(versions.nth(0)).toContainText('DOG-BOWL Pending → Reversed (Returned)');
  await expect(versions.nth(1)).toContainText(/export\.csv.*line 2 · as of Jun 10/);

  await undoFromHistory(page, 'later.csv');
  await goTo(page, 'Transactions');
  await page.getByRole('grid', { name: 'Transactions' }).getByText('111111l3919676').click();
  await expect(items.nth(2)).toContainText(/DOG-BOWL.*Pending/);
  await expect(versions).toHaveCount(1);
  await desk.close();
});

test('a row that takes back leads to what it takes back from, whatever the period, and that one to it', async () => {
  const desk = await launchDesk({ size: SIZE });
  const { page } = desk;
  await started(page);
  await importCorrections(desk);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await expect(main(page)).toContainText('5 transactions, 2 corrections');
  await page.getByRole('grid', { name: 'Transactions' }).getByText('3300000004').click();
  await details(page)
    .getByRole('region', { name: 'Takes back from' })
    .getByRole('button', { name: '3300000002' })
    .click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('3300000002');
  await expect(main(page)).toContainText('About PAWS-610002, all dates');
  await expect(main(page)).toContainText('1 transaction, 1 correction');
  const back = details(page).getByRole('region', { name: 'Taken back by' });
  await expect(back).toContainText('−€120.00');
  await back.getByRole('button', { name: '3300000004' }).click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('3300000004');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(main(page)).toContainText('5 transactions, 2 corrections');
  await desk.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the books and their details are free of what axe finds, ${colorScheme}`, async () => {
    const desk = await launchDesk({ colorScheme, size: SIZE });
    const { page } = desk;
    const clean = async (where: string): Promise<void> => {
      // Legacy mode: axe's own way of opening a second page for frames is not for an app window.
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      expect.soft(found, `${where}, ${colorScheme}`).toEqual([]);
    };
    await started(page);
    await importClicks(desk);
    await importOrders(desk);
    await importCorrections(desk);
    await goTo(page, 'Transactions');
    await choosePeriod(page, 'All time');
    for (const [book, one] of [
      ['Transactions', 'transaction'],
      ['Clicks', 'click'],
      ['Orders', 'order'],
    ] as const) {
      await openBook(page, book);
      await clean(book);
      await page.getByRole('grid', { name: book }).getByRole('row').last().getByRole('gridcell').first().click();
      await expect(details(page, one).getByRole('region', { name: 'History' })).toBeVisible();
      await clean(`Details of the ${one}`);
    }
    await desk.close();
  });
}
