import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withDisplay } from '#tests/support/desk-display.ts';
import { invoke, launch, seen } from '#tests/support/desk-fixture.ts';
import { deskRuntime } from '#tests/support/launch-desk.ts';

// The Chromium host from start to end: profiles, kills, a desktop of its own. See host.spec.ts.

const onHost = deskRuntime() === 'host';

test('the profile outlives a quit and a kill, and quitting keeps its order', async () => {
  const write = (key: string): string => `new Promise((resolve, reject) => {
    const open = indexedDB.open('kept', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('s');
    open.onerror = reject;
    open.onsuccess = () => {
      const tx = open.result.transaction('s', 'readwrite', { durability: 'strict' });
      tx.objectStore('s').put(1, '${key}');
      tx.oncomplete = resolve;
    };
  })`;
  const read = `new Promise((resolve) => {
    const open = indexedDB.open('kept', 1);
    open.onsuccess = () => (open.result.transaction('s').objectStore('s').getAllKeys().onsuccess = (e) => resolve(e.target.result));
  })`;
  let desk = await launch();
  await desk.page.evaluate(write('quit'));
  await desk.close();
  expect(desk.mainLog().trim().split('\n')).toEqual(['before-quit', 'will-quit', 'quit']);
  desk = await desk.relaunch();
  await desk.page.evaluate(write('kill'));
  await desk.kill();
  desk = await desk.relaunch();
  expect(await desk.page.evaluate(read)).toEqual(['kill', 'quit']);
  await desk.close();
});

test('the page follows a dark desktop', async () => {
  const desk = await launch({ colorScheme: 'dark' });
  expect(await desk.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await desk.close();
});

test('on a display: shown, closed by its button, hidden to the tray, notified and clicked', async () => {
  test.skip(process.platform !== 'linux', 'needs X11');
  await withDisplay(async (display) => {
    const desk = await launch({ env: display.env, headless: false, size: { width: 1000, height: 700 } });
    const shown = async (): Promise<string> =>
      display.run('xdotool', 'search', '--onlyvisible', '--name', '^Fixture$').catch(() => '');
    await expect.poll(shown).not.toBe('');
    await expect.poll(() => desk.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1000, 700]);

    await invoke(desk, 'hideOnClose', true);
    await desk.page.reload();
    await desk.page.waitForFunction(() => 'seen' in window);
    expect(await shown(), 'a reload is not a close').not.toBe('');
    await display.run('wmctrl', '-i', '-c', `0x${Number(await shown()).toString(16)}`);
    await expect.poll(shown).toBe('');
    expect(await invoke(desk, 'visible')).toBe(false);
    await desk.clickTray();
    await expect.poll(shown).not.toBe('');

    await invoke(desk, 'notify', 'On the desktop');
    await expect.poll(() => display.run('dunstctl', 'count', 'displayed')).toBe('1');
    await display.run('dunstctl', 'action');
    await expect.poll(() => seen(desk)).toContain('clicked On the desktop');

    await invoke(desk, 'hideOnClose', false);
    await display.run('wmctrl', '-i', '-c', `0x${Number(await shown()).toString(16)}`);
    await expect.poll(() => desk.mainLog()).toContain('quit');
    await desk.close();
  });
});

test('where no test answers, a person chooses in the browser’s own dialog', async () => {
  test.skip(!onHost, 'real Electron has the system’s own, which no test can press');
  const home = mkdtempSync(join(tmpdir(), 'desk-choose-'));
  const path = join(home, 'chosen.txt');
  writeFileSync(path, 'by hand');
  const desk = await launch({ env: { HOME: home, DESK_DIALOGS: 'native' } });
  // Not with Playwright's own file chooser: it hands over small files as bytes, without their path.
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  session.on('Page.fileChooserOpened', ({ backendNodeId }) => {
    if (backendNodeId) void session.send('DOM.setFileInputFiles', { files: [path], backendNodeId });
  });
  const chosen = invoke(desk, 'open');
  expect(await chosen).toBe('by hand');
  expect(await invoke(desk, 'save')).toBe(join(home, 'Downloads', 'report.csv'));
  await desk.close();
});

test('nothing is left running when main is killed', async () => {
  const desk = await launch();
  const pids = (await desk.processes()).map(({ pid }) => pid);
  expect(pids.length).toBeGreaterThan(1);
  await desk.killMain();
  // A process that has ended but has not been asked for its outcome (Z) runs no more.
  const running = (): number[] =>
    pids.filter((pid) => {
      const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
      return /^[^Z\s]/.test(stdout);
    });
  await expect.poll(running).toEqual([]);
});
