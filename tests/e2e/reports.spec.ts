import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { goTo, importByDrop, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk, type DeskOptions } from '#tests/support/launch-desk.ts';
import { revenueCents, twoWeeks, weekDay, weekExport, type MadeSale } from '#tests/support/week-export.ts';

let folder: string;
let reports: string;
let desk: Desk;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-reports-'));
  reports = join(folder, 'Reports');
  mkdirSync(reports);
});

test.afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const NAME = `Weekly performance ${weekDay(0)} to ${weekDay(6)}`;

async function start(sales: readonly MadeSale[], options: DeskOptions = {}): Promise<Page> {
  desk = await launchDesk({ ...options, userData: join(folder, 'profile'), size: { width: 1280, height: 800 } });
  await started(desk.page);
  const path = join(folder, 'week.csv');
  writeFileSync(path, weekExport(sales));
  await importByDrop(desk, path);
  return desk.page;
}

const history = (page: Page): Locator => page.getByRole('region', { name: 'History' });

const chooseReports = (): Promise<void> =>
  desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [reports] });

/** Runs the report by hand, into the folder that the dialog is answered with. */
async function runNow(page: Page): Promise<void> {
  await goTo(page, 'Reports');
  await chooseReports();
  await page.getByRole('region', { name: 'Weekly performance' }).getByRole('button', { name: 'Run now' }).click();
}

const money = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);

const pdfText = (name = NAME): string =>
  execFileSync('pdftotext', ['-layout', join(reports, `${name}.pdf`), '-'], { encoding: 'utf8' });

const csvText = (name = NAME): string => readFileSync(join(reports, `${name}.csv`), 'utf8');

test('run now writes a PDF and a CSV whose totals are those that the ledger shows', async () => {
  const sales = twoWeeks();
  const page = await start(sales);
  await runNow(page);
  await expect(history(page)).toContainText(`${NAME}.pdf`);
  expect(readdirSync(reports).sort()).toEqual([`${NAME}.csv`, `${NAME}.pdf`]);

  await goTo(page, 'Dashboard');
  await page.getByRole('button', { name: /^Period:/ }).click();
  await page.getByLabel('First day').fill(weekDay(0));
  await page.getByLabel('Last day').fill(weekDay(6));
  await page.getByRole('button', { name: 'Show these days' }).click();
  const pdf = pdfText();
  for (const currency of ['USD', 'GBP']) {
    const total = money(revenueCents(sales, currency, 'last'), currency);
    const block = page.getByRole('region', { name: `Figures in ${currency}` });
    for (const figure of ['Revenue', 'Commission', 'Conversions']) {
      const shown = await block.getByRole('group', { name: figure, exact: true }).locator('.stat-figure').innerText();
      expect(pdf, `${figure} in ${currency}`).toContain(shown);
    }
    await expect(block).toContainText(total);
    expect(pdf).toContain(total);
    expect(pdf).toContain(money(revenueCents(sales, currency, 'before'), currency));
    const cents = revenueCents(sales, currency, 'last');
    expect(csvText()).toContain(`"${currency}",,${(cents / 100).toFixed(2)}`);
  }
  expect(pdf).toMatch(/Page 1 of \d/);
  const info = execFileSync('pdfinfo', [join(reports, `${NAME}.pdf`)], { encoding: 'utf8' });
  expect(info).toContain('(A4)');
  expect(info).toMatch(/JavaScript:\s+no/);

  // The same week again takes the place of what was written; what she has changed stays.
  await goTo(page, 'Reports');
  const run = page.getByRole('region', { name: 'Weekly performance' }).getByRole('button', { name: 'Run now' });
  await run.click();
  await expect(history(page).getByRole('listitem')).toHaveCount(2);
  expect(readdirSync(reports)).toHaveLength(2);
  writeFileSync(join(reports, `${NAME}.csv`), 'her notes');
  await run.click();
  await expect(history(page)).toContainText(`${NAME} (2).pdf`);
  expect(csvText()).toBe('her notes');
  expect(readdirSync(reports)).toHaveLength(4);

  await history(page).getByRole('button', { name: 'Show PDF' }).first().click();
  await expect
    .poll(async () => (await desk.recorded('showItemInFolder')).at(-1)?.data)
    .toBe(join(reports, `${NAME} (2).pdf`));
});

test('a scheduled run comes while the window is closed to the tray, says so, and its click shows the file', async () => {
  const page = await start(twoWeeks());
  await goTo(page, 'Reports');
  await chooseReports();
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  const schedule = page.getByRole('region', { name: 'Schedules' }).getByRole('listitem');
  await expect(schedule).toContainText('Reports');
  // The next minute but one that is sure to be to come, on the wall clock of the program.
  const at = new Date(Date.now() + (new Date().getSeconds() > 45 ? 120_000 : 60_000));
  await schedule.getByLabel('Time').fill(at.toTimeString().slice(0, 5));
  await page.keyboard.press('Enter');
  await schedule.getByRole('button', { name: /Weekday/ }).click();
  await page.getByRole('option', { name: at.toLocaleDateString('en-US', { weekday: 'long' }) }).click();
  await expect(schedule).toContainText('Next');
  await desk.closeWindow();
  await expect.poll(() => desk.isVisible()).toBe(false);

  await expect
    .poll(async () => (await desk.recorded('notification')).map(({ data }) => (data as { body: string }).body), {
      timeout: 110_000,
    })
    .toContain(`${NAME}.pdf`);
  expect(await desk.isVisible()).toBe(false);
  expect(readdirSync(reports).sort()).toEqual([`${NAME}.csv`, `${NAME}.pdf`]);
  expect(pdfText()).toContain('Weekly performance');
  await desk.clickNotification(-1);
  await expect
    .poll(async () => (await desk.recorded('showItemInFolder')).at(-1)?.data)
    .toBe(join(reports, `${NAME}.pdf`));
});

