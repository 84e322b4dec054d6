import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
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

const IMPACT_MAY = exportFile('impact/2026-05-31.csv');
const IMPACT_JUNE = exportFile('impact/2026-06-30.csv');
const PARTNERIZE_MAY = exportFile('partnerize/2026-05-31.csv');

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

/** The file's rows, read without any code of the program. */
function rowsOf(path: string): Record<string, string>[] {
  const [header = [], ...rows] = cellsOf(path);
  return rows.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));
}

const cellsOf = (path: string): string[][] =>
  Papa.parse(readFileSync(path, 'utf8').trim(), { delimiter: ',', newline: '\n', quoteChar: '"', header: false }).data;

/** Cells as a delimited text, every one quoted. */
const joined = (cells: string[][], delimiter: string, lineEnd: string): string =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join(lineEnd);

const dollars = (amount: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(amount);

/** Sum of a column over the rows that count as revenue, in dollars. */
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows
    .filter((row) => row.Status !== 'REVERSED')
    .reduce((total, row) => total + Math.round(Number(row[column]) * 1e6), 0) / 1e6;

const folder = (): string => mkdtempSync(join(tmpdir(), 'desk-exports-'));

test('an Impact export is dropped, understood, shown, stored and turned into figures; undone; dropped again', async () => {
  const { page } = desk;
  const rows = rowsOf(IMPACT_MAY);
  await desk.drop([IMPACT_MAY]);
  await expect(main(page)).toContainText('Impact Advertiser Action Listing');
  await answerQuestions(page);
  expect(await planned(page)).toMatchObject({ New: rows.length, Changed: 0, Same: 0, 'Can’t be read': 0 });
  // The parsed value beside the raw one.
  const first = page.getByRole('grid', { name: 'Rows to check' }).getByRole('row').nth(1);
  await expect(first).toContainText(dollars(Number(rows[0]?.Sale_Amount)));
  await expect(first).toContainText(rows[0]?.Sale_Amount ?? 'missing');
  await importPlanned(page);

  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
  const figures = page.getByRole('region', { name: 'Figures in USD' });
  await expect(figures).toContainText(dollars(sum(rows, 'Sale_Amount')));
  await expect(figures).toContainText(dollars(sum(rows, 'Payout')));
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText(`${new Set(rows.map((row) => row.mp_id)).size} affiliates`);

  await goTo(page, 'Imports');
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByRole('region', { name: 'Import undone' })).toBeVisible();
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('Every sale your affiliates brought is listed here');
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('Your affiliates appear here');

  // What was asked once is not asked again.
  await importByDrop(desk, IMPACT_MAY);
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText(`${rows.length} transactions`);
});

test('the same file again changes nothing and says so', async () => {
  const { page } = desk;
  await importByDrop(desk, PARTNERIZE_MAY);
  await desk.drop([PARTNERIZE_MAY]);
  expect(await planned(page)).toMatchObject({ New: 0, Changed: 0, Same: rowsOf(PARTNERIZE_MAY).length });
  await expect(main(page)).toContainText(/changes nothing/i);
});

test('a later export changes what changed, keeps the history, and survives a restart', async () => {
  const { page } = desk;
  await desk.drop([IMPACT_MAY]);
  await answerQuestions(page);
  await importPlanned(page);
  await desk.drop([IMPACT_JUNE]);
  const before = new Map(rowsOf(IMPACT_MAY).map((row) => [row.Action_Id, row]));
  const after = rowsOf(IMPACT_JUNE);
  const changed = after.filter((row) => {
    const old = before.get(row.Action_Id);
    return old && Object.entries(row).some(([column, value]) => column !== 'Adj_Date' && old[column] !== value);
  });
  const plan = await planned(page);
  expect(plan.New).toBe(after.filter((row) => !before.has(row.Action_Id)).length);
  expect(plan.Changed).toBe(changed.length);
  expect(plan.Changed).toBeGreaterThan(0);
  await importPlanned(page);

  desk = await desk.relaunch();
  await started(desk.page);
  await goTo(desk.page, 'Transactions');
  await choosePeriod(desk.page, 'All time');
  await expect(main(desk.page)).toContainText(`${after.length} transactions`);
  const one = changed.find((row) => row.Status !== before.get(row.Action_Id)?.Status);
  await desk.page.getByRole('searchbox', { name: 'Filter by text' }).fill(one?.Action_Id ?? '');
  await expect(main(desk.page)).toContainText('1 transaction');
  await desk.page
    .getByRole('grid', { name: 'Transactions' })
    .getByText(one?.Action_Id ?? '')
    .click();
  const details = desk.page.getByRole('complementary', { name: 'Details of the transaction' });
  await expect(details).toContainText('2026-06-30.csv');
  await expect(details).toContainText('2026-05-31.csv');
});

