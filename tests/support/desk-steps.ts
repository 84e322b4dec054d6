import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from './launch-desk.ts';

const EXPORTS = join(import.meta.dirname, '../fixtures/exports');

/** Path of an export among the fixtures. */
export const exportFile = (name: string): string => join(EXPORTS, name);

export const main = (page: Page): Locator => page.getByRole('main');

/** Goes to a screen by the sidebar. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

/** The program has started and takes drops. */
export const started = (page: Page): Promise<void> => page.getByRole('navigation', { name: 'Screens' }).waitFor();

/** What a file may leave open. */
interface Answers {
  readonly program?: string;
  readonly currency?: string;
  readonly partner?: string;
  readonly day?: string;
  /** By word: what it is called among the statuses. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Answers what a file leaves open, and goes on. */
export async function answer(page: Page, { program, currency, partner, day, words = {} }: Answers): Promise<void> {
  if (program !== undefined) await page.getByRole('textbox', { name: /^(?:Program|Shop)/ }).fill(program);
  if (partner !== undefined) await page.getByRole('textbox', { name: /^Affiliate/ }).fill(partner);
  if (day !== undefined) await page.getByLabel(/^Last day/).fill(day);
  if (currency !== undefined) {
    await page.getByRole('combobox', { name: /^Currency/ }).fill(currency);
    await page.keyboard.press('Tab');
  }
  for (const [word, meaning] of Object.entries(words)) {
    await page.getByRole('button', { name: new RegExp(`Meaning of “${word}”`) }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Answers what Impact's listing leaves open. */
export const answerQuestions = (page: Page, program = 'Pawsome Pets US', currency = 'USD'): Promise<void> =>
  answer(page, { program, currency });

/** Takes back what was imported last, from where it says that it is done. */
export async function undoLast(page: Page): Promise<void> {
  await goTo(page, 'Imports');
  await page.getByRole('region', { name: 'Import done' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByRole('region', { name: 'Import undone' })).toBeVisible();
}

/** Drops a file, looks at the plan, and imports it. */
export async function importByDrop(desk: Desk, path: string): Promise<void> {
  await desk.drop([path]);
  await importPlanned(desk.page);
}

/** Imports what the preview shows. */
export async function importPlanned(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import these rows' }).click();
  await expect(page.getByRole('region', { name: 'Import done' })).toBeVisible();
}

/** The counts on the preview's tabs, by name. */
export async function planned(page: Page): Promise<Record<string, number>> {
  await expect(page.getByRole('region', { name: 'Check' })).toBeVisible();
  const tabs = await page.getByRole('tab').allInnerTexts();
  return Object.fromEntries(
    tabs.map((text) => {
      const [, name = '', count = ''] = /^(\D+?)\s*([\d,]+)$/.exec(text.replaceAll('\n', ' ')) ?? [];
      return [name, Number(count.replaceAll(',', ''))];
    }),
  );
}

/** Sets the one period of the program. */
export async function choosePeriod(page: Page, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /days|month|year|time|–/i })
    .click();
  await page.getByText(name, { exact: true }).click();
}