test('a run that was missed while the program was closed is made up once at the next start', async () => {
  let page = await start(twoWeeks());
  await goTo(page, 'Reports');
  await chooseReports();
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  await expect(page.getByRole('region', { name: 'Schedules' })).toContainText('Next');
  const clockFile = join(folder, 'profile', 'clock.json');
  await expect.poll(() => readFileSync(clockFile, 'utf8')).toContain('report:');
  await desk.close();
  // As if the program had been closed since before two of its runs: every run came nine days earlier.
  const clock = readFileSync(clockFile, 'utf8').replace(
    /"at": (\d+)/g,
    (_, at: string) => `"at": ${Number(at) - 9 * 86_400_000}`,
  );
  writeFileSync(clockFile, clock);
  for (let time = 0; time < 2; time++) {
    desk = await launchDesk({ userData: join(folder, 'profile') });
    page = desk.page;
    await started(page);
    await goTo(page, 'Reports');
    await expect(history(page).getByRole('listitem')).toHaveCount(1);
    await expect(history(page)).toContainText('Late, due');
    if (time === 0) await desk.close();
  }
  expect(readdirSync(reports)).toHaveLength(2);
});

test('hostile names are text in both files', async () => {
  const week = (who: string): MadeSale => ({ who, day: 2, currency: 'USD', status: 'approved', saleCents: 500_000 });
  const long = 'x'.repeat(5000);
  const page = await start([
    ...twoWeeks(),
    ...['<script>document.title=1</script>', '=HYPERLINK("http://127.0.0.1/")', '\u200Fשלום\u202E evil', long].map(
      week,
    ),
  ]);
  await runNow(page);
  await expect(history(page)).toContainText(`${NAME}.pdf`);
  const pdf = pdfText();
  expect(pdf.replace(/\s+/g, '')).toContain('<script>document.title');
  expect(pdf).toContain('=HYPERLINK(');
  expect(pdf).not.toContain('x'.repeat(200));
  expect(csvText()).toContain(`"'=HYPERLINK(""http://127.0.0.1/"")"`);
  expect(csvText()).not.toMatch(/(^|,)"?=/m);
  expect(csvText()).toContain(long);
});

test('the report window runs nothing and reaches nothing, whatever it is handed', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    desk = await launchDesk({ userData: join(folder, 'profile') });
    await started(desk.page);
    await chooseReports();
    const written = await desk.page.evaluate(async (address) => {
      const folder = await window.desk.reports.chooseFolder();
      if (!folder.ok || !folder.value) throw new Error('No folder.');
      // Without the policy that the report's own page has.
      const html = `<!doctype html><title>t</title><p id="p">As it was</p>
        <script>document.getElementById('p').textContent = 'A script ran'</script>
        <img src="${address}/img" onerror="document.getElementById('p').textContent = 'A handler ran'">
        <link rel="stylesheet" href="${address}/css"><iframe src="${address}/frame"></iframe>
        <meta http-equiv="refresh" content="0;url=${address}/refresh">`;
      return window.desk.reports.write({ folderId: folder.value.folderId, baseName: 'Handed', html, csv: '' });
    }, at);
    expect(written).toMatchObject({ ok: true });
    expect(pdfText('Handed')).toContain('As it was');
    expect(pdfText('Handed')).not.toContain('ran');
    expect(asked).toEqual([]);
    expect(await desk.windows()).toHaveLength(1);
  } finally {
    server.close();
  }
});

test('a folder that is gone makes a run that failed and says why, on the screen, the desktop and in the inbox', async () => {
  const page = await start(twoWeeks());
  await runNow(page);
  await expect(history(page)).toContainText(`${NAME}.pdf`);
  rmSync(reports, { recursive: true });
  await page.getByRole('region', { name: 'Weekly performance' }).getByRole('button', { name: 'Run now' }).click();
  await expect(history(page).getByRole('listitem').first()).toContainText('The folder “Reports” is not there any more');
  const notices = await desk.recorded('notification');
  expect((notices.at(-1)?.data as { body: string }).body).toContain('The folder “Reports” is not there any more');
  await goTo(page, 'Inbox');
  await expect(page.getByRole('main')).toContainText('The weekly report was not written');
  await desk.clickNotification(-1);
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
  // Another folder, and it goes on.
  mkdirSync(join(folder, 'Other'));
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [join(folder, 'Other')] });
  await page.getByRole('button', { name: 'Another folder' }).click();
  await page.getByRole('region', { name: 'Weekly performance' }).getByRole('button', { name: 'Run now' }).click();
  await expect(history(page).getByRole('listitem')).toHaveCount(3);
  expect(readdirSync(join(folder, 'Other'))).toHaveLength(2);
});

test('a schedule is changed where it stands, and undone', async () => {
  const page = await start(twoWeeks());
  await goTo(page, 'Reports');
  await chooseReports();
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  const schedule = page.getByRole('region', { name: 'Schedules' }).getByRole('listitem');
  await schedule.getByRole('button', { name: 'Pause' }).click();
  await expect(schedule).toContainText('Paused');
  await page.keyboard.press('Control+z');
  await expect(schedule).toContainText('Next');
  await schedule.getByRole('button', { name: 'Remove the schedule' }).click();
  await expect(schedule).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(schedule).toHaveCount(1);
});
