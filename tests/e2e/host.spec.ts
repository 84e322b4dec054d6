import { mkdtempSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { events, invoke, launch, refusal, seen } from '#tests/support/desk-fixture.ts';
import { type Desk, deskRuntime } from '#tests/support/launch-desk.ts';

// What the Chromium host reproduces, asserted on a small program that knows nothing of it. Nearly all of it holds on
// real Electron too, and is asserted there where the binary is.

const onHost = deskRuntime() === 'host';

test.describe('one window', () => {
  let desk: Desk;
  test.beforeAll(async () => {
    desk = await launch({ size: { width: 900, height: 600 } });
    await desk.page.waitForFunction(() => 'seen' in window);
  });
  test.afterAll(() => desk.close());

  test('the program believes that it runs on Electron', async () => {
    const [packaged, type, version, , userData, appVersion, sameApp] = (await invoke(desk, 'about')) as unknown[];
    expect([packaged, type, userData, appVersion]).toEqual([false, 'browser', desk.userData, '1.2.3']);
    expect(version).toMatch(/^45\./);
    expect(sameApp).toBe(true);
    expect(desk.runtime).toBe(deskRuntime());
  });

  test('what the host lacks throws by name', async () => {
    test.skip(!onHost, 'Electron lacks nothing');
    expect(await refusal(desk, 'missing')).toContain('not in the host: app.getGPUInfo');
    expect(await refusal(desk, 'missingEvent')).toContain("not in the host: event 'swipe' of BrowserWindow");
  });

  test('nothing of the preload or the host reaches the page', async () => {
    const names = ['leak', 'require', 'process', 'module', 'ipcRenderer', 'deskSend', 'deskReceive'];
    expect(await desk.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    expect(await desk.page.evaluate(() => isSecureContext)).toBe(true);
  });

  test('the bridge passes functions, callbacks, promises and errors, and cannot be changed', async () => {
    const { page } = desk;
    expect(await page.evaluate(() => [window.api.version, window.api.nested.add(2, 3)])).toEqual([3, 5]);
    expect(await page.evaluate(() => window.api.twice((n) => n * 10))).toBe(40);
    expect(await page.evaluate(() => Object.isFrozen(window.api) && Object.isFrozen(window.api.nested))).toBe(true);
    const thrown = await page.evaluate(() => {
      try {
        return window.api.fail();
      } catch (error) {
        return [error instanceof Error, (error as Error).message];
      }
    });
    expect(thrown).toEqual([true, 'no']);
    expect(await page.evaluate(() => window.api.argv())).toContain('--from-main');
    await expect(page.evaluate(() => window.api.require('node:fs'))).rejects.toThrow('module not found: node:fs');
  });

  test('invoke carries a structured clone both ways', async () => {
    const kept = await desk.page.evaluate(async () => {
      const sent = {
        date: new Date(5),
        map: new Map([['k', new Set([1])]]),
        none: undefined,
        big: 12n,
        nan: NaN,
        zero: -0,
        typed: new Float64Array([1.5]),
      };
      const got = (await window.api.invoke('echo', sent)) as typeof sent;
      return [
        got.date instanceof Date && got.date.getTime(),
        got.map.get('k')?.has(1),
        'none' in got,
        got.big === 12n,
        Number.isNaN(got.nan),
        Object.is(got.zero, -0),
        got.typed instanceof Float64Array && got.typed[0],
      ];
    });
    expect(kept).toEqual([5, true, true, true, true, true, 1.5]);
  });

  test('invoke fails in Electron’s words', async () => {
    expect(await refusal(desk, 'boom')).toBe("Error invoking remote method 'boom': TypeError: bad");
    expect(await refusal(desk, 'nope')).toBe(
      "Error invoking remote method 'nope': Error: No handler registered for 'nope'",
    );
    expect(await refusal(desk, 'uncloneable')).toContain('An object could not be cloned.');
  });

  test('main knows the sender and its frame', async () => {
    const facts = { sender: true, url: 'app://desk/', origin: 'app://desk', parent: null, top: true, main: true };
    expect(await invoke(desk, 'facts')).toEqual(facts);
  });

  test('send and reply arrive as structured clones', async () => {
    await desk.page.evaluate(() => window.api.say('said'));
    await invoke(desk, 'later');
    await expect.poll(() => seen(desk)).toContain('said');
    await expect
      .poll(() =>
        desk.page.evaluate(() =>
          window.seen.some(
            (v) =>
              (v as { when?: unknown }).when instanceof Date && (v as { map: Map<string, bigint> }).map.get('a') === 1n,
          ),
        ),
      )
      .toBe(true);
  });

  test('the policy of the protocol handler is enforced', async () => {
    expect(await desk.page.evaluate(() => 'inlineRan' in window)).toBe(false);
    await expect(desk.page.evaluate(() => fetch('https://example.com/'))).rejects.toThrow('Failed to fetch');
    expect(await desk.page.evaluate(() => window.evalRefused)).toBe('EvalError');
  });

  test('bytes stream through the protocol handler, both ways and into a module worker', async () => {
    const megabyte = 1_048_576;
    expect(
      await desk.page.evaluate(
        async (n) => (await (await fetch(`/bytes?n=${n}`)).arrayBuffer()).byteLength,
        20 * megabyte,
      ),
    ).toBe(20 * megabyte);
    const upload = await desk.page.evaluate(async (n) => {
      const response = await fetch('/upload', { method: 'POST', body: new Blob([new Uint8Array(n)]) });
      return (await response.json()) as unknown;
    }, 20 * megabyte);
    expect(upload).toEqual({ bytes: 20 * megabyte, origin: 'app://desk' });
    const inWorker = await desk.page.evaluate(() => {
      const worker = new Worker('worker.js', { type: 'module' });
      worker.postMessage(null);
      return new Promise((resolve) =>
        worker.addEventListener('message', (event) => resolve(event.data), { once: true }),
      );
    });
    expect(inWorker).toBe(1000);
  });

  test('a slow reader holds the sender back, and one that leaves ends it', async () => {
    await desk.page.evaluate(async () => {
      const abort = new AbortController();
      const response = await fetch('/endless', { signal: abort.signal });
      const reader = response.body?.getReader();
      await reader?.read();
      Object.assign(window, { abort });
    });
    const sent = async (): Promise<number> => ((await invoke(desk, 'endless')) as { sent: number }).sent;
    // Held back means that the amount sent comes to rest, though nobody has asked it to end.
    let before = -1;
    await expect
      .poll(
        async () => {
          const now = await sent();
          const rests = now === before;
          before = now;
          return rests;
        },
        { intervals: [300] },
      )
      .toBe(true);
    await desk.page.evaluate(() => (window as unknown as { abort: AbortController }).abort.abort());
    await expect.poll(() => invoke(desk, 'endless')).toMatchObject({ cancelled: true });
  });

  test('a handler that throws is a network error', async () => {
    await expect(desk.page.evaluate(() => fetch('/broken'))).rejects.toThrow('Failed to fetch');
  });

  test('navigation is asked about and stopped', async () => {
    await desk.page.evaluate(() => document.querySelector<HTMLElement>('#away')?.click());
    await expect.poll(() => events(desk)).toContain('will-navigate:https://example.com/');
    await desk.page.evaluate(() => location.assign('/redirect'));
    await expect.poll(() => events(desk)).toContain('will-redirect:app://desk/other.html');
    const blob = await desk.page.evaluate(() => URL.createObjectURL(new Blob(['away'], { type: 'text/html' })));
    for (const away of ['mailto:someone@example.com', blob, 'other:thing']) {
      await desk.page.evaluate((url) => location.assign(url), away);
      const told = away.replace('http://desk.app.localhost', 'app://desk');
      await expect.poll(() => events(desk)).toContain(`will-navigate:${told}`);
    }
    expect(await desk.page.title()).toBe('Fixture');
    expect(await invoke(desk, 'echo', 'still here')).toBe('still here');
  });

  test('windows that the page opens are refused', async () => {
    expect(await desk.page.evaluate(() => window.open('https://example.com/popup'))).toBeNull();
    await desk.page.evaluate(() => document.querySelector<HTMLElement>('#blank')?.click());
    await expect.poll(() => events(desk)).toContain('open:https://example.com/popup');
    await expect.poll(() => events(desk)).toContain('open:https://example.com/blank');
    expect(await desk.windows()).toHaveLength(1);
  });

  test('dropped files yield their paths, made-up ones do not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-drop-'));
    const paths = ['a', 'b'].map((name) => {
      mkdirSync(join(folder, name));
      const path = join(folder, name, 'same.csv');
      writeFileSync(path, `in ${name}`);
      utimesSync(path, 1, 1);
      return path;
    });
    const box = await desk.page.locator('#drop').boundingBox();
    await desk.hover(paths, box?.x, box?.y);
    await expect(desk.page.locator('#drop')).toHaveClass('over');
    await desk.leave();
    await expect(desk.page.locator('#drop')).toHaveClass('');
    await desk.drop(paths, box?.x, box?.y);
    await expect.poll(() => desk.page.evaluate(() => window.dropped)).toEqual({ paths, texts: ['in a', 'in b'] });
    expect(await desk.page.evaluate(() => window.api.pathOf(new File(['in a'], 'same.csv')))).toBe('');
  });

  test('dialogs are answered by the test, else declined', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'desk-open-')), 'x.txt');
    writeFileSync(path, 'hello');
    expect(await invoke(desk, 'open')).toBeNull();
    await desk.answerDialog('showOpenDialog', { canceled: false, filePaths: [path] });
    expect(await invoke(desk, 'open')).toBe('hello');
    expect(await desk.recorded('showOpenDialog')).toHaveLength(2);
  });

  test('menu, tray, power, theme, links and login item', async () => {
    await desk.clickMenu('import');
    await desk.clickMenu(['File', 'Import']);
    await desk.power('resume');
    await expect.poll(() => seen(desk)).toEqual(expect.arrayContaining(['menu', 'menu', 'resume']));
    await desk.clickTray();
    await desk.clickTrayMenu(['Show']);
    await expect(desk.clickMenu('nothing')).rejects.toThrow('There is no menu entry nothing');

    const dark = (): Promise<boolean> => desk.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await dark()).toBe(false);
    await invoke(desk, 'theme', 'dark');
    await expect.poll(dark).toBe(true);
    await invoke(desk, 'theme', 'system');
    await expect.poll(dark).toBe(false);

    await invoke(desk, 'external');
    await invoke(desk, 'login');
    expect(await desk.recorded('openExternal')).toEqual([{ kind: 'openExternal', data: 'https://example.com/' }]);
    expect(await desk.recorded('loginItem')).toHaveLength(1);
  });

  test('notifications are noted and clicked', async () => {
    await invoke(desk, 'notify', 'Due today');
    const [note] = await desk.recorded('notification');
    expect(note?.data).toMatchObject({ title: 'Due today', actions: ['Done'] });
    await desk.clickNotification(0);
    await desk.clickNotification(0, 0);
    await expect.poll(() => seen(desk)).toEqual(expect.arrayContaining(['clicked Due today', 'action 0 Due today']));
  });

  test('PDF, picture, size and processes', async () => {
    expect(await invoke(desk, 'pdf')).toBe('%PDF-');
    expect(await invoke(desk, 'capture')).toEqual({ width: 900, height: 600 });
    expect(await desk.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600]);
    const types = (await desk.processes()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['browser', 'renderer']));
  });

  test('a second start is refused, and the first hears of it', async () => {
    await expect(launch({ userData: desk.userData, args: ['second-file.csv'] })).rejects.toThrow();
    await expect.poll(() => events(desk)).toContain('second:second-file.csv:{"hello":"first"}');
  });

  test('a window can be hidden instead of closed', async () => {
    await invoke(desk, 'hideOnClose', true);
    await desk.closeWindow();
    await expect.poll(() => desk.isVisible()).toBe(false);
    expect(await invoke(desk, 'visible')).toBe(false);
    await desk.clickTray();
    await expect.poll(() => desk.isVisible()).toBe(true);
    expect(await events(desk)).toEqual(
      expect.arrayContaining(['ready-to-show', 'did-finish-load', 'show', 'close', 'hide']),
    );
  });

  test('a dead renderer is told', async () => {
    // The answer may never come.
    await invoke(desk, 'crash').catch(() => undefined);
    await expect.poll(() => desk.mainLog()).toContain('gone:crashed');
  });
});
