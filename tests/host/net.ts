import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { present } from './present.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
};

async function fetchFile(path: string): Promise<Response> {
  const { size } = await stat(path).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  });
  const headers = {
    'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': String(size),
  };
  return new Response(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream, { headers });
}

export const net = present('net', {
  fetch: (input: string | GlobalRequest, init?: RequestInit): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url;
    return url.startsWith('file:') ? fetchFile(fileURLToPath(url)) : fetch(input, init);
  },
  isOnline: (): boolean => true,
  online: true,
} satisfies Partial<Record<keyof Electron.Net, unknown>>);
