import { expect, test, type Page } from '@playwright/test';
import {
  answerQuestions,
  exportFile,
  goTo,
  importByDrop,
  importPlanned,
  main,
  planned,
  started,
} from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

const HUBSPOT = exportFile('hubspot-people/people.csv');
const CARDS = exportFile('vcard-people/people.vcf');

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const about = (page: Page) => page.getByRole('region', { name: 'About the affiliate' });

async function openAffiliate(page: Page, name: string): Promise<void> {
  await goTo(page, 'Affiliates');
  await main(page).getByRole('button', { name, exact: true }).first().click();
  await expect(page.getByRole('button', { name: `Rename ${name}` })).toBeVisible();
}

async function undoImport(page: Page): Promise<void> {
  await goTo(page, 'Imports');
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByRole('region', { name: 'Import undone' })).toBeVisible();
}

test('a list of contacts becomes affiliates with their contacts, and says nothing new the second time', async () => {
  const { page } = desk;
  await desk.drop([HUBSPOT]);
  await expect(main(page)).toContainText('HubSpot contacts');
  // Two of the five rows are one company; one row names nobody.
  expect(await planned(page)).toMatchObject({ New: 3, Changed: 0, Same: 0, 'Can’t be read': 1 });
  await importPlanned(page);
  await openAffiliate(page, 'Pet Gazette');
  await expect(about(page)).toContainText('Editor · jane@petgazette.com');
  await expect(about(page)).toContainText('Bob Stone');

  await goTo(page, 'Imports');
  await desk.drop([HUBSPOT]);
  expect(await planned(page)).toMatchObject({ New: 0, Changed: 0, Same: 3 });
});

test('cards of an address book are read as a list, and undoing takes them away', async () => {
  const { page } = desk;
  await importByDrop(desk, CARDS);
  await openAffiliate(page, 'Jörg Müller');
  await expect(about(page)).toContainText('joerg.mueller@web.de');
  await undoImport(page);
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('Your affiliates appear here with the first export that names them.');
});

test('two affiliates are merged from the palette, and Ctrl Z makes two of them again', async () => {
  const { page } = desk;
  await desk.drop([exportFile('impact/2026-05-31.csv')]);
  await answerQuestions(page);
  await importPlanned(page);
  await goTo(page, 'Affiliates');
  const grid = page.getByRole('grid', { name: 'Affiliates' });
  const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const [first = '', second = ''] = await grid.locator('[data-column=name]').allInnerTexts();
  await openAffiliate(page, first);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('merge this');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Affiliate who stays' }).fill(second);
  await page.getByRole('option', { name: second }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('button', { name: `Rename ${second}` })).toBeVisible();
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText(`${count - 1} affiliates`);
  await page.keyboard.press('Control+z');
  await expect(main(page)).toContainText(`${count} affiliates`);
});
