import { existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { choosePeriod, exportFile, goTo, importByDrop, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

const folder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'desk-settings-')));

let desk: Desk;
let config: string;
test.beforeEach(async () => {
  config = folder();
  desk = await launchDesk({ size: { width: 1280, height: 800 }, env: { XDG_CONFIG_HOME: config } });
  await started(desk.page);
});
test.afterEach(() => desk.close());

const setting = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

async function choose(page: Page, title: string, value: string): Promise<void> {
  await setting(page, title).getByRole('button').first().click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

const chosen = (page: Page, title: string): Locator => setting(page, title).getByRole('button').first();

test('every choice takes effect, can be undone, and is there after a restart', async () => {
  const { page } = desk;
  await goTo(page, 'Settings');
  const choices: readonly (readonly [title: string, from: string, to: string])[] = [
    ['Week starts on', 'Monday', 'Sunday'],
    ['Notifications', 'On', 'Off'],
    ['Theme', 'Same as the system', 'Dark'],
    ['Rows', 'Normal, 32 px', 'Roomy, 40 px'],
    ['Single-letter keys', 'On', 'Off'],
    ['Start at login', 'Off', 'On'],
  ];
  for (const [title, from, to] of choices) {
    await expect(chosen(page, title), title).toContainText(from);
    await choose(page, title, to);
    await expect(chosen(page, title), title).toContainText(to);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(chosen(page, title), title).toContainText(from);
    await page.keyboard.press('Control+Shift+z');
    await expect(chosen(page, title), title).toContainText(to);
  }
  await choose(page, 'Quiet hours', 'On');
  await page.getByLabel('Quiet from').fill('18:30');
  await page.getByLabel('Quiet from').press('Enter');
  await setting(page, 'Morning').getByLabel('Morning').fill('08:15');
  await setting(page, 'Morning').getByLabel('Morning').press('Enter');
  await expect(page.getByRole('status')).toContainText('Mornings begin at 8:15');
  await setting(page, 'Time zone').getByRole('combobox').fill('Pacific/Auckland');
  await expect(page.getByRole('status')).toContainText('The time zone is Pacific/Auckland');

  desk = await desk.relaunch();
  await started(desk.page);
  const again = desk.page;
  await goTo(again, 'Settings');
  for (const [title, , to] of choices) await expect(chosen(again, title), title).toContainText(to);
  await expect(again.getByLabel('Quiet from')).toHaveValue('18:30');
  await expect(again.getByLabel('Quiet to')).toHaveValue('08:00');
  await expect(again.getByLabel('Morning', { exact: true }).and(again.locator('input'))).toHaveValue('08:15');
  await expect(setting(again, 'Time zone').getByRole('combobox')).toHaveValue('Pacific/Auckland');
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');

  // Main has the rules of reminding as she has chosen them.
  const clock = join(desk.userData, 'clock.json');
  await expect
    .poll(() => (existsSync(clock) ? (JSON.parse(readFileSync(clock, 'utf8')) as { projection: unknown }) : null))
    .toMatchObject({
      projection: {
        rules: { zone: 'Pacific/Auckland', morning: '08:15', quiet: { from: '18:30', to: '08:00' }, notify: false },
      },
    });
});

test('starting at login is an entry of the desktop, which starts the program hidden', async () => {
  const { page } = desk;
  const entry = join(config, 'autostart/affiliate-desk.desktop');
  await goTo(page, 'Settings');
  await choose(page, 'Start at login', 'On');
  await expect.poll(() => existsSync(entry)).toBe(true);
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=".+" ".*--hidden"$|^Exec=.* "--hidden"$/m);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => existsSync(entry)).toBe(false);

  desk = await desk.relaunch({ args: ['--hidden'] });
  await started(desk.page);
  expect(await desk.isVisible()).toBe(false);
  await desk.clickTray();
  await expect.poll(() => desk.isVisible()).toBe(true);
});

test('currencies stand in her order, on the dashboard and in the tables', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
  await goTo(page, 'Dashboard');
  await choosePeriod(page, 'All time');
  const blocks = page.getByRole('region', { name: /^Figures in/ });
  const order = async (): Promise<string[]> =>
    (await blocks.all()).length === 0
      ? []
      : Promise.all((await blocks.all()).map(async (block) => (await block.getAttribute('aria-label')) ?? ''));
  await expect.poll(async () => (await order()).length).toBeGreaterThan(1);
  const before = await order();
  const second = (before[1] ?? '').replace('Figures in ', '');

  await goTo(page, 'Settings');
  // In Settings they begin in the order of how many rows there are of each.
  const up = setting(page, 'Currencies').getByRole('button', { name: `Move ${second} up` });
  while (await up.isEnabled()) await up.click();
  await setting(page, 'Currencies')
    .getByRole('button', { name: `Move ${second} down` })
    .click();
  await up.click();
  await goTo(page, 'Dashboard');
  await expect.poll(async () => (await order())[0]).toBe(`Figures in ${second}`);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await order())[0]).not.toBe(`Figures in ${second}`);
});

test('the folder of reports is the one she chose', async () => {
  const { page } = desk;
  const reports = folder();
  await goTo(page, 'Settings');
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [reports] });
  await setting(page, 'Report folder').getByRole('button').click();
  await expect(setting(page, 'Report folder')).toContainText(reports.split('/').at(-1) ?? 'none');
  await goTo(page, 'Reports');
  await expect(page.getByRole('main')).toContainText(reports.split('/').at(-1) ?? 'none');
});
