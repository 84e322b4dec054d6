import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { generateExport } from '#tests/bench/generate.ts';
import { choosePeriod, goTo, planned, started } from '#tests/support/desk-steps.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

/** Enough that whatever is done for each row on the window's thread is felt. */
const ROWS = 200_000;

interface LongTask {
  readonly step: string;
  readonly duration: number;
}

/** From now on the browser itself notes every task of more than 50 ms on the window's thread. */
const observe = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: LongTask[] = [];
    const watched = Object.assign(globalThis, { longTasks: tasks, step: 'start' });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push({ step: watched.step, duration });
    }).observe({ type: 'longtask' });
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) throw new Error('nobody would note anything');
  });

const step = (page: Page, name: string): Promise<void> =>
  page.evaluate((now) => void Object.assign(globalThis, { step: now }), name);

test('the window stays responsive while 200,000 rows are read, checked, imported and shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-responsive-'));
  const path = join(folder, 'rows.csv');
  await generateExport(path, ROWS);
  const desk = await launchDesk({ size: { width: 1280, height: 800 } });
  const { page } = desk;
  try {
    await started(page);
    await observe(page);
    await step(page, 'reading');
    await desk.drop([path]);
    // Waiting by selector alone: expecting looks through the whole page again and again, on the thread that is watched.
    await page.locator('section[aria-label="Check"]').waitFor({ timeout: 90_000 });
    await step(page, 'checking');
    expect(await planned(page)).toMatchObject({ New: ROWS, 'Can’t be read': 0 });
    await step(page, 'importing');
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.locator('section[aria-label="Import done"]').waitFor({ timeout: 90_000 });
    await goTo(page, 'Dashboard');
    await step(page, 'all time');
    await choosePeriod(page, 'All time');
    await page.locator('[aria-label="Figures in USD"]').first().waitFor();
    for (const screen of ['Affiliates', 'Transactions']) {
      await step(page, screen);
      await goTo(page, screen);
    }
    await expect(page.getByRole('main')).toContainText(ROWS.toLocaleString('en-US'));

    // That the observer sees: a task that is long for sure is noted.
    await step(page, 'proof');
    await page.evaluate(() => {
      setTimeout(() => {
        const end = performance.now() + 120;
        while (performance.now() < end);
      });
    });
    const noted = (): Promise<LongTask[]> =>
      page.evaluate(() => (globalThis as unknown as { longTasks: LongTask[] }).longTasks);
    await expect.poll(async () => (await noted()).some((task) => task.step === 'proof')).toBe(true);

    const tasks = (await noted()).filter((task) => task.step !== 'proof');
    const longest = Math.round(Math.max(0, ...tasks.map(({ duration }) => duration)));
    const each = tasks.map((task) => `${task.step} ${Math.round(task.duration)} ms`).join(', ');
    const description = `${tasks.length} over 50 ms, the longest ${longest} ms${each === '' ? '' : ` (${each})`}`;
    test.info().annotations.push({ type: 'long tasks', description });
    console.log(`  ${description}`);
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
