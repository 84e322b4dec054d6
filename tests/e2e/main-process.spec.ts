import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { IntakeEntry } from '#shared/ipc/contract.ts';
import { deskRuntime, launchDesk, type Desk } from '#tests/support/launch-desk.ts';

/** What the main process does for the page, through the real preload, seen from the page. */
let folder: string;
let desk: Desk | undefined;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-main-'));
});

test.afterEach(async () => {
  await desk?.close();
  desk = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = async (options: Parameters<typeof launchDesk>[0] = {}): Promise<Desk> =>
  (desk = await launchDesk({ ...options, userData: options.userData ?? join(folder, 'profile') }));

function exported(name: string, contents: string | Uint8Array = 'id,name\n1,Pfote\n'): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

/** Begins to note what main says, on `window.heard`. */
const listen = (running: Desk): Promise<void> =>
  running.page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const event of ['command', 'intake', 'theme'] as const)
      window.desk.on(event, (said) => heard.push([event, said]));
  });
const heard = (running: Desk): Promise<[string, unknown][]> =>
  running.page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);

test('chosen files can be read by their ids, until they are released', async () => {
  const { page, answerDialog } = await start();
  const paths = [exported('a.csv'), exported('b.csv', 'x'.repeat(3_000_000)), exported('report.ods', 'PK\u0003\u0004')];
  await answerDialog('showOpenDialog', { canceled: false, filePaths: paths });
  const read = await page.evaluate(async () => {
    const chosen = await window.desk.files.choose();
    if (!chosen.ok) throw new Error(chosen.error.message);
    return Promise.all(
      chosen.value.map(async (entry) => {
        if ('refused' in entry) return [entry.name, entry.refused];
        const text = await (await fetch(`/intake/${entry.id}`)).text();
        const part = await (await fetch(`/intake/${entry.id}?from=3&to=8`)).text();
        await window.desk.files.release(entry.id);
        return [
          entry.name,
          entry.size,
          text.length,
          part === text.slice(3, 8),
          (await fetch(`/intake/${entry.id}`)).status,
        ];
      }),
    );
  });
  expect(read).toEqual([
    ['a.csv', 16, 16, true, 404],
    ['b.csv', 3_000_000, 3_000_000, true, 404],
    ['report.ods', expect.stringContaining('is a spreadsheet')],
  ]);
});

test('a file that is cut short while it is read ends in an error, not in half a file', async () => {
  const { page, answerDialog } = await start();
  const path = exported('big.csv', 'x'.repeat(60_000_000));
  await answerDialog('showOpenDialog', { canceled: false, filePaths: [path] });
  const id = await page.evaluate(async () => {
    const chosen = await window.desk.files.choose();
    const entry = chosen.ok ? chosen.value[0] : undefined;
    if (!entry || 'refused' in entry) throw new Error('not taken');
    const reader = (await fetch(`/intake/${entry.id}`)).body?.getReader();
    await reader?.read();
    Object.assign(window, { reader });
    return entry.id;
  });
  truncateSync(path, 1000);
  const outcome = await page.evaluate(async () => {
    const { reader } = window as unknown as { reader: ReadableStreamDefaultReader<Uint8Array> };
    try {
      for (;;) if ((await reader.read()).done) return 'came to an end';
    } catch {
      return 'error';
    }
  });
  expect(outcome).toBe('error');
  expect(await page.evaluate(async (path) => (await fetch(path)).status, `/intake/${id}`)).toBe(409);
});

test('text is saved where she says, whole', async () => {
  const { page, answerDialog } = await start();
  const path = join(folder, 'rejected rows.csv');
  await answerDialog('showSaveDialog', { canceled: false, filePath: path });
  const saved = await page.evaluate(() =>
    window.desk.files.saveText({ suggestedName: 'Rejected rows', kind: 'csv', text: 'a,b\r\n“ü”,2\r\n' }),
  );
  expect(saved).toEqual({ ok: true, value: { kind: 'saved', name: 'rejected rows.csv' } });
  expect(readFileSync(path, 'utf8')).toBe('a,b\r\n“ü”,2\r\n');
});

test('the menu speaks to the page', async () => {
  const running = await start();
  await listen(running);
  for (const id of ['import', 'undo', 'redo', 'back', 'forward', 'palette']) await running.clickMenu(id);
  await expect
    .poll(async () => (await heard(running)).filter(([event]) => event === 'command').map(([, said]) => said))
    .toEqual(['import', 'undo', 'redo', 'back', 'forward', 'palette']);
});

