import { useLiveQuery } from 'dexie-react-hooks';
import { FileInput, ListChecks, PawPrint } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { hasSample } from '#renderer/db/sample.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Formats } from './Formats.tsx';
import { loadSample, useSampleWork } from './sample-steps.ts';
import './greeting.css';

/** What an empty program says: three ways on. */
export function Greeting({ ledger }: { readonly ledger: LedgerClient }) {
  const [listed, setListed] = useState(false);
  const work = useSampleWork((state) => state.work);
  const here = useLiveQuery(hasSample);
  return (
    <div className="greeting">
      <div className="greeting-page">
        <header>
          <h2>Your affiliate program, on one desk</h2>
          <p>
            Bring in what your networks export, and see who sells what, what it costs and what has changed. Everything
            stays on this computer.
          </p>
        </header>
        <div className="greeting-ways">
          <Way
            icon={<FileInput size={20} aria-hidden="true" />}
            title="Drop an export"
            action={
              <Button kind="primary" onClick={() => void chooseFiles()}>
                Choose a file
              </Button>
            }
          >
            Drop it anywhere on this window. You see what would change before anything is stored, and every import can
            be undone.
          </Way>
          <Way
            icon={<PawPrint size={20} aria-hidden="true" />}
            title="Look around first"
            action={
              <Button disabled={work !== 'nothing' || here !== false} onClick={() => void loadSample(ledger)}>
                {work === 'loading' ? 'Loading' : 'Load the sample program'}
              </Button>
            }
          >
            A made-up pet-products shop: 60 affiliates, eight prospects, three networks, 18 months of sales. One click
            removes it again.
          </Way>
          <Way
            icon={<ListChecks size={20} aria-hidden="true" />}
            title="See what can be imported"
            action={
              <Button aria-expanded={listed} aria-controls="formats" onClick={() => setListed(!listed)}>
                {listed ? 'Hide the list' : 'Show the list'}
              </Button>
            }
          >
            Exports of twenty networks and programs, clicks, shop orders, contacts, and any other table.
          </Way>
        </div>
        {listed && <Formats id="formats" />}
      </div>
    </div>
  );
}

function Way(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}) {
  return (
    <section className="greeting-way">
      {props.icon}
      <h3>{props.title}</h3>
      <p>{props.children}</p>
      {props.action}
    </section>
  );
}
