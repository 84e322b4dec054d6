import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import PostalMime from 'postal-mime';
import { exportFile, goTo, importByDrop, main, started } from '#tests/support/desk-steps.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

let folder: string;
let desk: Desk;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-mails-'));
  desk = await launchDesk({ size: { width: 1280, height: 800 } });
  await started(desk.page);
});
test.afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a dropped mail stands on the timeline once; drafts for three are whole mails on the disk, and logged', async () => {
  const { page } = desk;
  await importByDrop(desk, exportFile('hubspot-people/people.csv'));
  await goTo(page, 'Affiliates');
  await main(page).getByRole('button', { name: 'Pet Gazette', exact: true }).first().click();
  await expect(page.getByRole('region', { name: 'Questions of the affiliate' })).toBeVisible();
  const mail = join(folder, 'Re_ Spring.eml');
  writeFileSync(
    mail,
    [
      'From: =?utf-8?Q?Jane_D=C3=B6?= <jane@petgazette.com>',
      'To: ann@brand.example',
      'Subject: Spring banners',
      'Date: Mon, 02 Nov 2026 09:00:00 +0000',
      'Message-ID: <spring@petgazette.com>',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>When do they <b>come</b>?</p>',
    ].join('\r\n'),
  );
  await desk.drop([mail]);
  await expect(page.getByText('Added a mail to Pet Gazette')).toBeVisible();
  await desk.drop([mail]);
  await expect(page.getByText('“Spring banners” is on the timeline already')).toBeVisible();

  await goTo(page, 'Conversations');
  await page.getByRole('tab', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'Add 4 ready-made templates' }).click();
  await page.getByRole('button', { name: 'Write with it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write to affiliates' });
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ann Müller');
  await dialog.getByRole('textbox', { name: 'Your e-mail' }).fill('ann@brand.example');
  await dialog.getByRole('textbox', { name: 'Your brand' }).fill('Pawsome');
  const add = dialog.getByRole('combobox', { name: 'Add an affiliate' });
  for (const recipients of ['1 recipient', '2 recipients', '3 recipients']) {
    await add.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(recipients, { exact: true })).toBeVisible();
  }
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [folder] });
  await dialog.getByRole('button', { name: 'Write 3 drafts…' }).click();
  await expect(page.getByText('Logged for 3 affiliates')).toBeVisible();

  const drafts = readdirSync(folder).filter((name) => name !== 'Re_ Spring.eml');
  expect(drafts).toHaveLength(3);
  expect(drafts).toContain('Pet Gazette.eml');
  for (const name of drafts) {
    const text = readFileSync(join(folder, name), 'utf8');
    const read = await PostalMime.parse(text);
    expect(text).toMatch(/^X-Unsent: 1\r\n/);
    expect(read.from).toEqual({ name: 'Ann Müller', address: 'ann@brand.example' });
    expect(read.to).toHaveLength(1);
    expect(read.subject).toBe('Would you like to work with Pawsome?');
    expect(read.text).not.toMatch(/[{}]/);
    expect(read.text).toContain('Best regards\nAnn Müller\nPawsome');
  }
});
