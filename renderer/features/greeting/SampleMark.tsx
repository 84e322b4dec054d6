import { useLiveQuery } from 'dexie-react-hooks';
import { hasSample } from '#renderer/db/sample.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { removeSample, useSampleWork } from './sample-steps.ts';
import './greeting.css';

/** Says that what she sees is made up, as long as it is, and takes it away. */
export function SampleMark({ ledger }: { readonly ledger: LedgerClient }) {
  const here = useLiveQuery(hasSample);
  const work = useSampleWork((state) => state.work);
  if (here !== true || work === 'loading') return null;
  return (
    <span className="sample-mark">
      Sample program
      <button type="button" disabled={work === 'removing'} onClick={() => void removeSample(ledger)}>
        Remove it
      </button>
    </span>
  );
}