test('tabs, pipes and UTF-16 are read as well as commas', async () => {
  const { page } = desk;
  const table = cellsOf(PARTNERIZE_MAY);
  const write = (name: string, content: string | Buffer): string => {
    const path = join(folder(), name);
    writeFileSync(path, content);
    return path;
  };
  const tabs = joined(table, '\t', '\r\n');
  const pipes = joined(table, '|', '\n');
  await importByDrop(desk, write('utf16.tsv', Buffer.from(`\ufeff${tabs}`, 'utf16le')));
  await expect(page.getByRole('region', { name: 'Import done' })).toContainText(`${table.length - 1} new`);
  await desk.drop([write('pipes.csv', pipes)]);
  await expect(main(page)).toContainText(/pipes/i);
  expect(await planned(page)).toMatchObject({ New: 0, Same: table.length - 1, 'Can’t be read': 0 });
});

test('rows that cannot be read are shown with line, column, value and reason, and the good ones go on', async () => {
  const { page } = desk;
  await desk.drop([exportFile('partnerize/three-bad-rows.csv')]);
  const plan = await planned(page);
  expect(plan['Can’t be read']).toBe(3);
  await page.getByRole('tab', { name: /Can’t be read/ }).click();
  const bad = page.getByRole('form', { name: 'Rows that can’t be read' }).getByRole('listitem');
  await expect(bad).toHaveCount(3);
  await expect(bad.first()).toContainText(/Line \d+.*\S+.*(is not|is empty)/);
  await expect(bad.first().getByRole('textbox')).toHaveValue('twelve');
  await importPlanned(page);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await expect(main(page)).toContainText(`${plan.New} transactions`);
});

test('a file that is none of these is asked about or gets a clear sentence, and the next file is read all the same', async () => {
  const { page } = desk;
  const unknown = join(folder(), 'kennel.csv');
  writeFileSync(unknown, 'Dog,Weight\nRex,12\n');
  const sheet = join(folder(), 'kennel.xlsx');
  writeFileSync(sheet, Buffer.from('504b0304140000000800', 'hex'));
  await desk.drop([unknown]);
  await expect(main(page)).toContainText('A table that is not known yet');
  await expect(page.getByRole('rowheader', { name: 'Weight' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await desk.drop([sheet]);
  await expect(main(page)).toContainText('is damaged or was not downloaded to its end');
  await importByDrop(desk, PARTNERIZE_MAY);
});

test('every figure opens the rows it is made of', async () => {
  const { page } = desk;
  await importByDrop(desk, PARTNERIZE_MAY);
  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
  for (const currency of ['USD', 'EUR']) {
    const revenue = page
      .getByRole('region', { name: `Figures in ${currency}` })
      .getByRole('button')
      .first();
    const shown = /[$€][\d,.]+/.exec(await revenue.innerText())?.[0] ?? 'no amount';
    await revenue.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
    await expect(main(page)).toContainText(`Sales ${shown}`);
    await page.getByRole('button', { name: 'Back' }).click();
  }
  const top = page.getByRole('region', { name: 'Top affiliates' }).first().getByRole('row').nth(1);
  const amount = await top.getByRole('cell').first().innerText();
  await top.getByRole('cell').first().getByRole('button').click();
  await expect(main(page)).toContainText(`Sales ${amount}`);
});

test('File > Import and the button read what is chosen; several files are read one after the other', async () => {
  const { page } = desk;
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [PARTNERIZE_MAY] });
  await desk.clickMenu('import');
  await importPlanned(page);
  await desk.answerDialog('showOpenDialog', {
    canceled: false,
    filePaths: [exportFile('partnerize/2026-06-30.csv'), IMPACT_MAY],
  });
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Import these rows' }).click();
  await answerQuestions(page);
  await importPlanned(page);
  await expect(page.getByRole('grid', { name: 'Imports' }).getByRole('row')).toHaveCount(4);
});

test('what is exported as CSV is read back as the same rows', async () => {
  const { page } = desk;
  await importByDrop(desk, PARTNERIZE_MAY);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  const path = join(folder(), 'transactions.csv');
  await desk.answerDialog('showSaveDialog', { canceled: false, filePath: path });
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect.poll(() => desk.recorded('showSaveDialog').then((asked) => asked.length)).toBe(1);
  await expect(page.getByRole('status').first()).toContainText(/transactions\.csv/);
  await desk.drop([path]);
  expect(await planned(page)).toMatchObject({ New: 0, Changed: 0, Same: rowsOf(PARTNERIZE_MAY).length });
});
