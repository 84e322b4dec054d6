import { join } from 'node:path';
import { type Desk, launchDesk } from './launch-desk.ts';

// The small program of tests/host/fixture-app, as the tests of the host meet it.

/** What the fixture's preload exposes. */
interface Api {
  version: number;
  nested: { add: (a: number, b: number) => number };
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  say: (value: unknown) => void;
  twice: (callback: (value: number) => number) => number;
  fail: () => never;
  require: (id: string) => string[];
  argv: () => string[];
  pathOf: (file: File) => string;
}
declare global {
  interface Window {
    readonly api: Api;
    readonly seen: unknown[];
    readonly evalRefused?: string;
    readonly dropped?: { paths: string[]; texts: string[] };
  }
}

const APP = join(import.meta.dirname, '../host/fixture-app');
export const launch = (options: Parameters<typeof launchDesk>[0] = {}): Promise<Desk> =>
  launchDesk({ app: APP, ...options });
export const invoke = (desk: Desk, channel: string, ...args: unknown[]): Promise<unknown> =>
  desk.page.evaluate(([name, values]) => window.api.invoke(name, ...values), [channel, args] as const);
export const refusal = (desk: Desk, channel: string): Promise<string> =>
  desk.page.evaluate((name) => window.api.invoke(name).then(String, (error: Error) => error.message), channel);
export const seen = (desk: Desk): Promise<unknown[]> => desk.page.evaluate(() => window.seen);
export const events = (desk: Desk): Promise<unknown> => invoke(desk, 'events');
