import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { electronOnly } from '#tests/support/electron-only.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

/**
 * What a page could do if a script of somebody else's ever ran in it: it tries, and gets nowhere. Everything runs in the
 * program as it is built, against a real server that counts what reaches it.
 */
let desk: Desk;
let page: Page;
let elsewhere: Server;
let folder: string;
/** Origin of the server that must not be reached, and what reached it. */
let away = '';
const reached: string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-security-'));
  elsewhere = createServer((request, response) => {
    reached.push(`${String(request.method)} ${String(request.url)}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('window.reachedElsewhere = true;');
  });
  elsewhere.on('upgrade', (request, socket) => {
    reached.push(`upgrade ${String(request.url)}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  desk = await launchDesk();
  page = desk.page;
});

test.beforeEach(() => void reached.splice(0));

test.afterAll(async () => {
  await desk.close();
  elsewhere.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Time for what was started to get somewhere, if it can. */
const settle = (): Promise<void> => page.waitForTimeout(300);

/** Marks the page, lets it try, and makes sure that it is still the same page at the same place. */
async function staysAfter(attempt: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => {
    Object.assign(window, { markOfThisPage: 'here' });
    return location.href;
  });
  await attempt();
  await settle();
  const after = await page.evaluate(() => ({
    href: location.href,
    mark: (window as unknown as { markOfThisPage?: string }).markOfThisPage,
  }));
  expect(after).toEqual({ href: before, mark: 'here' });
  expect(await desk.windows()).toHaveLength(1);
  expect(reached).toEqual([]);
}

test.describe('leaving the page', () => {
  for (const target of [
    'AWAY/',
    'data:text/html,<h1>elsewhere</h1>',
    'file:///etc/passwd',
    '/other.html',
    '/index.html?a=1',
  ]) {
    test(`location = ${target}`, async () => {
      await staysAfter(() => page.evaluate((url) => void (location.href = url), target.replace('AWAY', away)));
    });
  }

  test('a link, a link in a new window, a form, a refresh', async () => {
    await staysAfter(() =>
      page.evaluate((url) => {
        const holder = document.createElement('div');
        holder.innerHTML =
          `<a id="plain" href="${url}/link">x</a><a id="blank" target="_blank" href="${url}/blank">x</a>` +
          `<form id="post" method="post" action="${url}/form"><input name="a" value="b"></form>` +
          `<form id="get" action="${url}/form"><input name="a" value="b"></form>`;
        document.body.append(holder);
        for (const id of ['plain', 'blank']) document.getElementById(id)?.click();
        for (const id of ['post', 'get']) (document.getElementById(id) as HTMLFormElement).submit();
        const refresh = document.createElement('meta');
        refresh.httpEquiv = 'refresh';
        refresh.content = `0; url=${url}/refresh`;
        document.head.append(refresh);
        setTimeout(() => {
          holder.remove();
          refresh.remove();
        }, 100);
      }, away),
    );
  });

  for (const target of ['AWAY/window', '/index.html', '/intake/unknown', 'about:blank', 'javascript:alert(1)']) {
    test(`window.open(${target})`, async () => {
      await staysAfter(async () => {
        await page.evaluate((url) => void window.open(url), target.replace('AWAY', away));
        await expect.poll(async () => (await desk.windows()).length).toBe(1);
      });
    });
  }
});

test('nothing of another origin is loaded, fetched or connected to', async () => {
  await staysAfter(async () => {
    const outcomes = await page.evaluate(async (url) => {
      const results: Record<string, string> = {};
      const loads = (name: string, element: HTMLElement, attribute: string, at: string): Promise<void> =>
        new Promise((resolve) => {
          const done = (outcome: string) => (): void => {
            results[name] ??= outcome;
            element.remove();
            resolve();
          };
          element.addEventListener('load', done('loaded'));
          element.addEventListener('error', done('refused'));
          setTimeout(done('refused'), 500);
          element.setAttribute(attribute, at);
          document.body.append(element);
        });
      const refused = async (name: string, attempt: () => unknown): Promise<void> => {
        try {
          await attempt();
          results[name] = 'done';
        } catch {
          results[name] = 'refused';
        }
      };
      const stylesheet = document.createElement('link');
      stylesheet.rel = 'stylesheet';
      const preload = document.createElement('link');
      preload.rel = 'preload';
      preload.as = 'script';
      await Promise.all([
        loads('image', document.createElement('img'), 'src', `${url}/image.png`),
        loads('script', document.createElement('script'), 'src', `${url}/script.js`),
        loads('stylesheet', stylesheet, 'href', `${url}/style.css`),
        loads('preload', preload, 'href', `${url}/preload.js`),
        loads('object', document.createElement('object'), 'data', `${url}/object`),
        loads('embed', document.createElement('embed'), 'src', `${url}/embed`),
        loads('video', document.createElement('video'), 'src', `${url}/video.mp4`),
        refused('fetch', () => fetch(`${url}/fetch`)),
        refused('blind fetch', () => fetch(`${url}/fetch`, { mode: 'no-cors', method: 'POST', body: 'x' })),
        refused('import', () => import(/* @vite-ignore */ `${url}/module.js`)),
        refused(
          'xhr',
          () =>
            new Promise((resolve, reject) => {
              const xhr = new XMLHttpRequest();
              xhr.onload = resolve;
              xhr.onerror = reject;
              xhr.open('GET', `${url}/xhr`);
              xhr.send();
            }),
        ),
        refused(
          'socket',
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(url.replace('http', 'ws'));
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        refused(
          'events',
          () =>
            new Promise((resolve, reject) => {
              const source = new EventSource(`${url}/events`);
              source.onopen = resolve;
              source.onerror = () => (source.close(), reject(new Error('refused')));
            }),
        ),
        refused('font', () => new FontFace('x', `url(${url}/font.woff2)`).load()),
      ]);
      navigator.sendBeacon(`${url}/beacon`, 'x');
      document.body.style.backgroundImage = `url(${url}/background.png)`;
      const frame = document.createElement('iframe');
      frame.src = `${url}/frame.html`;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      document.body.style.backgroundImage = '';
      frame.remove();
      return results;
    }, away);
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    expect(Object.keys(outcomes)).toHaveLength(14);
  });
  expect(await page.evaluate(() => 'reachedElsewhere' in window)).toBe(false);
});

test('no code is made of text, and none comes from data: or blob:', async () => {
  // In a task of its own: what the debugger evaluates itself is excused from the policy.
  const outcomes = await page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve) => {
        setTimeout(() => {
          const results: Record<string, string> = {};
          const attempt = (name: string, run: () => unknown): void => {
            try {
              run();
              results[name] = 'ran';
            } catch {
              results[name] = 'refused';
            }
          };
          const worker = (name: string, url: string): void => {
            results[name] = 'silent';
            attempt(`${name} start`, () => {
              const started = new Worker(url);
              started.onmessage = () => (results[name] = 'ran');
            });
            Reflect.deleteProperty(results, `${name} start`);
          };
          attempt('eval', () => (0, eval)('1 + 1'));
          attempt('Function', () => new Function('return 1')() as unknown);
          attempt('constructor of the desk', () => {
            const make = Reflect.get(window.desk.on, 'constructor') as FunctionConstructor;
            return make('return process')() as unknown;
          });
          setTimeout('window.madeOfText = 1' as unknown as () => void);
          const script = document.createElement('script');
          script.textContent = 'window.madeOfText = 2';
          document.head.append(script);
          const holder = document.createElement('div');
          holder.innerHTML = '<img src="data:," onerror="window.madeOfText = 3">';
          document.body.append(holder);
          const imported = document.createElement('script');
          imported.src = 'data:text/javascript,window.madeOfText = 4';
          document.head.append(imported);
          const code = 'self.postMessage(1); self.madeOfText = 5';
          worker('worker from data:', `data:text/javascript,${code}`);
          worker('worker from blob:', URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
          setTimeout(() => {
            for (const element of [script, holder, imported]) element.remove();
            results['script made of text'] = 'madeOfText' in window ? 'ran' : 'refused';
            resolve(results);
          }, 500);
        });
      }),
  );
  expect(outcomes).toEqual({
    eval: 'refused',
    Function: 'refused',
    'constructor of the desk': 'refused',
    'worker from data:': 'silent',
    'worker from blob:': 'silent',
    'script made of text': 'refused',
  });
});

test('the page has no Node, no Electron, and of the desk exactly this', async () => {
  const found = await page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ];
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]))
        : typeof value;
    return { nodes: names.filter((name) => name in window), desk: shape(window.desk) };
  });
  expect(found).toEqual({
    nodes: [],
    desk: {
      app: { info: 'function' },
      files: { choose: 'function', release: 'function', saveText: 'function', take: 'function' },
      space: { grant: 'function', spend: 'function' },
      state: { read: 'function', record: 'function' },
      theme: { get: 'function', set: 'function' },
      links: { open: 'function' },
      on: 'function',
    },
  });
});

