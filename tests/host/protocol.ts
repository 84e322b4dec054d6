import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { onShutdown } from './environment.ts';
import { present } from './present.ts';

type Handler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

const handlers = new Map<string, Handler>();
const schemes = new Map<string, Electron.Privileges>();

export const protocol = present('protocol', {
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]): void {
    for (const { scheme, privileges } of list) {
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`not in the host: scheme '${scheme}' that is not standard and secure`);
      schemes.set(scheme, privileges);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!schemes.has(scheme))
      throw new Error(`not in the host: handling '${scheme}', which is not a privileged scheme`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>);

/** `app://desk/x` as the browser must be asked for it: a fixed loopback origin, secure and with a storage of its own. */
export function toBrowser(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url) ?? [];
  if (!schemes.has(scheme)) return url;
  const [, host = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  return `http://${host}.${scheme}.localhost${path}`;
}

/** The inverse of `toBrowser`: what the program is told. */
export function toProgram(url: string): string {
  const [, blob = '', host = '', scheme = '', path = ''] =
    /^(blob:)?http:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(.*)$/is.exec(url) ?? [];
  return schemes.has(scheme) ? `${blob}${scheme}://${host}${path}` : url;
}

/** A content security policy with the program's own origins spelt as the browser knows them. */
function translatePolicy(policy: string): string {
  return [...schemes.keys()].reduce(
    (text, scheme) =>
      text
        .replace(new RegExp(`(?<![\\w.-])${scheme}://([\\w.*-]+)`, 'g'), `http://$1.${scheme}.localhost`)
        .replace(new RegExp(`(?<![\\w.-])${scheme}:(?=[\\s;]|$)`, 'g'), `http://*.${scheme}.localhost`),
    policy,
  );
}

/** Headers of the connection to the loopback server, which Electron's own request has not got. */
const CONNECTION_HEADERS = new Set(['host', 'connection', 'accept-encoding', 'content-length', 'transfer-encoding']);

function toRequest(incoming: IncomingMessage, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (CONNECTION_HEADERS.has(name) || name.startsWith('sec-fetch-') || value === undefined) continue;
    headers.set(name, toProgram(String(value)));
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, {
    method,
    headers,
    body: Readable.toWeb(incoming) as unknown as ReadableStream,
    duplex: 'half',
  } as RequestInit);
}

/**
 * Added to every document: all that a page may do, except open windows. The browser then refuses them itself, where
 * closing them afterwards would come too late; what it says about it tells `setWindowOpenHandler`.
 */
const NO_WINDOWS =
  'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-presentation ' +
  'allow-same-origin allow-scripts';
export const WINDOW_REFUSED =
  /^Blocked opening '(.*)' in a new window because the request was made in a sandboxed frame/;

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // Only the host's own browser speaks to these names on port 80; anyone else on this machine needs the real port.
  const [, host, scheme = ''] = /^([^:]+)\.([a-z0-9+-]+)\.localhost$/i.exec(incoming.headers.host ?? '') ?? [];
  const handler = handlers.get(scheme);
  if (!handler || host === undefined) return void outgoing.destroy();
  if (incoming.url === '/favicon.ico') return void outgoing.writeHead(204).end();

  const response = await handler(toRequest(incoming, `${scheme}://${host}${incoming.url ?? '/'}`));
  if (response.type === 'error') return void outgoing.destroy();

  outgoing.statusCode = response.status;
  // Electron keeps no HTTP cache for such schemes.
  outgoing.setHeader('cache-control', 'no-store');
  for (const [name, value] of response.headers) {
    if (name === 'location') outgoing.setHeader(name, toBrowser(value));
    else if (name.startsWith('content-security-policy')) outgoing.setHeader(name, translatePolicy(value));
    else if (name === 'set-cookie') outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
  if (incoming.headers['sec-fetch-dest'] === 'document') outgoing.appendHeader('content-security-policy', NO_WINDOWS);
  if (response.body === null || incoming.method === 'HEAD' || outgoing.destroyed) {
    outgoing.end();
    await response.body?.cancel();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as unknown as WebStream), outgoing);
}

/** Starts the server behind every scheme; resolves with its port. */
export async function startServer(): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      // A reader that goes away in mid-stream is no fault of the program.
      if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error('protocol handler:', error);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  onShutdown(() => server.closeAllConnections());
  return (server.address() as AddressInfo).port;
}
