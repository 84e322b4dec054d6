import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { withDisplay, type Display } from '#tests/support/desk-display.ts';
import { answerQuestions, exportFile, goTo, importPlanned, main, planned, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk, type DeskOptions } from '#tests/support/launch-desk.ts';
import { twoWeeks, weekExport } from '#tests/support/week-export.ts';

/** Every door that files come in by beside one dropped CSV, and what they may be packed in. */

const WEEKS = weekExport(twoWeeks());
const [HEADER = '', ...LINES] = WEEKS.trim().split(/\r?\n/);
const ROWS = LINES.length;
const WORKBOOK = join(import.meta.dirname, '../fixtures/workbooks/xlsxwriter.xlsx');

let folder: string;
let desk: Desk;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-around-'));
});
test.afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: DeskOptions = {}): Promise<Page> {
  desk = await launchDesk({ userData: join(folder, 'profile'), size: { width: 1280, height: 800 }, ...options });
  await started(desk.page);
  return desk.page;
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

test('a folder is dropped: its files come one after the other, and one sentence says what came of them', async () => {
  const page = await start();
  put('exports/1 week.csv', WEEKS);
  put('exports/2 sign-in page.csv', '<!doctype html><html><body>Sign in</body></html>');
  put('exports/3 week packed.csv.gz', gzipSync(strToU8(WEEKS)));
  put('exports/.hidden.csv', WEEKS);
  mkdirSync(join(folder, 'exports/deeper'));
  await desk.drop([join(folder, 'exports')]);
  await expect(main(page)).toContainText('1 week.csv');
  await expect(main(page)).toContainText('2 more files wait');
  expect(await planned(page)).toMatchObject({ New: ROWS, 'Can’t be read': 0 });
  await page.getByRole('button', { name: 'Import these rows' }).click();
  // What cannot be read is said and passed over, and the next file has its turn.
  await expect(main(page)).toContainText('This is a web page');
  await expect(page.getByRole('heading', { name: '3 week packed.csv.gz' })).toBeVisible();
  expect(await planned(page)).toMatchObject({ New: 0, Same: ROWS });
  await page.getByRole('region', { name: 'Check' }).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'files' })).toContainText('2 files: 1 imported, 1 not');
});

test('the exports of an archive come one after the other, a workbook by its sheets, and a folder by the command', async () => {
  const page = await start();
  const impact = readFileSync(exportFile('impact/2026-05-31.csv'));
  const zip = zipSync({
    'May/impact.csv': new Uint8Array(impact),
    'week.csv': strToU8(WEEKS),
    '__MACOSX/._week.csv': strToU8('x'),
  });
  await desk.drop([put('exports.zip', zip)]);
  await expect(page.getByRole('heading', { name: 'exports.zip › May/impact.csv' })).toBeVisible();
  await answerQuestions(page);
  await page.getByRole('button', { name: 'Import these rows' }).click();
  await expect(page.getByRole('heading', { name: 'exports.zip › week.csv' })).toBeVisible();
  expect(await planned(page)).toMatchObject({ New: ROWS });
  await importPlanned(page);
  await expect(main(page)).toContainText('exports.zip › week.csv is imported');
  await page.getByRole('button', { name: 'Close' }).last().click();

  await desk.drop([WORKBOOK]);
  await expect(main(page)).toContainText('Actions & more');
  await expect(main(page)).toContainText('000123');
  await page.getByRole('button', { name: 'Cancel' }).last().click();

  put('June/week.csv', WEEKS);
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [join(folder, 'June')] });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('files of a folder');
  await page.keyboard.press('Enter');
  expect(await planned(page)).toMatchObject({ Same: ROWS });
});

test('a damaged archive is refused in one sentence, and nothing is stored', async () => {
  const page = await start();
  const zip = zipSync({ 'week.csv': strToU8(WEEKS) });
  zip.fill(0, 200, 260);
  await desk.drop([put('cut.zip', zip), put('cut.gz', gzipSync(strToU8(WEEKS)).subarray(0, 500))]);
  await expect(main(page).getByText('This archive is damaged')).toHaveCount(2);
  await expect(main(page)).toContainText('cut.zip › week.csv');
  await expect(main(page)).toContainText('cut.gz');
  await expect(main(page)).toContainText('2 files: 2 not');
  await goTo(page, 'Transactions');
  await expect(main(page)).toContainText('Every sale your affiliates brought is listed here');
});

test('a file is opened with the program, named by address as desktops do', async () => {
  const path = put('Opened #1.csv', WEEKS);
  const page = await start({ args: [pathToFileURL(path).href] });
  await expect(page.getByRole('heading', { name: 'Opened #1.csv' })).toBeVisible();
  await importPlanned(page);
});