test('a file that was not handed over cannot be read, by no path and no made-up id', async () => {
  writeFileSync(join(folder, 'secret.csv'), 'secret');
  const answers = await page.evaluate(
    async (paths) => Promise.all(paths.map(async (path) => [path, (await fetch(path)).status] as const)),
    [
      '/intake/00000000-0000-4000-8000-000000000000',
      '/intake/1',
      '/intake/',
      `/intake/${encodeURIComponent(join(folder, 'secret.csv'))}`,
      `/intake/..%2f..%2f..%2f..%2fetc%2fpasswd`,
      '/..%2findex.html',
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/..%2fmain%2findex.js',
      '/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
      '//etc/passwd'.replace('//', '/%2f'),
      `/${encodeURIComponent(join(folder, 'secret.csv'))}`,
    ],
  );
  expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
});

test('the page cannot make a file of a path', async () => {
  const outcomes = await page.evaluate(async () => {
    const take = window.desk.files.take as (files: readonly unknown[]) => Promise<unknown>;
    const attempts = [
      new File(['x'], '/etc/passwd'),
      Object.assign(new File(['x'], 'x.csv'), { path: '/etc/passwd' }),
      '/etc/passwd',
      { path: '/etc/passwd', name: 'passwd' },
    ];
    return Promise.all(
      attempts.map(async (attempt) => {
        try {
          return JSON.stringify(await take([attempt]));
        } catch {
          return 'refused';
        }
      }),
    );
  });
  for (const outcome of outcomes) expect(outcome).toMatch(/refused/);
});

