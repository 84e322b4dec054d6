import { useEffect, useMemo, useState } from 'react';
import { findable, type Findable } from '#renderer/db/findable.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { isAbort } from '#renderer/session/is-abort.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { FoundTransaction } from '#shared/domain/ledger/books.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { entriesOf } from '#shared/domain/search/entries.ts';
import { makeSearchIndex, type SearchIndex } from '#shared/domain/search/search-index.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { commandEntry, contains } from './palette-items.ts';
import type { PaletteCommand } from './palette-commands.ts';

interface Sources {
  readonly directory: Directory | null;
  readonly tasks: readonly Task[];
  readonly segments: readonly SavedSegment[];
  readonly commands: readonly PaletteCommand[];
}

/** Everything that can be found but the ledger's rows: made when the palette opens, before anything is typed. */
export function useSearchIndex({ directory, tasks, segments, commands }: Sources): SearchIndex {
  const [things, setThings] = useState<Findable | null>(null);
  useEffect(() => {
    let here = true;
    void findable().then((all) => here && setThings(all));
    return () => {
      here = false;
    };
  }, []);
  const stages = usePreferences((state) => state.stages);
  const customFields = usePreferences((state) => state.customFields);
  const entries = useMemo(
    () =>
      directory && things
        ? entriesOf({
            ...{ affiliates: directory.affiliates, partnersOf: directory.partnersOf, stages, customFields },
            ...{ tasks, segments, ...things },
          })
        : [],
    [directory, things, stages, customFields, tasks, segments],
  );
  return useMemo(() => makeSearchIndex([...commands.map(commandEntry), ...entries]), [commands, entries]);
}

/** A text shorter than this is in nearly every id. */
const SHORTEST = 3;
const MOST_ROWS = 12;

/**
 * The ledger's rows that are called by a text. While the answer is on its way, those of the text before stand as far as they have this
 * one, so that nothing flickers.
 */
export function useFoundRows(ledger: LedgerClient, text: string): readonly FoundTransaction[] {
  const version = useLedgerVersion((state) => state.version);
  const [rows, setRows] = useState<readonly FoundTransaction[]>([]);
  const asked = text.length >= SHORTEST;

  useEffect(() => {
    // Makes the ledger ready while she has not typed yet.
    void ledger.find('', 0).catch(() => undefined);
  }, [ledger]);

  useEffect(() => {
    if (!asked) return;
    const controller = new AbortController();
    ledger.find(text, MOST_ROWS, controller.signal).then(setRows, (error: unknown) => {
      if (!isAbort(error)) throw error;
    });
    return () => controller.abort();
  }, [ledger, text, asked, version]);

  return useMemo(
    () =>
      asked
        ? rows.filter(
            ({ transaction }) => contains(transaction.transactionId, text) || contains(transaction.orderId, text),
          )
        : [],
    [rows, asked, text],
  );
}
