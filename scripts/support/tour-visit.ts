import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerQuestions, goTo, main, planned, started } from '#tests/support/desk-steps.ts';
import { DAY_MS } from '#shared/lib/day.ts';
import type { Desk } from '#tests/support/launch-desk.ts';

export interface Folders {
  readonly pictures: string;
  readonly exports: string;
  readonly report: string;
}

/** What happened on the way. */
export interface Visit {
  readonly imports: readonly { readonly name: string; readonly plan: string; readonly result: string }[];
  readonly reminder: { readonly title: string };
  /** Names of the files that were written. */
  readonly report: readonly string[];
  /** Names of the pictures. */
  readonly taken: readonly string[];
}

const REMINDER = 'Call Happy Tails Blog about the winter banner';
/** What else is to be done, and in how many days. */
const OTHER_TASKS = [
  ['Approve last month’s commissions before they lock', 0],
  ['Send the new banners to Hund & Herz', 1],
  ['Ask Groomers’ Corner why their sales stopped', 3],
  ['Compare commission rates of the five best affiliates', 9],
] as const;
const THEMES = ['light', 'dark'] as const;

/** Goes through the program: greeting, imports, reminder, report, screens. Whatever does not come within a minute throws. */
export async function visit(desk: Desk, exports: readonly string[], { pictures, report }: Folders): Promise<Visit> {
  const { page } = desk;
  const taken: string[] = [];
  page.setDefaultTimeout(60_000);

  const shoot = async (name: string): Promise<void> => {
    await settled(page);
    for (const theme of THEMES) {
      await desk.systemTheme(theme);
      await page.locator(`html[data-theme="${theme}"]`).waitFor();
      await drawn(page);
      const file = `${name}-${theme}.png`;
      await desk.screenshot(join(pictures, file));
      taken.push(file);
    }
    await desk.systemTheme('light');
  };

  await started(page);
  await main(page).getByRole('button', { name: 'Load the sample program' }).waitFor();
  await shoot('greeting');

  const imports: Visit['imports'][number][] = [];
  for (const path of exports) imports.push(await importOne(desk, path, shoot));
  await goTo(page, 'Imports');
  await shoot('imports');

  await remind(desk);
  await goTo(page, 'Inbox');
  await main(page).getByText(REMINDER).first().waitFor();
  await shoot('inbox');

  await goTo(page, 'Reports');
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [report] });
  await page.getByRole('region', { name: 'Weekly performance' }).getByRole('button', { name: 'Run now' }).click();
  await page
    .getByRole('region', { name: 'History' })
    .getByText(/\.pdf$/)
    .waitFor();
  const written = readdirSync(report).sort();
  if (!['.pdf', '.csv'].every((end) => written.some((name) => name.endsWith(end)))) {
    throw new Error(`The weekly report was not written: ${written.join(', ') || 'no files'}.`);
  }
  await shoot('reports');

  for (const screen of [
    'Dashboard',
    'Tasks',
    'Affiliates',
    'Pipeline',
    'Conversations',
    'Materials',
    'Transactions',
    'Settings',
  ]) {
    await goTo(page, screen);
    await shoot(screen.toLowerCase());
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('happy tails');
  await shoot('palette');
  await page
    .getByRole('option', { name: /^Happy Tails Blog/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Happy Tails Blog' }).waitFor();
  await shoot('affiliate');

  const missing = taken.filter((name) => !existsSync(join(pictures, name)));
  if (missing.length > 0) throw new Error(`These pictures are missing: ${missing.join(', ')}.`);
  return { imports, reminder: { title: REMINDER }, report: written, taken };
}

/** Drops an export, answers what it leaves open, looks at the plan, imports it. */
async function importOne(
  desk: Desk,
  path: string,
  shoot: (name: string) => Promise<void>,
): Promise<Visit['imports'][number]> {
  const { page } = desk;
  await desk.drop([path]);
  const questions = page.getByRole('textbox', { name: /^Program/ });
  const check = page.getByRole('region', { name: 'Check' });
  await questions.or(check).first().waitFor();
  const asks = await questions.isVisible();
  if (asks) {
    await shoot('import-questions');
    await answerQuestions(page);
  }
  const counts = Object.entries(await planned(page)).filter(([, count]) => count > 0);
  if (asks) await shoot('import-check');
  await page.getByRole('button', { name: 'Import these rows' }).click();
  const done = page.getByRole('region', { name: 'Import done' }).last();
  await done.waitFor();
  const effects = (await done.innerText()).split('\n').filter((line) => / affiliates?$|revenue/.test(line));
  if (asks) await shoot('import-done');
  return {
    name: basename(path),
    plan: counts.map(([kind, count]) => `${count.toLocaleString('en-US')} ${kind.toLowerCase()}`).join(', '),
    result: effects.join('; '),
  };
}

/** Writes tasks down, one of them due this very minute, and waits for its reminder. */
async function remind(desk: Desk): Promise<void> {
  const { page } = desk;
  await goTo(page, 'Tasks');
  for (const [title, day] of OTHER_TASKS) await addTask(page, title, wall(Date.now() + day * DAY_MS).day, '');
  // What was due before it was written down reminds of nothing; near its end the minute could turn meanwhile.
  const second = new Date().getSeconds();
  if (second > 45) await new Promise((resolve) => setTimeout(resolve, (61 - second) * 1000));
  const { day, time } = wall(Date.now());
  await addTask(page, REMINDER, day, time);
  await expect
    .poll(async () => JSON.stringify(await desk.recorded('notification')), {
      timeout: 60_000,
      message: 'The reminder of a task that is due was not shown',
    })
    .toContain(REMINDER);
}

async function addTask(page: Page, title: string, day: string, time: string): Promise<void> {
  await main(page).getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByLabel('Due day', { exact: true }).and(page.locator('input')).fill(day);
  if (time !== '') await dialog.getByLabel('Due time').fill(time);
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Day and time on the wall, as fields take them. */
function wall(instant: number): { readonly day: string; readonly time: string } {
  const text = new Date(instant - new Date(instant).getTimezoneOffset() * 60_000).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** What was said at the foot of the window is gone, and what was asked for has come. */
async function settled(page: Page): Promise<void> {
  const toasts = page.getByRole('status', { name: 'What just happened' }).getByRole('button', { name: 'Dismiss' });
  while ((await toasts.count()) > 0) await toasts.first().click();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Two frames later and with every transition at its end. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}
