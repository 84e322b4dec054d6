import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { electronOnly } from '#tests/support/electron-only.ts';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';

/** What a page is given of the machine, and that it cannot get at more. */
let desk: Desk;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-security-'));
  desk = await launchDesk();
  page = desk.page;
});

test.afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
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
      files: {
        choose: 'function',
        chooseFolder: 'function',
        release: 'function',
        saveText: 'function',
        saveMany: 'function',
        take: 'function',
      },
      watch: { get: 'function', choose: 'function', set: 'function', waiting: 'function', announce: 'function' },
      space: { grant: 'function', spend: 'function' },
      state: { read: 'function', record: 'function' },
      theme: { get: 'function', set: 'function' },
      login: { get: 'function', set: 'function' },
      links: { open: 'function' },
      sample: { open: 'function' },
      clock: {
        replace: 'function',
        outcomes: 'function',
        settle: 'function',
        dismiss: 'function',
        reach: 'function',
      },
      reports: { chooseFolder: 'function', write: 'function', show: 'function', announce: 'function' },
      library: { choose: 'function', add: 'function', saveCopies: 'function', show: 'function', keep: 'function' },
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
      '/library/00000000-0000-4000-8000-000000000000',
      '/library/..%2fstate.json',
      `/library/${encodeURIComponent(join(folder, 'secret.csv'))}`,
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
    expect(policy?.replace(/ 'nonce-[^']+'/, ''), path).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
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
