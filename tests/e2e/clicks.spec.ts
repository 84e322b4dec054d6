import { expect, test } from '@playwright/test';
import { choosePeriod, exportFile, goTo, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

const SALES = exportFile('partnerize/2026-05-31.csv');
/** Nine clicks, five of them with an affiliate of the sales. */
const CLICKS = exportFile('partnerize-clicks/export.tsv');

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

test('clicks give earnings per click and count as no sale; undone, they are not in the files any more', async () => {
  const { page } = desk;
  await importByDrop(desk, SALES);
  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
  const figures = page.getByRole('region', { name: 'Figures in USD' });
  const epc = figures.getByRole('group', { name: 'EPC' });
  await expect(epc).toContainText('no clicks in the files');
  const sales = await figures.getByRole('group', { name: 'Revenue' }).innerText();

  await importByDrop(desk, CLICKS);
  await goTo(page, 'Dashboard');
  await expect(epc).toContainText(/\$[\d.]+/);
  await expect(epc).toContainText('validated commission over 9 clicks');
  expect(await figures.getByRole('group', { name: 'Revenue' }).innerText()).toBe(sales);

  await goTo(page, 'Affiliates');
  const table = page.getByRole('grid', { name: 'Affiliates' });
  const clicked = table.getByRole('row').filter({ hasText: 'Happy Tails Blog' }).first();
  // Earnings per click of the main currency, reversal rate, clicks.
  await expect(clicked).toContainText(/€\d+\.\d\d0%5/);
  await table.getByRole('columnheader', { name: 'Clicks' }).getByRole('button').first().click();
  // Most clicks first: the one that sold, then the one that did not.
  await expect(table.getByRole('row').nth(1)).toContainText('Happy Tails Blog');
  await expect(table.getByRole('row').nth(1)).toContainText('5');
  await expect(table.getByRole('row').nth(2)).toContainText('4');

  desk = await desk.relaunch();
  await goTo(desk.page, 'Imports');
  await desk.page.getByRole('grid', { name: 'Imports' }).getByText('export.tsv').click();
  await desk.page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(main(desk.page)).toContainText(/undone/i);
  await goTo(desk.page, 'Dashboard');
  await expect(desk.page.getByRole('region', { name: 'Figures in USD' })).toContainText('no clicks in the files');
});
