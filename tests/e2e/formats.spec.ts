import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import Papa from 'papaparse';
import {
  answer,
  choosePeriod,
  exportFile,
  goTo,
  importByDrop,
  importPlanned,
  main,
  planned,
  started,
  undoLast,
} from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';
import { workbookOf } from '#tests/support/make-workbook.ts';

/* One export of each kind, from the drop to the figure that it makes and back. */

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const figure = (page: Page, currency: string, name: string): Locator =>
  page.getByRole('region', { name: `Figures in ${currency}` }).getByRole('group', { name });

/** The program has nothing to count. */
async function nothingLeft(page: Page): Promise<void> {
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('Every sale your affiliates brought is listed here');
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('Your affiliates appear here');
}

async function allTime(page: Page): Promise<void> {
  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'desk-formats-')), name);
  writeFileSync(path, bytes);
  return path;
}

test('a publisher’s own transactions: who that is is asked once, and it is their row among the affiliates', async () => {
  const { page } = desk;
  const file = exportFile('flexoffers-sales/export.csv');
  await desk.drop([file]);
  await answer(page, { partner: 'happytails' });
  expect(await planned(page)).toMatchObject({ New: 7, Changed: 0, Same: 0, 'Can’t be read': 1 });
  await importPlanned(page);
  await allTime(page);
  await expect(figure(page, 'USD', 'Revenue')).toContainText('$1,159.80');
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('happytails');
  await goTo(page, 'Imports');
  await desk.drop([file]);
  // Not asked again.
  expect(await planned(page)).toMatchObject({ New: 0, Same: 7 });
  await page.getByRole('region', { name: 'Check' }).getByRole('button', { name: 'Close' }).click();
  await undoLast(page);
  await nothingLeft(page);
});

test('a brand’s order of several lines is one transaction, with its sums', async () => {
  const { page } = desk;
  await desk.drop([exportFile('partnerize-items/export.csv')]);
  expect(await planned(page)).toMatchObject({ New: 5, 'Can’t be read': 0 });
  await expect(page.getByRole('region', { name: 'Check' })).toContainText('8 rows, 5 transactions');
  await importPlanned(page);
  await allTime(page);
  await expect(figure(page, 'GBP', 'Revenue')).toContainText('£200.92');
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('5 transactions');
  await undoLast(page);
  await nothingLeft(page);
});

test('clicks of a period: the day is asked, earnings per click show, and no sale is added', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('awin-transactions/export.csv'));
  await allTime(page);
  await expect(figure(page, 'GBP', 'EPC')).toContainText('no clicks in the files');
  const revenue = await figure(page, 'GBP', 'Revenue').innerText();
  await desk.drop([exportFile('awin-publisher-performance/export.csv')]);
  await answer(page, { day: '2026-05-31' });
  expect(await planned(page)).toMatchObject({ New: 7, 'Can’t be read': 1 });
  await importPlanned(page);
  await goTo(page, 'Dashboard');
  await expect(figure(page, 'GBP', 'EPC')).toContainText('over 11,732 clicks');
  expect(await figure(page, 'GBP', 'Revenue').innerText()).toBe(revenue);
  await undoLast(page);
  await goTo(page, 'Dashboard');
  await expect(figure(page, 'GBP', 'EPC')).toContainText('no clicks in the files');
});

test('orders of the shop are kept beside the networks’ transactions, and are none of them', async () => {
  const { page } = desk;
  await desk.drop([exportFile('shopify-orders/export.csv')]);
  await answer(page, { program: 'pawsome.example' });
  expect(await planned(page)).toMatchObject({ New: 8, 'Can’t be read': 0 });
  await importPlanned(page);
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Show its rows' }).click();
  await expect(main(page)).toContainText('8 orders');
  await undoLast(page);
  await nothingLeft(page);
});

test('a list of people becomes affiliates, and undoing takes them away', async () => {
  const { page } = desk;
  await desk.drop([exportFile('salesforce-contacts-people/people.csv')]);
  expect(await planned(page)).toMatchObject({ Changed: 0, Same: 0, 'Can’t be read': 0 });
  await importPlanned(page);
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Show affiliates' }).click();
  await expect(page.getByRole('grid', { name: 'Affiliates' })).toBeVisible();
  await undoLast(page);
  await nothingLeft(page);
});

test('cards of an address book become affiliates, and undoing takes them away', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('vcard-people/people.vcf'));
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('Jörg Müller');
  await undoLast(page);
  await nothingLeft(page);
});

test('a workbook is read like the text it was made of, its sheet named', async () => {
  const { page } = desk;
  const text = readFileSync(exportFile('rewardful-commissions/export.csv'), 'utf8').trim();
  const { data } = Papa.parse(text, { delimiter: ',', newline: '\n', quoteChar: '"', header: false });
  await desk.drop([written('june.xlsx', workbookOf(data))]);
  expect(await planned(page)).toMatchObject({ New: 8, 'Can’t be read': 0 });
  await expect(main(page)).toContainText('Rewardful commissions');
  await importPlanned(page);
  await allTime(page);
  await expect(figure(page, 'USD', 'Revenue')).toContainText('$251.24');
  await undoLast(page);
  await nothingLeft(page);
});

test('a gzip file is read like the text inside; a disputed word is asked, and its answer counts', async () => {
  const { page } = desk;
  const bytes = gzipSync(readFileSync(exportFile('cj-commissions/export.csv')));
  await desk.drop([written('may.csv.gz', bytes)]);
  await answer(page, { program: 'Pawsome Pets EU', currency: 'EUR', words: { closed: 'Approved' } });
  expect(await planned(page)).toMatchObject({ New: 7, Skipped: 4, 'Can’t be read': 0 });
  await importPlanned(page);
  await allTime(page);
  await expect(figure(page, 'EUR', 'Revenue')).toContainText('€1,212.51');
  await undoLast(page);
  await nothingLeft(page);
});