test('the theme is chosen in the menu, told once, and remembered', async () => {
  const running = await start();
  await listen(running);
  await running.clickMenu('theme-dark');
  await expect.poll(() => heard(running)).toEqual([['theme', { choice: 'dark', dark: true }]]);
  expect(await running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const again = (desk = await running.relaunch());
  expect(await again.page.evaluate(() => window.desk.theme.get())).toEqual({
    ok: true,
    value: { choice: 'dark', dark: true },
  });
});

test('a second start hands its files to the first and ends', async () => {
  const running = await start();
  await listen(running);
  const path = exported('opened-with.csv');
  const second = launchDesk({ userData: running.userData, args: [path] });
  await expect(second).rejects.toThrow(/ended|closed/);
  await expect.poll(async () => (await heard(running)).length).toBe(1);
  const [event, entries] = (await heard(running))[0] ?? ['', []];
  expect(event).toBe('intake');
  expect((entries as IntakeEntry[]).map(({ name }) => name)).toEqual(['opened-with.csv']);
});

test('what is recorded of the data stands in state.json, with the version that wrote it', async () => {
  const running = await start();
  const recorded = await running.page.evaluate(async () => {
    await window.desk.state.record({ generation: 7, installId: 'of-a-test', rowCounts: { affiliates: 3 } });
    return window.desk.state.read();
  });
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(recorded).toEqual({
    ok: true,
    value: {
      kind: 'known',
      lastVersion: version,
      generation: 7,
      installId: 'of-a-test',
      rowCounts: { affiliates: 3 },
    },
  });
  expect(JSON.parse(readFileSync(join(running.userData, 'state.json'), 'utf8'))).toMatchObject({
    lastVersion: version,
  });
});

test('data of a later version is not opened', async () => {
  test.skip(deskRuntime() === 'electron', 'the dialog would wait for somebody');
  const profile = mkdtempSync(join(folder, 'newer-'));
  const state = JSON.stringify({ lastVersion: '99.0.0' });
  writeFileSync(join(profile, 'state.json'), state);
  await expect(launchDesk({ userData: profile })).rejects.toThrow(/ended before it showed a window \(exit code 0\)/);
  expect(readFileSync(join(profile, 'state.json'), 'utf8')).toBe(state);
});

test('closing hides the window, which works on; a second start and the tray bring it back', async () => {
  const running = await start();
  await listen(running);
  await running.closeWindow();
  await expect.poll(() => running.isVisible()).toBe(false);
  await running.clickMenu('back');
  await expect.poll(() => heard(running)).toEqual([['command', 'back']]);

  await expect(launchDesk({ userData: running.userData })).rejects.toThrow(/ended|closed/);
  await expect.poll(() => running.isVisible()).toBe(true);
  await running.closeWindow();
  await expect.poll(() => running.isVisible()).toBe(false);
  await running.clickTray();
  await expect.poll(() => running.isVisible()).toBe(true);
  await running.closeWindow();
  await running.clickTrayMenu('tray-import');
  await expect.poll(() => running.isVisible()).toBe(true);
  await expect.poll(() => heard(running)).toContainEqual(['command', 'import']);
});

test('the tray ends the program, also while the window is hidden', async () => {
  const running = await start();
  await running.closeWindow();
  await running.clickTrayMenu('tray-quit').catch(() => undefined);
  await expect.poll(() => running.isVisible().catch(() => 'ended')).toBe('ended');
  await running.close();
});

test('the next start opens the window where it was', async () => {
  const running = await start();
  await running.resize(1100, 700);
  await expect.poll(() => running.page.evaluate(() => innerWidth)).toBe(1100);
  await running.closeWindow();
  const settings = join(running.userData, 'settings.json');
  const kept = (): { width?: number } | null =>
    existsSync(settings) ? (JSON.parse(readFileSync(settings, 'utf8')) as { window: { width?: number } }).window : null;
  await expect.poll(kept).toMatchObject({ width: 1100, maximized: false });
  await running.close();
  const again = await start({ userData: running.userData });
  await expect.poll(() => again.page.evaluate(() => outerWidth)).toBe(kept()?.width);
});
