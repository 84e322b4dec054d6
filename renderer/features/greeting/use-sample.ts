import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { hasSample } from '#renderer/db/sample.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { loadSample, removeSample, useSampleWork } from './sample-steps.ts';

/** There is nothing to show yet: no transactions, or a sample program that is still being loaded. */
export function useIsEmpty(): boolean {
  const transactions = useLedgerVersion((state) => state.transactions);
  const loading = useSampleWork((state) => state.work === 'loading' && state.wasEmpty);
  return transactions === 0 || loading;
}

export interface SampleCommand {
  readonly id: string;
  readonly text: string;
  readonly run: () => void;
}

/** What can be asked for of the sample program: the one that makes sense now. */
export function useSampleCommand(ledger: LedgerClient): SampleCommand {
  const here = useLiveQuery(hasSample) === true;
  return useMemo(
    () =>
      here
        ? { id: 'remove-sample', text: 'Remove the sample program', run: () => void removeSample(ledger) }
        : { id: 'load-sample', text: 'Load the sample program', run: () => void loadSample(ledger) },
    [here, ledger],
  );
}
