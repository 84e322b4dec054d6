import { expect, test, type Page } from '@playwright/test';
import { launchDesk, type Desk } from '#tests/support/launch-desk.ts';
import { openElsewhere, staysAfter, type Elsewhere } from './elsewhere.ts';

/**
 * What a page could do if a script of somebody else's ever ran in it: leave, open windows, load, fetch, send, run code. It
 * tries, in the program as it is built, against a real server that counts what reaches it, and gets nowhere.
 */
let desk: Desk;
let page: Page;
let elsewhere: Elsewhere;

test.beforeAll(async () => {
  elsewhere = await openElsewhere();
  desk = await launchDesk();
  page = desk.page;
});

test.afterAll(async () => {
  await desk.close();
  elsewhere.close();
});

test.describe('leaving the page', () => {
  for (const target of [
    'AWAY/',
    'data:text/html,<h1>elsewhere</h1>',
    'file:///etc/passwd',
    '/other.html',
    '/index.html?a=1',
  ]) {
    test(`location = ${target}`, async () => {
      await staysAfter(desk, elsewhere, () =>
        page.evaluate((url) => void (location.href = url), target.replace('AWAY', elsewhere.origin)),
      );
    });
  }

  test('a link, a link in a new window, a form, a refresh', async () => {
    await staysAfter(desk, elsewhere, () =>
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
      }, elsewhere.origin),
    );
  });

  for (const target of ['AWAY/window', '/index.html', '/intake/unknown', 'about:blank', 'javascript:alert(1)']) {
    test(`window.open(${target})`, async () => {
      await staysAfter(desk, elsewhere, async () => {
        await page.evaluate((url) => void window.open(url), target.replace('AWAY', elsewhere.origin));
      });
    });
  }
});

test('nothing of another origin is loaded, fetched or connected to', async () => {
  await staysAfter(desk, elsewhere, async () => {
    const { outcomes, forbidden } = await page.evaluate(async (url) => {
      // By the policy, that is, and not for want of a network.
      const violated = new Set<string>();
      const note = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
        if (blockedURI.includes(new URL(url).host)) violated.add(effectiveDirective);
      };
      document.addEventListener('securitypolicyviolation', note);
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
      document.removeEventListener('securitypolicyviolation', note);
      return { outcomes: results, forbidden: [...violated].sort() };
    }, elsewhere.origin);
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    expect(Object.keys(outcomes)).toHaveLength(14);
    expect(forbidden).toEqual([
      'connect-src',
      'font-src',
      'frame-src',
      'img-src',
      'media-src',
      'object-src',
      'script-src-elem',
      'style-src-elem',
    ]);
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
          attempt('Function', () =>
            (Reflect.get(window, 'Function') as unknown as (code: string) => () => unknown)('return 1')(),
          );
          attempt('constructor of the desk', () => {
            const make = Reflect.get(window.desk.on, 'constructor') as unknown;
            return (make as (code: string) => () => unknown)('return process')();
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
