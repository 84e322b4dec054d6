import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { OpenLedger, SourceFile } from '#renderer/ledger/types.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Result } from '#shared/lib/result.ts';
import { openBrowser, type PageBrowser } from './browser.ts';
import { servePage, type PageServer } from './serve.ts';

/** A profile, the server that stands in for main, and the browser on it, which can be ended and started again. */
export interface LedgerSession {
  readonly server: PageServer;
  readonly profile: string;
  readonly page: Page;
  readonly browser: PageBrowser;
  /** Starts the browser anew on the same profile. Whatever ran before must have ended. */
  start(): Promise<void>;
  /** Offers a file to the page. */
  offer(path: string): Promise<SourceFile>;
  /** Writes a text as a file and offers it. */
  offerText(name: string, text: string): Promise<SourceFile>;
  end(): Promise<void>;
}

export interface SessionOptions {
  readonly args?: readonly string[];
  /** An existing folder; by default a new one, which goes with the session. */
  readonly profile?: string;
}

export async function startSession({ args = [], profile: wanted }: SessionOptions = {}): Promise<LedgerSession> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-session-'));
  const profile = wanted ?? join(folder, 'profile');
  const server = await servePage();
  let browser = await openBrowser({ url: server.url, profile, args });
  let files = 0;
  const offer = async (path: string): Promise<SourceFile> => {
    const { size } = await stat(path);
    const file: SourceFile = { id: `file-${++files}`, name: path.split('/').at(-1) ?? path, size, modifiedMs: 0 };
    server.files.set(file.id, path);
    return file;
  };
  return {
    server,
    profile,
    get page() {
      return browser.page;
    },
    get browser() {
      return browser;
    },
    start: async () => {
      browser = await openBrowser({ url: server.url, profile, args });
    },
    offer,
    offerText: async (name, text) => {
      await writeFile(join(folder, name), text);
      return offer(join(folder, name));
    },
    end: async () => {
      await browser.close().catch(() => {});
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the ledger; answers 'ok' or the problem's code, and how many live transactions there are. */
export function openLedger(
  page: Page,
  wish: OpenLedger = {},
): Promise<{ code: string; transactions: number; message: string }> {
  return page.evaluate(async (options) => {
    const result = await ledgerPage.ledger.open(options);
    return result.ok
      ? { code: 'ok', transactions: result.value.transactions, message: '' }
      : { code: result.error.code, transactions: 0, message: result.error.message };
  }, wish);
}

/** Recognises, plans and applies a file in the page. */
export async function importFile(page: Page, file: SourceFile): Promise<Result<ImportRecord>> {
  const planId = await planFile(page, file);
  return page.evaluate((id) => ledgerPage.ledger.apply(id, []), planId);
}

/** Recognises and plans a file; answers the plan's id. */
export function planFile(page: Page, file: SourceFile): Promise<string> {
  return page.evaluate(async (source) => {
    const look = await ledgerPage.ledger.look(source, { dialect: {}, profileId: null });
    if (!look.ok) throw new Error(look.error.message);
    const { recognition } = look.value;
    const settings = ledgerPage.settings(recognition, source, { program: 'P', currency: 'USD' });
    const plan = await ledgerPage.ledger.plan(source, recognition, settings, new Map());
    if (!plan.ok) throw new Error(plan.error.message);
    return plan.value.planId;
  }, file);
}

/** Everything the page can say of what it holds: live sums, how many imports stand, affiliates and links. */
export function holdings(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { ledger, affiliates, imports } = ledgerPage;
    const groups = await ledger.groups({
      period: null,
      basis: 'eventTime',
      filter: {},
      groupBy: ['network', 'partner', 'status', 'currency'],
      measures: ['transactions', 'sale', 'commission'],
      sort: [],
      window: { offset: 0, limit: 1_000_000 },
    });
    const sums = groups.rows.map(({ network, partner, status, currency, measures }) =>
      [network, partner?.partnerId, status, currency, measures.transactions, measures.sale, measures.commission].join(
        '|',
      ),
    );
    return {
      sums: sums.sort(),
      affiliates: (await affiliates.allAffiliates()).map(({ name }) => name).sort(),
      links: (await affiliates.allLinks()).length,
      imports: (await imports.allImports()).filter(({ undoneAt }) => undoneAt === null).length,
    };
  });
}