test('links open outside only over https and mailto', async () => {
  const before = (await desk.recorded('openExternal')).length;
  const answers = await page.evaluate(
    (urls) => Promise.all(urls.map((url) => window.desk.links.open(url))),
    ['file:///etc/passwd', 'javascript:alert(1)', 'http://example.com/', 'app://desk/index.html'],
  );
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, false, false]);
  expect(await desk.recorded('openExternal')).toHaveLength(before);
});

test('a frame, sandboxed or not, has no desk and cannot call through', async () => {
  await page.evaluate(async () => {
    for (const sandbox of ['allow-scripts', null]) {
      const frame = document.createElement('iframe');
      frame.className = 'probe';
      frame.name = sandbox ?? 'plain';
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.srcdoc = '<p>inside</p>';
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve);
        document.body.append(frame);
      });
    }
  });
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(frames.length).toBeGreaterThanOrEqual(2);
  for (const frame of frames) {
    expect(await frame.evaluate(() => [typeof window.desk, typeof (window as { require?: unknown }).require])).toEqual([
      'undefined',
      'undefined',
    ]);
  }
  const sandboxed = page.frame({ name: 'allow-scripts' });
  const through = await sandboxed?.evaluate(async () => {
    try {
      return JSON.stringify(await window.parent.desk.app.info());
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(through).toBe('SecurityError');
  await page.evaluate(() => document.querySelectorAll('iframe.probe').forEach((frame) => frame.remove()));
});

test('every answer of the program carries the policy', async () => {
  const policies = await page.evaluate(async () => {
    const scripts = [...document.querySelectorAll('script[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    const paths = ['/index.html', '/', '/missing.js', '/intake/unknown', ...scripts];
    return Promise.all(
      paths.map(async (path) => [path, (await fetch(path)).headers.get('content-security-policy')] as const),
    );
  });
  expect(policies.length).toBeGreaterThan(4);
  for (const [path, policy] of policies) {
    expect(policy, path).toContain("default-src 'none'; script-src 'self'; ");
    expect(policy, path).toContain("connect-src 'self'; worker-src 'self'; ");
    expect(policy, path).not.toContain('unsafe');
  }
});

electronOnly('permission-handlers', async ({ page: own }) => {
  const states = await own.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage'];
    const entries = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state] as const;
    });
    return { ...Object.fromEntries(await Promise.all(entries)), persisted: await navigator.storage.persist() };
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
    'persistent-storage': 'granted',
    persisted: true,
  });
});

electronOnly('literal-scheme', async ({ page: own }) => {
  expect(await own.evaluate(() => [location.href, location.origin])).toEqual(['app://desk/index.html', 'app://desk']);
  expect(await own.evaluate(() => isSecureContext)).toBe(true);
});
