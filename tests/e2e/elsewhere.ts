import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import type { Desk } from '#tests/support/launch-desk.ts';

/** A real server that a page of the program must not reach, and what reached it. */
export interface Elsewhere {
  readonly origin: string;
  readonly reached: string[];
  close(): void;
}

export async function openElsewhere(): Promise<Elsewhere> {
  const reached: string[] = [];
  const server: Server = createServer((request, response) => {
    reached.push(`${String(request.method)} ${String(request.url)}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('window.reachedElsewhere = true;');
  });
  server.on('upgrade', (request, socket) => {
    reached.push(`upgrade ${String(request.url)}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, reached, close: () => server.close() };
}

/** Time for what was started to get somewhere, if it can. */
const SETTLE_MS = 300;

/** Marks the page, lets it try, and makes sure that it is still the same page, the only one, and that nothing got out. */
export async function staysAfter(desk: Desk, elsewhere: Elsewhere, attempt: () => Promise<unknown>): Promise<void> {
  const { page } = desk;
  const pages = page.context().pages().length;
  elsewhere.reached.splice(0);
  const before = await page.evaluate(() => {
    Object.assign(window, { markOfThisPage: 'here' });
    return location.href;
  });
  await attempt();
  await page.waitForTimeout(SETTLE_MS);
  const after = await page.evaluate(() => ({
    href: location.href,
    mark: (window as unknown as { markOfThisPage?: string }).markOfThisPage,
  }));
  expect(after).toEqual({ href: before, mark: 'here' });
  expect(page.context().pages()).toHaveLength(pages);
  expect(await desk.windows()).toHaveLength(1);
  // The host closes whatever window a page opens, and complains when the program would have allowed it.
  expect(desk.mainLog()).not.toContain('a window that the page opens itself');
  expect(elsewhere.reached).toEqual([]);
}