/** Chooses `watched` as the watched folder, and has its files imported by themselves or not. */
async function watchFolder(page: Page, watched: string, byItself: boolean): Promise<void> {
  mkdirSync(watched, { recursive: true });
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [watched] });
  await goTo(page, 'Settings');
  await page
    .getByRole('region', { name: 'Watched folder' })
    .getByRole('button', { name: /Choose a folder|Another folder/ })
    .click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText('Watched folder');
  if (!byItself) return;
  await page.getByRole('button', { name: /Import by itself/ }).click();
  await page.getByRole('option', { name: 'On' }).click();
}

const displayed = (display: Display): Promise<string> => display.run('dunstctl', 'count', 'displayed');

const sent = async (): Promise<string[]> =>
  (await desk.recorded('notification')).map(({ data }) => (data as { title: string }).title);

async function inbox(page: Page): Promise<string[]> {
  await goTo(page, 'Inbox');
  return main(page).getByRole('row').allInnerTexts();
}

test.describe('the watched folder', () => {
  test.skip(process.platform !== 'linux', 'needs X11 and D-Bus');

  test('a new file is imported while the window is hidden, told of on the desktop, and taken back from the inbox', async () => {
    await withDisplay(async (display) => {
      const watched = join(folder, 'Downloads');
      mkdirSync(watched);
      writeFileSync(join(watched, 'there before.csv'), WEEKS);
      const page = await start({ env: display.env, headless: false });
      await watchFolder(page, watched, true);
      await desk.closeWindow();
      await expect.poll(() => desk.isVisible()).toBe(false);
      await expect.poll(sent).toEqual(['Affiliate Desk keeps running']);
      await expect.poll(() => displayed(display)).toBe('1');
      await display.run('dunstctl', 'close-all');
      await expect.poll(() => displayed(display)).toBe('0');

      // As a browser does it: under another name, then by its own.
      writeFileSync(join(watched, 'June.csv.crdownload'), WEEKS);
      renameSync(join(watched, 'June.csv.crdownload'), join(watched, 'June.csv'));
      await expect.poll(sent, { timeout: 60_000 }).toEqual(['Affiliate Desk keeps running', 'June.csv is imported']);
      expect(await desk.isVisible()).toBe(false);
      await expect.poll(() => displayed(display)).toBe('1');
      await display.run('dunstctl', 'action');
      await expect.poll(() => desk.isVisible()).toBe(true);
      await expect(main(page)).toContainText('June.csv');

      const lines = await inbox(page);
      expect(lines).toEqual([expect.stringContaining('June.csv is imported')]);
      expect(lines[0]).toContain(`${ROWS} new`);
      await main(page).getByRole('button', { name: 'Undo this import' }).click();
      await expect(main(page)).toContainText('Taken back');
      await goTo(page, 'Transactions');
      await expect(main(page)).toContainText('Every sale your affiliates brought is listed here');

      // The same again after a restart: what has been dealt with is not offered a second time.
      await desk.close();
      const again = await start({ env: display.env, headless: false });
      await expect.poll(async () => (await inbox(again)).length).toBe(1);
      writeFileSync(join(watched, 'empty-handed.csv'), `${HEADER}\n`);
      await expect.poll(sent, { timeout: 60_000 }).toEqual(['empty-handed.csv is ready to check']);
      expect(await inbox(again)).toHaveLength(2);
    });
  });

  test('what leaves something to ask waits for her, also over a restart, and is told of once', async () => {
    await withDisplay(async (display) => {
      const watched = join(folder, 'Downloads');
      const page = await start({ env: display.env, headless: false });
      await watchFolder(page, watched, true);
      await goTo(page, 'Dashboard');
      writeFileSync(join(watched, 'impact.csv'), readFileSync(exportFile('impact/2026-05-31.csv')));
      await expect.poll(sent, { timeout: 60_000 }).toEqual(['impact.csv is ready to check']);
      await expect(page.getByRole('navigation', { name: 'Screens' }).getByLabel('1 to check')).toBeVisible();
      await desk.kill();

      // What came while nothing ran is found, and what waited waits again.
      writeFileSync(join(watched, 'meanwhile.csv'), WEEKS);
      const again = await start({ env: display.env, headless: false });
      await expect.poll(sent, { timeout: 60_000 }).toEqual(['meanwhile.csv is imported']);
      await expect(again.getByRole('navigation', { name: 'Screens' }).getByLabel('1 to check')).toBeVisible();
      await goTo(again, 'Imports');
      await expect(again.getByRole('heading', { name: 'impact.csv' })).toBeVisible();
      await answerQuestions(again);
      await importPlanned(again);
      expect(await inbox(again)).toHaveLength(2);
    });
  });
});
