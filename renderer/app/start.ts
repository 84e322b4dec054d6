import { keepWatched } from '#renderer/features/imports/watched-files.ts';
import { runDueReport } from '#renderer/features/reports/run.ts';
import { namedFiles } from '#renderer/db/materials.ts';
import { segmentMembers } from '#renderer/features/segments/segment-members.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { startClock } from '#renderer/session/clock.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { choose } from '#renderer/session/preferences.ts';
import { followTheme } from '#renderer/session/theme.ts';
import { askWatched } from '#renderer/session/watched.ts';
import { BOOKS } from '#shared/domain/ledger/book.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { keepDue } from './keep-due.ts';
import { keepPreferences, readPreferences } from './keep-preferences.ts';

interface Running {
  /** When the program can be shown. */
  readonly ready: Promise<Result<null>>;
  stop(): void;
}

/** Starts what lives as long as the window: clock, theme, data, preferences. */
export function start(
  ledger: LedgerClient,
  wish: { readonly startEmpty: boolean; readonly onClosed: () => void },
): Running {
  const stops: (() => void)[] = [startClock(), followTheme()];
  let stopped = false;

  const open = async (): Promise<Result<null>> => {
    const info = await desk().app.info();
    if (!info.ok) return info;
    choose({ locale: info.value.locale, zone: info.value.systemTimeZone });

    const status = await ledger.open(wish);
    if (!status.ok) return status;
    const { version, transactions } = status.value;
    useLedgerVersion.setState({ version, transactions, books: transactions > 0 ? ['transactions'] : [] });
    void countAnew(ledger, version);
    const preferences = await readPreferences();
    choose(preferences);
    void askWatched();
    void tellNamedFiles();
    if (stopped) return ok(null);
    stops.push(
      keepPreferences(ledger),
      keepDue((fired) => runDueReport({ ledger, membersOf: segmentMembers }, fired)),
      keepWatched(ledger),
      ledger.onChange((next) => void countAnew(ledger, next)),
    );
    return ok(null);
  };

  return {
    ready: open(),
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}

/** Tells main which kept files are still meant; not being able to costs nothing but room on the disk. */
async function tellNamedFiles(): Promise<void> {
  try {
    await desk().library.keep([...(await namedFiles())]);
  } catch {
    // The database was closed meanwhile: the next start tells.
  }
}

/** How many there are, and of what, decides between a screen and its empty state. */
async function countAnew(ledger: LedgerClient, version: number): Promise<void> {
  const counted = await Promise.all(
    BOOKS.map(async (book) => {
      const { rows } = await ledger.groups({
        book,
        period: null,
        basis: 'eventTime',
        filter: {},
        groupBy: ['network'],
        measures: ['transactions'],
        sort: [],
        window: { offset: 0, limit: 1_000 },
      });
      const count = rows.reduce((sum, { measures }) => sum + Number(measures.transactions ?? 0n), 0);
      return { book, isFilled: rows.length > 0, count };
    }),
  );
  if (version < useLedgerVersion.getState().version) return;
  useLedgerVersion.setState({
    version,
    transactions: counted.find(({ book }) => book === 'transactions')?.count ?? 0,
    books: counted.filter(({ isFilled }) => isFilled).map(({ book }) => book),
  });
}
