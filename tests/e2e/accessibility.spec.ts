import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { choosePeriod, exportFile, goTo, importByDrop, planned, started } from '#tests/support/desk-steps.ts';
import { haveReminders } from '#tests/support/have-reminders.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe has against the page as it stands, one line each. */
async function complaints(page: Page): Promise<string[]> {
  // Legacy mode: axe's own way of opening a second page for frames is not for an app window.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

// Some thirty looks at whole pages: slow on a busy machine, and only a hang should end it.
test.describe.configure({ timeout: 300_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is free of what axe finds, ${colorScheme}`, async () => {
    const desk = await launchDesk({ colorScheme, size: { width: 1280, height: 800 } });
    const { page } = desk;
    const clean = async (where: string): Promise<void> =>
      expect.soft(await complaints(page), `${where}, ${colorScheme}`).toEqual([]);
    await started(page);
    for (const screen of [
      'Dashboard',
      'Inbox',
      'Tasks',
      'Affiliates',
      'Pipeline',
      'Conversations',
      'Transactions',
      'Materials',
      'Reports',
      'Imports',
      'Settings',
    ]) {
      await goTo(page, screen);
      await clean(`${screen}, empty`);
    }

    await desk.hover([exportFile('partnerize/2026-05-31.csv')]);
    await clean('The window while a file hovers');
    await desk.leave();
    await desk.drop([exportFile('impact/2026-05-31.csv')]);
    await expect(page.getByRole('textbox', { name: /^Program/ })).toBeVisible();
    await clean('What is asked once');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await importByDrop(desk, exportFile('partnerize/2026-05-31.csv'));
    await clean('Import done');
    await desk.drop([exportFile('partnerize/three-bad-rows.csv')]);
    await planned(page);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await clean(`Preview, ${await tab.innerText()}`);
    }
    await page.getByRole('button', { name: /^Time zone/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await clean('A menu of how it is read');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'First rows' }).click();
    await expect(page.getByRole('region', { name: 'First rows of the file' })).toBeVisible();
    await clean('First rows of the file');
    await page.getByRole('button', { name: 'Change columns' }).click();
    await expect(page.getByRole('form', { name: 'Match columns' })).toBeVisible();
    await clean('Match columns');
    await page
      .getByRole('button', { name: /^(Cancel|Close)$/ })
      .first()
      .click();

    await goTo(page, 'Dashboard');
    await choosePeriod(page, 'All time');
    for (const screen of ['Dashboard', 'Affiliates', 'Transactions', 'Imports']) {
      await goTo(page, screen);
      await clean(screen);
    }
    await goTo(page, 'Affiliates');
    await page.getByRole('button', { name: 'Segments', exact: true }).click();
    await clean('Segments, empty');
    await page.getByRole('button', { name: /^Many reversals/ }).click();
    await page.getByRole('button', { name: 'Remove rule 1' }).click();
    await expect(page.getByRole('region', { name: 'Who is in it' })).toBeVisible();
    await clean('Segments');
    await goTo(page, 'Imports');
    await page.getByRole('tab', { name: 'Formats' }).click();
    await page.getByRole('grid', { name: 'Formats' }).getByRole('row').nth(1).click();
    await expect(page.getByRole('complementary', { name: 'Details of the format' })).toBeVisible();
    await clean('Formats');
    await goTo(page, 'Transactions');
    await page
      .getByRole('grid', { name: 'Transactions' })
      .getByRole('row')
      .nth(2)
      .getByRole('gridcell')
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: 'Details of the transaction' })).toBeVisible();
    await clean('Details of a transaction');
    await goTo(page, 'Affiliates');
    for (const menu of ['Columns', 'Views']) {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await expect(page.getByRole('dialog', { name: menu })).toBeVisible();
      await clean(`${menu} of a table`);
      await page.keyboard.press('Escape');
    }
    await goTo(page, 'Pipeline');
    await page.getByRole('button', { name: /in Active$/ }).click();
    await expect(page.getByRole('grid', { name: 'Board' })).toBeVisible();
    await clean('Board');
    await page.getByRole('button', { name: 'Change the stage Active' }).click();
    await clean('What a stage is');
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Board' }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.getByRole('radio', { name: 'Applied' }).check();
    await clean('To another stage');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Applications' }).click();
    await expect(page.getByRole('grid', { name: 'Applications' })).toBeVisible();
    await clean('Applications');
    await page.getByRole('tab', { name: 'Checklists' }).click();
    await page.getByRole('button', { name: 'Add “Onboarding”' }).click();
    await page.getByRole('button', { name: 'Onboarding', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Checklist' })).toBeVisible();
    await clean('A checklist');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Conversion' }).click();
    await expect(page.getByRole('region', { name: 'From stage to stage' })).toBeVisible();
    await clean('Conversion');
    await goTo(page, 'Conversations');
    await page.getByRole('button', { name: 'New question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Where is the commission?');
    await page.getByRole('combobox', { name: 'Affiliate' }).press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Add a transaction' }).fill('1');
    await expect(page.getByRole('list', { name: 'Found' })).toBeVisible();
    await clean('New question');
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.getByRole('grid', { name: 'Questions' }).getByText('Where is the commission?').click();
    await expect(page.getByRole('complementary', { name: 'Details of the question' })).toBeVisible();
    await clean('Questions');
    await page.getByRole('tab', { name: 'Templates' }).click();
    await page.getByRole('button', { name: 'Add 4 ready-made templates' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Hi {frist name}, {code} {link');
    await expect(page.getByText('Did you mean {first name}?')).toBeVisible();
    await clean('Templates');
    await page.getByRole('button', { name: 'Write with it' }).click();
    await expect(page.getByRole('dialog', { name: 'Write to affiliates' })).toBeVisible();
    await clean('Write to affiliates');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await goTo(page, 'Settings');
    await page.getByRole('region', { name: 'Quiet hours', exact: true }).getByRole('button').click();
    await page.getByRole('option', { name: 'On' }).click();
    await clean('Settings with quiet hours and currencies');
    await goTo(page, 'Affiliates');
    await page.getByRole('grid', { name: 'Affiliates' }).getByRole('row').nth(1).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
    await clean('Page of an affiliate');
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await expect(page.getByRole('region', { name: 'Transactions of the affiliate' })).toBeVisible();
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await page.getByRole('button', { name: 'Country: Add' }).click();
    await clean('Page of an affiliate, transactions, a contact and a value being typed');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Log…' }).click();
    await expect(page.getByRole('dialog', { name: /^What happened with/ })).toBeVisible();
    await clean('What happened');
    await page.keyboard.press('Escape');
    await haveReminders(page, ['Call Barkly', 'Write to Kibble Corner']);
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
    await clean('New task');
    await page.keyboard.type('Ask for spring banners');
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('button', { name: 'Add task' }).click();
    await expect(page.getByRole('region', { name: 'Tasks of the affiliate' })).toContainText('Ask for spring banners');
    await clean('Page of an affiliate with a task');
    await goTo(page, 'Inbox');
    await clean('Inbox');
    await goTo(page, 'Tasks');
    await clean('Tasks');
    for (const view of ['Week', 'Month', 'Templates', 'Rules', 'List']) {
      await page.getByRole('tab', { name: view }).click();
      if (view !== 'List') await clean(`Tasks, ${view}`);
    }
    await page.getByRole('grid', { name: 'Tasks' }).getByText('Ask for spring banners').click();
    await expect(page.getByRole('complementary', { name: 'Details of the task' })).toBeVisible();
    await clean('Details of a task');
    await goTo(page, 'Reports');
    await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: ['/nowhere/Reports'] });
    await page.getByRole('button', { name: 'Add a schedule' }).click();
    await page.getByRole('region', { name: 'Schedules' }).getByRole('button', { name: 'Run now' }).click();
    await expect(page.getByRole('region', { name: 'History' })).toContainText('Not written');
    await clean('Reports');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('listbox', { name: 'Found' })).toBeVisible();
    await clean('Palette');
    await page.getByRole('combobox', { name: 'Search' }).fill('1l1007');
    await expect(page.getByRole('option').nth(1)).toBeVisible();
    await clean('Palette, with what is found');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean('Keyboard map');
    await desk.close();
  });
}
