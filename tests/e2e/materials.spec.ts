import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { goTo, started } from '#tests/support/desk-steps.ts';
import { launchDesk } from '#tests/support/launch-desk.ts';

/** Two pixels by one, red. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAwPAfAAcAAf+hkYwzAAAAAElFTkSuQmCC',
  'base64',
);
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>parent.document.title = "taken over"</script>' +
  '<image href="http://localhost:9/x.png"/><rect width="40" height="20"/></svg>';

/** How large the picture of a material really is, once it is painted. */
const sizeOf = (page: Page, name: string): Promise<readonly number[]> =>
  page
    .getByRole('option', { name })
    .locator('img')
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });

test('pictures that are dropped are kept, painted, and still there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'materials-'));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  let desk = await launchDesk();
  await started(desk.page);
  await goTo(desk.page, 'Materials');
  await desk.drop([file('red_banner.png', PNG), file('logo.svg', SVG), file('feed.csv', 'sku,name\n1,Ball\n')]);
  const grid = desk.page.getByRole('listbox', { name: 'Materials' });
  await expect(grid.getByRole('option')).toHaveCount(3);
  expect(await sizeOf(desk.page, 'red banner')).toEqual([2, 1]);
  expect(await sizeOf(desk.page, 'logo')).toEqual([40, 20]);
  await expect(grid.getByRole('option', { name: 'red banner' })).toContainText('2×1');
  expect(await desk.page.title()).not.toBe('taken over');

  const kept = readdirSync(join(desk.userData, 'library'));
  expect(kept).toHaveLength(3);
  // A feed is bytes to the page, whatever is in it; what no id stands for is not there.
  const answers = await desk.page.evaluate(
    (ids) =>
      Promise.all(
        [...ids, '../state.json', '00000000-0000-4000-8000-000000000000'].map(async (id) => {
          const { status, headers } = await fetch(`/library/${encodeURIComponent(id)}`);
          return [status, headers.get('content-type'), headers.get('content-security-policy')?.includes('sandbox')];
        }),
      ),
    kept,
  );
  expect(answers.map(([status]) => status)).toEqual([200, 200, 200, 404, 404]);
  expect(answers.slice(0, 3).map(([, type]) => type)).toEqual(
    expect.arrayContaining(['image/png', 'image/svg+xml', 'application/octet-stream']),
  );
  expect(answers.every(([, , isSandboxed]) => isSandboxed)).toBe(true);

  desk = await desk.relaunch();
  await started(desk.page);
  await goTo(desk.page, 'Materials');
  expect(await sizeOf(desk.page, 'red banner')).toEqual([2, 1]);

  // What she gets is the file itself, under its own name.
  const out = mkdtempSync(join(tmpdir(), 'copies-'));
  await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [out] });
  await desk.page.getByRole('option', { name: 'red banner' }).click();
  await desk.page.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(desk.page.getByText('Saved “red_banner.png”')).toBeVisible();
  expect(readFileSync(join(out, 'red_banner.png'))).toEqual(PNG);
  await desk.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`materials and links are free of what axe finds, ${colorScheme}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'materials-'));
    for (const name of ['a.png', 'b.png']) writeFileSync(join(folder, name), PNG);
    const desk = await launchDesk({ colorScheme });
    const { page } = desk;
    const clean = async (where: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .setLegacyMode()
        .analyze();
      expect
        .soft(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          where,
        )
        .toEqual([]);
    };
    await started(page);
    await goTo(page, 'Materials');
    await desk.drop([join(folder, 'a.png'), join(folder, 'b.png')]);
    await expect(page.getByRole('complementary', { name: 'Details of the material' })).toBeVisible();
    await page.getByLabel('Last day').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: /Ended/ })).toBeVisible();
    await clean('a material that has ended');
    await page.getByRole('button', { name: 'Hand out…' }).click();
    await clean('handing out');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Links' }).click();
    await page.getByRole('button', { name: 'Edit patterns' }).click();
    await page.getByRole('button', { name: 'Add a pattern' }).click();
    await page.getByRole('menuitem', { name: 'Impact' }).click();
    await page.getByRole('button', { name: 'Add the pattern' }).click();
    await clean('links and patterns');
    await desk.close();
  });
}
