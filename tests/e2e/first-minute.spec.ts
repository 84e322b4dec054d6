import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { choosePeriod, exportFile, goTo, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let desk: Desk;
test.beforeEach(async () => {
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const load = (page: Page) => page.getByRole('button', { name: 'Load the sample program' });
const mark = (page: Page) => page.getByRole('banner').getByText('Sample program');
const remove = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Remove it' });

async function loadSample(page: Page): Promise<void> {
  await load(page).click();
  await expect(mark(page)).toBeVisible();
}

/** Says a command in the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** Everything in the database, by table; what counts imports and edits apart. */
function facts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const [known] = (await indexedDB.databases()).filter(({ name = '' }) => name.startsWith('desk-'));
    const database = await answer(indexedDB.open(known?.name ?? 'none'));
    const tables = [...database.objectStoreNames].filter((name) => name !== 'meta' && name !== 'journal');
    const reading = database.transaction(tables);
    const entries = await Promise.all(
      tables.map(async (name) => [name, await answer<unknown[]>(reading.objectStore(name).getAll())] as const),
    );
    database.close();
    const asText = (value: unknown): unknown => {
      if (typeof value === 'bigint') return value.toString();
      if (!ArrayBuffer.isView(value)) return value;
      return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).join();
    };
    return Object.fromEntries(
      entries.map(([name, records]) => [name, JSON.stringify(records, (_key, value: unknown) => asText(value))]),
    );
  });
}

/** Import records without those of a sample program that is gone. */
const standing = (records = '[]'): readonly unknown[] =>
  (JSON.parse(records) as { readonly sample?: boolean; readonly undoneAt: number | null }[]).filter(
    ({ sample, undoneAt }) => sample !== true || undoneAt === null,
  );

test('an empty program greets with three ways on', async () => {
  const { page } = desk;
  for (const way of ['Drop an export', 'Look around first', 'See what can be imported']) {
    await expect(main(page).getByRole('heading', { name: way })).toBeVisible();
  }
  await main(page).getByRole('button', { name: 'Show the list' }).click();
  const list = main(page).getByRole('region', { name: 'What can be imported' });
  await expect(list).toContainText('Impact Advertiser Action Listing');
  await expect(list).toContainText('Salesforce leads');
  await main(page).getByRole('button', { name: 'Hide the list' }).click();
  await expect(list).toBeHidden();

  await desk.answerDialog('showOpenDialog', {
    canceled: false,
    filePaths: [exportFile('partnerize/2026-05-31.csv')],
  });
  await main(page).getByRole('button', { name: 'Choose a file' }).click();
  await expect(main(page)).toContainText('Partnerize conversions');
});

test('the sample program is whole, marked on every screen, outlives a restart, and goes with one click', async () => {
  let { page } = desk;
  await loadSample(page);
  await expect(main(page).getByRole('region', { name: 'Figures in USD' })).toBeVisible();
  await expect(main(page).getByRole('region', { name: 'Figures in EUR' })).toBeVisible();
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('68 affiliates');
  await goTo(page, 'Tasks');
  await expect(main(page)).toContainText('Call PawPoints Cashback about the holiday placement');
  await goTo(page, 'Reports');
  await expect(main(page).getByRole('listitem', { name: 'Every Monday at 08:00' })).toContainText('Paused');
  await goTo(page, 'Imports');
  await expect(page.getByRole('grid', { name: 'Imports' }).getByRole('row')).toHaveCount(4);
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await expect(main(page)).toContainText('4,400 transactions');
  await expect(mark(page)).toBeVisible();
  // It reminds of nothing that was due before it came.
  expect(await desk.recorded('notification')).toEqual([]);

  desk = await desk.relaunch();
  ({ page } = desk);
  await expect(mark(page)).toBeVisible();
  await remove(page).click();
  await expect(page.getByRole('status').first()).toContainText('The sample program is removed.');
  await expect(mark(page)).toBeHidden();
  await expect(load(page)).toBeVisible();
  for (const screen of ['Affiliates', 'Transactions', 'Imports', 'Tasks', 'Inbox']) {
    await goTo(page, screen);
    await expect(main(page).getByRole('button', { name: 'Or look around in the sample program' })).toBeVisible();
  }

  // And again, from an empty screen.
  await main(page).getByRole('button', { name: 'Or look around in the sample program' }).click();
  await expect(mark(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(load(page)).toBeVisible();
});

test('removing the sample leaves what is hers exactly as it was', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
  await goTo(page, 'Tasks');
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('textbox').first().fill('Ring the printer');
  await page.getByRole('dialog').getByRole('textbox').first().press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  const before = await facts(page);

  await command(page, 'Load the sample program');
  await expect(mark(page)).toBeVisible();
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('80 affiliates');
  const during = await facts(page);
  expect(during.segments).not.toBe(before.segments);
  expect(during.tasks).not.toBe(before.tasks);

  await remove(page).click();
  await expect(mark(page)).toBeHidden();
  const after = await facts(page);
  expect(standing(after.imports)).toEqual(standing(before.imports));
  expect({ ...after, imports: null }).toEqual({ ...before, imports: null });
  await goTo(page, 'Imports');
  await expect(page.getByRole('grid', { name: 'Imports' }).getByRole('row')).toHaveCount(2);
});

test('an import beside the sample stays, and so does an affiliate that she has edited', async () => {
  const { page } = desk;
  await loadSample(page);
  await goTo(page, 'Affiliates');
  // Figures that come in sort the list anew, under a double click too.
  await expect(async () => {
    await page.getByRole('grid', { name: 'Affiliates' }).getByText('Hund & Herz').dblclick({ timeout: 2_000 });
    await expect(page.getByRole('heading', { name: 'Hund & Herz' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('button', { name: /rename/i }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Hund & Herz GmbH');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hund & Herz GmbH' })).toBeVisible();
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));

  await remove(page).click();
  await expect(page.getByRole('status').first()).toContainText('One affiliate that you have edited stays.');
  await goTo(page, 'Affiliates');
  await expect(main(page)).toContainText('13 affiliates');
  await goTo(page, 'Transactions');
  await choosePeriod(page, 'All time');
  await expect(main(page)).toContainText('60 transactions');
  desk = await desk.relaunch();
  await started(desk.page);
  await goTo(desk.page, 'Transactions');
  await expect(main(desk.page)).toContainText('60 transactions');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`greeting and sample are free of what axe finds, ${colorScheme}`, async () => {
    const { page } = desk;
    await desk.systemTheme(colorScheme);
    const complaints = async (): Promise<string[]> =>
      (await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
    await main(page).getByRole('button', { name: 'Show the list' }).click();
    expect(await complaints()).toEqual([]);
    await loadSample(page);
    await expect(main(page).getByRole('region', { name: 'Figures in USD' })).toBeVisible();
    expect(await complaints()).toEqual([]);
  });
}
