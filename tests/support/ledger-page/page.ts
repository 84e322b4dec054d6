import { createLedgerClient } from '#renderer/ledger/client.ts';
import type { LedgerClient, SourceFile } from '#renderer/ledger/types.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { fakeDesk } from '#renderer/platform/fake-desk.ts';
import { settingsFor, type Answers } from '#shared/domain/imports/defaults.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { DeskState, SpaceGrant, StateReading } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { timed } from './timed.ts';
import * as affiliates from '#renderer/db/affiliates.ts';
import * as imports from '#renderer/db/imports.ts';

/** The real ledger with the real database, in a page without the rest of the program; main is the test's small server. */
export interface LedgerPage {
  readonly ledger: LedgerClient;
  readonly affiliates: typeof affiliates;
  readonly imports: typeof imports;
  readonly settings: (recognition: Recognition, file: SourceFile, answers: Answers) => Settings;
  /** The same, measured: for the benchmark. */
  readonly timed: ReturnType<typeof timed>;
}

declare global {
  var ledgerPage: LedgerPage;
}

const answer = async <T>(path: string, body?: unknown): Promise<T> => {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
};

replaceDesk(
  fakeDesk({
    space: {
      grant: (bytes) => answer<Result<SpaceGrant>>('/space/grant', bytes),
      spend: (grantId) => answer<Result<null>>('/space/spend', grantId),
    },
    state: {
      read: () => answer<Result<StateReading>>('/state'),
      record: (state: DeskState) => answer<Result<null>>('/state', state),
    },
  }),
);

const ledger = createLedgerClient();
const settings: LedgerPage['settings'] = (recognition, { name, modifiedMs }, answers) =>
  settingsFor(recognition, { zone: 'UTC', ...answers }, { name, modified: modifiedMs });
globalThis.ledgerPage = { ledger, affiliates, imports, settings, timed: timed(ledger) };
