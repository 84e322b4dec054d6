import { useEffect } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useIncoming } from '#renderer/session/incoming.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useFormat } from '#renderer/session/use-period.ts';
import { Finished } from './Finished.tsx';
import { Formats } from './Formats.tsx';
import { History } from './History.tsx';
import { queueWords } from './queue-words.ts';
import { Steps } from './Steps.tsx';
import { useWizard } from './use-wizard.ts';
import { isBusy } from './wizard.ts';
import { useImport } from './wizard-store.ts';
import { takeNext } from './wizard-steps.ts';
import './imports.css';

type Section = 'imports' | 'formats';

const SECTIONS: readonly { readonly id: Section; readonly label: string }[] = [
  { id: 'imports', label: 'Imports' },
  { id: 'formats', label: 'Formats' },
];

interface Props {
  readonly ledger: LedgerClient;
  /** The import whose details are open. */
  readonly importId: string | null;
  /** Her formats are shown, and the details of one. */
  readonly formats: { readonly open: string | null } | null;
}

/** Files in: the one at work with its four steps, or what came of it, and all imports there have been. */
export function ImportsScreen({ ledger, importId, formats }: Props) {
  const wizard = useWizard();
  const finished = useImport((state) => state.finished);
  const unfolded = useImport((state) => state.unfolded);
  const { entries, resting } = useIncoming();
  const waiting = entries.length + unfolded.length;
  const replace = useNavigation((state) => state.replace);
  const busy = isBusy(wizard);
  const format = useFormat();

  useEffect(() => {
    if (waiting > 0 && !busy && !resting) void takeNext(ledger);
  }, [waiting, busy, resting, ledger]);

  if (busy) return <Steps ledger={ledger} wizard={wizard} finished={finished} waiting={waiting} />;
  const shown = wizard.kind === 'idle' ? finished : [...finished, wizard];
  return (
    <>
      {shown.length > 0 && (
        <div className="import-finished">
          {shown.length > 1 && (
            <p className="faint" role="status">
              {queueWords(shown, format)}
            </p>
          )}
          {shown.map((each, index) => (
            <Finished key={index} ledger={ledger} wizard={each} last={index === shown.length - 1} />
          ))}
        </div>
      )}
      <Tabs<Section>
        label="Files in"
        items={SECTIONS}
        open={formats ? 'formats' : 'imports'}
        onOpen={(section) =>
          replace({ screen: 'imports', importId: null, ...(section === 'formats' ? { formats: { open: null } } : {}) })
        }
      >
        {formats ? <Formats formatId={formats.open} /> : <History ledger={ledger} importId={importId} />}
      </Tabs>
    </>
  );
}
