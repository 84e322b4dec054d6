import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import { createSpace } from '#main/files/space.ts';
import type { DeskState, StateReading } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';

const HERE = import.meta.dirname;
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** What stands in for main: files by intake id, main's own free-space gate, and what is remembered between starts. */
export interface PageServer {
  readonly url: string;
  /** Intake ids and the files behind them. */
  readonly files: Map<string, string>;
  /** What `state.read` answers. */
  state: StateReading;
  /** What main's gate finds free on the disk; by default there is always room. */
  freeBytes: () => Promise<number>;
  close(): Promise<void>;
}

/** Builds the page as the program's renderer is built, and serves it on a loopback port of its own. */
export async function servePage(root = HERE): Promise<PageServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'ledger-page-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const page: PageServer = {
    url: '',
    files: new Map(),
    state: { kind: 'first-run' },
    freeBytes: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(outDir, { recursive: true, force: true });
    },
  };

  const space = createSpace({ folder: outDir, now: Date.now, freeBytes: () => page.freeBytes() });

  const answer = async (path: string, request: IncomingMessage): Promise<unknown> => {
    const body = request.method === 'POST' ? (JSON.parse(await textOf(request)) as unknown) : null;
    if (path === '/space/grant') return space.grant(body as number);
    if (path === '/space/spend') return space.spend(body as string);
    if (body !== null) page.state = { kind: 'known', lastVersion: '0.0.0', ...(body as DeskState) };
    return ok(body === null ? page.state : null);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const intake = page.files.get(path.replace(/^\/intake\//, ''));
    if (path.startsWith('/intake/')) {
      if (intake === undefined) return void response.writeHead(404).end();
      const to = searchParams.get('to');
      const span = to === null ? {} : { start: Number(searchParams.get('from')), end: Number(to) - 1 };
      const stream = createReadStream(intake, { highWaterMark: 1 << 20, ...span });
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).on('close', () => stream.destroy());
      stream.on('error', () => response.destroy()).pipe(response);
      return;
    }
    if (path.startsWith('/space/') || path === '/state') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await answer(path, request)));
      return;
    }
    const file = resolve(outDir, path === '/' ? 'index.html' : `.${path}`);
    const content = await readFile(file).catch(() => null);
    if (content === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content);
  };

  const server: Server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(page, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
