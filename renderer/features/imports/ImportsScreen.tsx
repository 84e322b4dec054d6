import { useEffect } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import { Finished } from './Finished.tsx';
import { History } from './History.tsx';
import { Steps } from './Steps.tsx';
import { isBusy } from './wizard.ts';
import { takeNext, useImport } from './wizard-store.ts';
import './imports.css';

interface Props {
  readonly ledger: LedgerClient;
  /** The import whose details are open. */
  readonly importId: string | null;
}

/** Files in: the one at work with its four steps, or what came of it, and all imports there have been. */
export function ImportsScreen({ ledger, importId }: Props) {
  const { wizard, finished } = useImport();
  const waiting = useIncoming((state) => state.entries.length);
  const busy = isBusy(wizard);

  useEffect(() => {
    if (waiting > 0 && !busy) void takeNext(ledger);
  }, [waiting, busy, ledger]);

  if (busy) return <Steps ledger={ledger} wizard={wizard} finished={finished} waiting={waiting} />;
  const shown = wizard.kind === 'idle' ? finished : [...finished, wizard];
  return (
    <>
      {shown.length > 0 && (
        <div className="import-finished">
          {shown.map((each, index) => (
            <Finished key={index} ledger={ledger} wizard={each} last={index === shown.length - 1} />
          ))}
        </div>
      )}
      <History ledger={ledger} importId={importId} />
    </>
  );
}
