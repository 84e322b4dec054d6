import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appProtocol, APP_SCHEME_PRIVILEGES } from '#main/security/app-protocol.ts';
import { tempFolder } from './temp-folder.ts';

let root = '';
let ask: (url: string, init?: RequestInit) => Promise<Response>;

beforeEach(() => {
  const folder = tempFolder();
  root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-secret'));
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'renderer-secret', 'secret.js'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  writeFileSync(join(root, 'assets', 'app.js'), 'run()');
  writeFileSync(join(root, 'assets', 'worker.js'), 'work()');
  writeFileSync(join(root, 'assets', 'look.css'), 'a{}');
  writeFileSync(join(root, 'notes'), 'no known type');
  symlinkSync(join(folder, 'secret.js'), join(root, 'assets', 'link.js'));
  const handler = appProtocol({
    root,
    devServer: null,
    serveIntake: (id) => Promise.resolve(new Response(`intake ${id}`, { status: id === 'known' ? 200 : 404 })),
    serveKept: (id) =>
      Promise.resolve(
        new Response(`kept ${id}`, { status: id === 'known' ? 200 : 404, headers: { 'content-type': 'image/png' } }),
      ),
  });
  ask = (url, init) => handler(new Request(url, init));
});

describe('app protocol', () => {
  it('registers the scheme with storage and streams, and without a way around the policy', () => {
    expect(APP_SCHEME_PRIVILEGES.scheme).toBe('app');
    expect(APP_SCHEME_PRIVILEGES.privileges).toMatchObject({ standard: true, secure: true, stream: true });
    expect(APP_SCHEME_PRIVILEGES.privileges?.bypassCSP).toBeUndefined();
    expect(APP_SCHEME_PRIVILEGES.privileges?.allowServiceWorkers).toBeUndefined();
  });

  it('serves the page with a nonce of its own each time, in the policy and in the page', async () => {
    const nonces: string[] = [];
    for (const url of ['app://desk/index.html', 'app://desk/']) {
      const response = await ask(url);
      const html = await response.text();
      const nonce = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(html)?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.push(nonce);
    }
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each([
    ['app://desk/assets/app.js', 'text/javascript; charset=utf-8', 'run()'],
    ['app://desk/assets/worker.js', 'text/javascript; charset=utf-8', 'work()'],
    ['app://desk/assets/look.css', 'text/css; charset=utf-8', 'a{}'],
  ])('serves %s with its type and the policy', async (url, type, text) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(text);
  });

  it.each([
    'app://desk/../secret.js',
    'app://desk/..%2fsecret.js',
    'app://desk/..%2f..%2f..%2f..%2fetc%2fpasswd',
    'app://desk/%2e%2e/secret.js',
    'app://desk/assets/..%2f..%2fsecret.js',
    'app://desk/..%2frenderer-secret/secret.js',
    'app://desk/..%5csecret.js',
    'app://desk//etc/passwd',
    'app://desk/assets/link.js',
    'app://desk/assets',
    'app://desk/notes',
    'app://desk/%00',
    'app://desk/%zz',
    'app://desk/missing.js',
    'app://elsewhere/index.html',
    'app://desk:8080/index.html',
  ])('does not serve %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await ask('app://desk/index.html', { method })).status).toBe(405);
  });

  it('hands intakes on by id, with the policy on them as well', async () => {
    const known = await ask('app://desk/intake/known');
    expect(await known.text()).toBe('intake known');
    expect(known.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await ask('app://desk/intake/guess')).status).toBe(404);
    expect((await ask('app://desk/intake/known/more')).status).toBe(404);
    expect((await ask('app://desk/intake/')).status).toBe(404);
  });

  it('hands kept files on by id, as what they are, with a policy under which they can do nothing', async () => {
    const known = await ask('app://desk/library/known');
    expect(await known.text()).toBe('kept known');
    expect(known.headers.get('content-type')).toBe('image/png');
    expect(known.headers.get('x-content-type-options')).toBe('nosniff');
    expect(known.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(known.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    for (const path of ['guess', '', 'known/more', '..%2fstate.json']) {
      expect((await ask(`app://desk/library/${path}`)).status, path).toBe(404);
    }
    expect((await ask('app://desk/library/known', { method: 'PUT' })).status).toBe(405);
  });

  it('asks the dev server while developing, keeps the origin and gives its inline scripts the nonce', async () => {
    const server = createServer((request, response) => {
      const page = request.url === '/index.html';
      response.writeHead(200, { 'content-type': page ? 'text/html' : 'text/javascript' });
      response.end(
        page ? '<html><head><script type="module">hot()</script></head></html>' : `at ${String(request.url)}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const devServer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const handler = appProtocol({
        root,
        devServer,
        serveIntake: () => Promise.resolve(new Response('an intake')),
        serveKept: () => Promise.resolve(new Response('kept')),
      });
      const page = await handler(new Request('app://desk/index.html'));
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
      expect(await page.text()).toContain(`<script nonce="${nonce ?? '?'}" type="module">hot()`);
      const script = await handler(new Request('app://desk/app/main.tsx?t=1'));
      expect(await script.text()).toBe('at /app/main.tsx?t=1');
      expect(await (await handler(new Request('app://desk/intake/x'))).text()).toBe('an intake');
    } finally {
      server.close();
    }
  });
});
