import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from '@playwright/test';
import { choosePeriod, goTo, main, planned, started } from '#tests/support/desk-steps.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

// At the roomy row height this is taller than an element can be in Chromium (about 33.5 million pixels).
const ROWS = 1_100_000;
const CENTS = (row: number): number => 1000 + (row % 9000);

/** The program's own export with its required columns, one row a minute, newest last. */
function* rows(): Generator<string> {
  yield 'network,program,transactionId,partnerId,eventTime,status,currency,sale,commission\n';
  const start = Date.UTC(2024, 0, 1);
  for (let from = 0; from < ROWS; from += 1000) {
    let text = '';
    for (let row = from; row < Math.min(from + 1000, ROWS); row++) {
      const time = new Date(start + row * 60_000).toISOString();
      const sale = (CENTS(row) / 100).toFixed(2);
      text += `Impact,Pawsome Pets,t${row},p${row % 2000},${time},approved,USD,${sale},1.00\n`;
    }
    yield text;
  }
}

test('a million rows are imported and counted, and the last one can be reached', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'desk-million-'));
  const path = join(folder, 'million.csv');
  await pipeline(rows, createWriteStream(path));
  const desk = await launchDesk({ size: { width: 1280, height: 800 } });
  const { page } = desk;
  await started(page);
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { longTasks: long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

  await desk.drop([path]);
  await expect(page.getByRole('region', { name: 'Check' })).toBeVisible({ timeout: 120_000 });
  expect(await planned(page)).toMatchObject({ New: ROWS, Changed: 0, Same: 0, 'Can’t be read': 0 });
  await page.getByRole('button', { name: 'Import these rows' }).click();
  await expect(page.getByRole('region', { name: 'Import done' })).toBeVisible({ timeout: 120_000 });
  const longest = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  test.info().annotations.push({
    type: 'long tasks',
    description: `${longest.length} over 50 ms while importing, the longest ${Math.round(Math.max(0, ...longest))} ms`,
  });
  console.log(`  ${test.info().annotations.at(-1)?.description}`);

  await goTo(page, 'Settings');
  await page.getByRole('region', { name: 'Rows' }).getByRole('button').click();
  await page.getByRole('option', { name: /Roomy/ }).click();
  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
  let cents = 0;
  for (let row = 0; row < ROWS; row++) cents += CENTS(row);
  const revenue = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
  await expect(page.getByRole('region', { name: 'Figures in USD' })).toContainText(revenue);

  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('1,100,000 transactions');
  const table = page.getByRole('grid', { name: 'Transactions' });
  await expect(table.getByText(`t${ROWS - 1}`, { exact: true })).toBeVisible();
  await table.getByRole('row').nth(1).click();
  await page.keyboard.press('End');
  await expect(table.getByText('t0', { exact: true })).toBeVisible();
  // And by the scroll bar alone: top, middle, bottom.
  const scrollTo = (share: number): Promise<void> =>
    table.evaluate((element, at) => {
      const scroller = [element, ...element.querySelectorAll('*'), element.parentElement].find(
        (each) => each && each.scrollHeight > each.clientHeight + 1000,
      );
      if (!scroller) throw new Error('Nothing in the table scrolls.');
      scroller.scrollTop = at * (scroller.scrollHeight - scroller.clientHeight);
    }, share);
  await scrollTo(0);
  await expect(table.getByText(`t${ROWS - 1}`, { exact: true })).toBeVisible();
  await scrollTo(1);
  await expect(table.getByText('t0', { exact: true })).toBeVisible();
  await scrollTo(0.5);
  await expect(table.getByText(/^t5[45]\d{4}$/).first()).toBeVisible();
  await desk.close();
  rmSync(folder, { recursive: true });
});
