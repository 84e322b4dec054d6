import { readFile, readdir, readlink } from 'node:fs/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { SWITCHES } from '#main/switches.ts';

/** Between two looks at the memory. */
const SAMPLE_MS = 50;

/** A real Chromium on a profile of its own, with the page open. */
export interface PageBrowser {
  readonly page: Page;
  close(): Promise<void>;
  /** Ends every process of this browser at once, as a power cut would. */
  kill(): Promise<void>;
  /** Begins to sample the memory of the process that the page and its workers live in. */
  samplePeak(): { stop(): Promise<number> };
}

export interface BrowserOptions {
  readonly url: string;
  readonly profile: string;
  /** More switches, such as `--enable-features=IdbSqliteBackingStore`. */
  readonly args?: readonly string[];
}

/** Starts Chromium on `profile` and opens `url`. */
export async function openBrowser({ url, profile, args = [] }: BrowserOptions): Promise<PageBrowser> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // As main starts it.
      ...SWITCHES.map(([name, value]) => `--${name}=${value}`),
      ...args,
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.waitForFunction(() => 'ledgerPage' in globalThis);
  // Looked up now, so that a kill comes at the moment it is asked for.
  const atStart = await processesOf(profile);
  return {
    page,
    close: () => context.close(),
    kill: async () => {
      for (const pid of atStart) killOne(pid);
      // What was just being started is found by looking again until nothing is left.
      for (;;) {
        const left = await processesOf(profile);
        if (left.length === 0) break;
        for (const pid of left) killOne(pid);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await context.close().catch(() => {});
    },
    samplePeak: () => {
      let peak = 0;
      let sampling = true;
      const done = (async () => {
        while (sampling) {
          // Chromium keeps a spare renderer: the page's is the larger one.
          for (const pid of await processesOf(profile)) {
            if (!(await commandOf(pid)).includes('--type=renderer')) continue;
            peak = Math.max(peak, await pssOf(pid).catch(() => 0));
          }
          await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
        }
      })();
      return {
        stop: async () => {
          sampling = false;
          await done;
          return peak;
        },
      };
    },
  };
}

/** Proportional set size of a process in bytes: its own memory, and its share of what it shares. */
async function pssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}

/** The browser that was started on this profile, and everything below it. */
async function processesOf(profile: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = new Set<number>();
  const parents = new Map<number, number>();
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0));
    if (stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'Z') continue;
    if ((await commandOf(pid)).includes(`--user-data-dir=${profile}`) && (await isChromium(pid))) found.add(pid);
  }
  for (let grew = true; grew;) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (found.has(parent) && !found.has(pid)) grew = found.add(pid).has(pid);
    }
  }
  return [...found];
}

const commandOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (text) => text.replaceAll('\0', ' '),
    () => '',
  );

const isChromium = (pid: number): Promise<boolean> =>
  readlink(`/proc/${pid}/exe`).then(
    (path) => /chrom/i.test(path),
    () => false,
  );

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}
