import { useLiveQuery } from 'dexie-react-hooks';
import { hasSample } from '#renderer/db/sample.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { loadSample, useSampleWork } from './sample-steps.ts';
import './greeting.css';

/** What an empty screen of an empty program offers beside its own button. */
export function SampleLink({ ledger }: { readonly ledger: LedgerClient }) {
  const transactions = useLedgerVersion((state) => state.transactions);
  const here = useLiveQuery(hasSample);
  const work = useSampleWork((state) => state.work);
  if (transactions > 0 || here !== false) return null;
  return (
    <button
      type="button"
      className="link sample-link"
      disabled={work !== 'nothing'}
      onClick={() => void loadSample(ledger)}
    >
      {work === 'loading' ? 'Loading the sample program' : 'Or look around in the sample program'}
    </button>
  );
}
