import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { contentSecurityPolicy, KEPT_FILE_POLICY } from './csp.ts';
import { APP_SCHEME, ownUrl } from './origin.ts';

/**
 * Rule: the pages come from `app://desk` and never from file:, which would give them the rights of the file system and an
 * origin that changes with the folder. `standard` and `secure` give the origin its storage, `stream` lets a file flow.
 */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface AppProtocolOptions {
  /** The folder whose files are the program's pages; nothing outside of it is ever served. */
  readonly root: string;
  /** Answers `/intake/<id>`, and `/intake/<id>?from=<byte>&to=<byte>` for a part of it. */
  readonly serveIntake: (id: string, span?: { readonly from: number; readonly to: number }) => Promise<Response>;
  /** Answers `/library/<id>`. */
  readonly serveKept: (id: string) => Promise<Response>;
  /** Origin of the dev server while developing (`electron-vite dev`), else null: it then answers for the files of `root`. */
  readonly devServer: string | null;
}

/** Answers the requests of the app scheme. Only GET and HEAD, only our host, only the files of `root` and known intakes. */
export function appProtocol(options: AppProtocolOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = ownUrl(request.url);
    if (!url) return guarded(refusal(404), options.devServer);
    if (request.method !== 'GET' && request.method !== 'HEAD') return guarded(refusal(405), options.devServer);
    const intake = /^\/intake\/([^/]+)$/.exec(url.pathname);
    if (intake) return guarded(await options.serveIntake(intake[1] ?? '', spanOf(url)), options.devServer);
    const kept = /^\/library\/([^/]+)$/.exec(url.pathname);
    if (kept) return harmless(guarded(await options.serveKept(kept[1] ?? ''), options.devServer));
    const file = options.devServer
      ? await fromDevServer(options.devServer, url, request)
      : await fromFolder(options.root, url.pathname);
    return isPage(file) ? withNonce(file, options.devServer) : guarded(file, options.devServer);
  };
}

function spanOf({ searchParams }: URL): { readonly from: number; readonly to: number } | undefined {
  const from = searchParams.get('from');
  const to = searchParams.get('to');
  return from === null || to === null ? undefined : { from: Number(from), to: Number(to) };
}

const refusal = (status: number): Response => new Response(null, { status });

const isPage = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/html') ?? false;

async function fromFolder(root: string, pathname: string): Promise<Response> {
  try {
    const home = await realpath(root);
    const asked = join(home, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
    const file = await realpath(asked);
    // Compared after every `..`, encoded slash and link is resolved.
    if (!file.startsWith(home + sep)) return refusal(404);
    const type = TYPES[extname(file)];
    if (!type) return refusal(404);
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': type } });
  } catch {
    return refusal(404);
  }
}

async function fromDevServer(devServer: string, url: URL, request: Request): Promise<Response> {
  const accept = request.headers.get('accept') ?? '*/*';
  const response = await fetch(new URL(url.pathname + url.search, devServer), { headers: { accept } });
  // `fetch` has unpacked the body already, so its packing and length no longer fit.
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(response.body, { status: response.status, headers });
}

/**
 * A page is served with a nonce of its own, once in the policy and once in a `csp-nonce` meta element, where react-aria
 * (and, while developing, Vite) look for it.
 */
async function withNonce(page: Response, devServer: string | null): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  let html = (await page.text()).replace(
    /<head[^>]*>/,
    (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`,
  );
  if (devServer) html = html.replaceAll('<script', `<script nonce="${nonce}"`);
  return guarded(new Response(html, { status: page.status, headers: page.headers }), devServer, nonce);
}

/** A file comes from anywhere, and a picture can hold scripts (SVG). */
function harmless(response: Response): Response {
  response.headers.set('content-security-policy', KEPT_FILE_POLICY);
  return response;
}

function guarded(response: Response, devServer: string | null, nonce = ''): Response {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', contentSecurityPolicy(nonce, devServer));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-dns-prefetch-control', 'off');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}
