import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { choosePeriod, exportFile, goTo, importPlanned, planned, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const folder = (): string => mkdtempSync(join(tmpdir(), 'desk-mapping-'));

/** A table of no network: two lines above the header, decimal commas, dates that can be read both ways, one row that cannot. */
function zoo(dir: string, month: string, rows: readonly (readonly string[])[]): string {
  const path = join(dir, `zoo ${month}.csv`);
  const lines = [['Zoo export'], ['Ref', 'Booked', 'Pub', 'Basket', 'Reward', 'State', 'Warehouse'], ...rows];
  writeFileSync(path, lines.map((cells) => cells.join(';')).join('\r\n'));
  return path;
}

const MAY = [
  ['Z-1', '03/05/2026', '778', '1.204,50', '60,22', 'ok', 'North'],
  ['Z-2', '04/05/2026', '779', '89,90', '4,50', 'ok', 'South'],
  ['Z-3', '05/05/2026', '778', 'twelve', '1,20', 'held', 'South'],
] as const;
const JUNE = [
  ['Z-4', '03/06/2026', '778', '10,00', '1,00', 'ok', 'North'],
  ['Z-5', '04/06/2026', '780', '20,00', '2,00', 'held', 'North'],
] as const;

/** Presses Tab until it is there: what cannot be reached so is never found. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('It cannot be reached with Tab.');
}

/** Chooses in a menu or list that a key has opened, by typing what it says. */
async function pick(page: Page, button: Locator, option: RegExp | string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option, exact: typeof option === 'string' });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 20; presses++) {
    if (await wanted.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}

const form = (page: Page): Locator => page.getByRole('form', { name: 'Match columns' });
const readAs = (page: Page): Locator => page.getByRole('group', { name: 'Read as' });

async function matchByKeyboard(page: Page): Promise<void> {
  await expect(form(page)).toBeVisible();
  for (const [label, text] of [
    ['Network', 'Zoo'],
    ['Program', 'Pets'],
    ['Currency', 'EUR'],
  ] as const) {
    await tabTo(page, form(page).getByLabel(label, { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }
  for (const [column, field] of [
    ['Ref', 'Transaction id'],
    ['Booked', 'Date'],
    ['Pub', 'Partner id'],
    ['Basket', 'Sale'],
    ['Reward', 'Commission'],
    ['State', 'Status'],
  ] as const) {
    const box = form(page).getByRole('combobox', { name: `What ${column} is`, exact: true });
    await tabTo(page, box);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(field);
    await expect(page.getByRole('option', { name: field, exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue(field);
  }
  // It has come above what has been passed by now.
  const order = form(page).getByRole('button', { name: /Order of dates/ });
  await tabTo(page, order, 'Shift+Tab');
  await pick(page, order, /^Day first/);
  await pick(page, form(page).getByRole('button', { name: /Meaning of “ok”/ }), 'Approved');
  await expect(form(page).getByRole('list', { name: 'What is missing' })).toBeHidden();
  await tabTo(page, form(page).getByLabel('Name of the format'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Zoo bookings');
  await page.keyboard.press('Enter');
}

test('a table that is not known is matched with the keyboard alone, imported, and known from then on', async () => {
  const { page } = desk;
  const dir = folder();
  await desk.drop([zoo(dir, 'May', MAY)]);
  await expect(readAs(page)).toContainText('semicolons');
  await expect(readAs(page)).toContainText('header in row 2');
  await matchByKeyboard(page);
  expect(await planned(page)).toMatchObject({ New: 2, 'Can’t be read': 1 });
  await expect(page.getByRole('grid', { name: 'Rows to check' })).toContainText('€1,204.50');
  // The word that was given no meaning is counted.
  await importPlanned(page);

  await desk.drop([zoo(dir, 'June', JUNE)]);
  const check = page.getByRole('region', { name: 'Check' });
  await expect(check).toBeVisible();
  await expect(readAs(page)).toContainText('Zoo bookings');
  const words = check.getByRole('region', { name: 'Status words without a meaning' });
  await expect(words).toContainText('“held”');
  await expect(words).toContainText('1 row');
  await pick(page, words.getByRole('button', { name: /Meaning of “held”/ }), 'Pending');
  await tabTo(page, words.getByRole('button', { name: 'Use this meaning' }));
  await page.keyboard.press('Enter');
  await expect(words).toBeHidden();
  expect(await planned(page)).toMatchObject({ New: 2 });
  await importPlanned(page);

  // What fills no field is kept, and the meaning is remembered.
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await page.getByRole('searchbox').fill('Z-5');
  const found = page.getByRole('grid', { name: 'Transactions' });
  // The head and the row: until then the list may be redrawn under the click.
  await expect(found.getByRole('row')).toHaveCount(2);
  await found.getByText('Z-5').click();
  const details = page.getByRole('complementary', { name: 'Details of the transaction' });
  await expect(details.getByRole('region', { name: 'Other columns' })).toContainText('Warehouse');
  await expect(details).toContainText('Pending');
});

test('another way of reading a file is taken at once, and the table follows', async () => {
  const { page } = desk;
  await desk.drop([exportFile('partnerize/2026-05-31.csv')]);
  const { New: all } = await planned(page);
  expect(all).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'First rows' }).click();
  const top = page.getByRole('region', { name: 'First rows of the file' });
  await expect(top.getByRole('row')).toHaveCount(12);

  const choose = async (word: RegExp, choice: string): Promise<void> => {
    await readAs(page).getByRole('button', { name: word }).click();
    await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
  };
  await choose(/^Between columns/, 'semicolons');
  await expect(form(page)).toBeVisible();
  await expect(readAs(page)).toContainText('semicolons');
  await choose(/^Between columns/, 'commas');
  await expect(readAs(page)).toContainText('commas');
  await choose(/^Format/, 'Partnerize conversions');
  await page.getByRole('region', { name: 'Check' }).or(form(page)).first().waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await desk.drop([exportFile('partnerize/2026-05-31.csv')]);
  expect(await planned(page)).toMatchObject({ New: all });
  const zoned = page.getByRole('grid', { name: 'Rows to check' }).getByRole('row').nth(1);
  const before = await zoned.innerText();
  await readAs(page)
    .getByRole('button', { name: /^Time zone/ })
    .click();
  await page.keyboard.type('Asia/Tokyo');
  await page.getByRole('menuitemradio', { name: 'times of Asia/Tokyo' }).click();
  await expect(readAs(page)).toContainText('times of Asia/Tokyo');
  await expect(zoned).not.toHaveText(before);
});

test('rows that cannot be read are put right in place, or in a file that is read again', async () => {
  const { page } = desk;
  await desk.drop([exportFile('partnerize/three-bad-rows.csv')]);
  const { New: fine = 0 } = await planned(page);
  await page.getByRole('tab', { name: /be read/ }).click();
  const rejected = page.getByRole('form', { name: 'Rows that can’t be read' });
  await rejected.getByRole('textbox', { name: 'value, line 4' }).fill('12.00');
  await page.keyboard.press('Enter');
  await expect(rejected.getByRole('listitem')).toHaveCount(2);
  expect(await planned(page)).toMatchObject({ New: fine + 1, 'Can’t be read': 2 });
  await expect(page.getByRole('tab', { name: /be read/, selected: true })).toBeVisible();

  const path = join(folder(), 'rest.csv');
  await desk.answerDialog('showSaveDialog', { canceled: false, filePath: path });
  await rejected.getByRole('button', { name: 'Save rejected rows as CSV' }).click();
  await expect(page.getByText('2 rows saved to rest.csv')).toBeVisible();
  const saved = readFileSync(path, 'utf8');
  expect(saved.split('\r\n')[0]).toMatch(/,Line,Reason$/);
  expect(saved).toContain('yesterday');
  await importPlanned(page);

  writeFileSync(path, saved.replace('yesterday', '2026-03-20 10:00:00').replace('\r\n,', '\r\n1011l110099999,'));
  await desk.drop([path]);
  expect(await planned(page)).toMatchObject({ New: 2, 'Can’t be read': 0 });
  await expect(readAs(page)).toContainText('Partnerize conversions');
  await importPlanned(page);
});

test('a format is shared as a file, and reads on another desk', async () => {
  const { page } = desk;
  const dir = folder();
  await desk.drop([zoo(dir, 'May', MAY)]);
  await matchByKeyboard(page);
  await planned(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('tab', { name: 'Formats' }).click();
  await page.getByRole('grid', { name: 'Formats' }).getByText('Zoo bookings').click();
  const details = page.getByRole('complementary', { name: 'Details of the format' });
  const path = join(dir, 'Zoo bookings.desk-profile.json');
  await desk.answerDialog('showSaveDialog', { canceled: false, filePath: path });
  await details.getByRole('button', { name: 'Export to a file' }).click();
  await expect(page.getByText('Saved as Zoo bookings.desk-profile.json')).toBeVisible();
  await details.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('grid', { name: 'Formats' })).toBeHidden();
  await desk.drop([zoo(dir, 'June', JUNE)]);
  await expect(form(page)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await desk.drop([path]);
  await expect(page.getByRole('complementary', { name: 'Details of the format' })).toContainText('Pets');
  await desk.drop([zoo(dir, 'June', JUNE)]);
  expect(await planned(page)).toMatchObject({ New: 2, 'Can’t be read': 0 });
  await expect(readAs(page)).toContainText('Zoo bookings');
});
