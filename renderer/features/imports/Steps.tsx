import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AskedLine } from './AskedLine.tsx';
import type { CheckTab } from './check-tabs.ts';
import { CheckStep } from './CheckStep.tsx';
import { counted } from './effect-words.ts';
import { Finished } from './Finished.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { FirstRows } from './FirstRows.tsx';
import { MatchStep } from './MatchStep.tsx';
import { Questions } from './Questions.tsx';
import { ReadLine } from './ReadLine.tsx';
import { StepLine } from './StepLine.tsx';
import { readingOf, type Wizard } from './wizard.ts';
import { cancel } from './newest-work.ts';
import { close } from './wizard-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Wizard;
  readonly finished: readonly Wizard[];
  /** Files behind this one. */
  readonly waiting: number;
}

/** The file at work: Read, Match columns, Check. Each step folds to a line when it is done. */
export function Steps({ ledger, wizard, finished, waiting }: Props) {
  const format = useFormat();
  const [top, setTop] = useState(false);
  const [tab, setTab] = useState<CheckTab | null>(null);
  if (!('file' in wizard) || wizard.file === null) return null;
  const { file } = wizard;
  const reading = readingOf(wizard);
  const plan = wizard.kind === 'previewing' || wizard.kind === 'saving' ? wizard.plan : null;
  const isMatching = wizard.kind === 'mapping' && wizard.part === 'columns';
  return (
    <div className="import-steps">
      {finished.map((each, index) => (
        <Finished key={index} ledger={ledger} wizard={each} last={false} />
      ))}
      <header className="import-file">
        <h2 className="text-selectable">{file.name}</h2>
        <span className="faint">
          {format.bytes(file.size)}
          {waiting > 0 && ` · ${counted(waiting, 'more file waits', 'more files wait', format)}`}
        </span>
      </header>

      {reading && (
        <StepLine
          title="Read"
          icon={<Check size={14} aria-hidden="true" />}
          action={
            !isMatching && (
              <Button kind="quiet" size="small" aria-expanded={top} onClick={() => setTop(!top)}>
                First rows
              </Button>
            )
          }
        >
          <ReadLine
            ledger={ledger}
            reading={reading}
            rows={plan ? counted(plan.rows.accepted + plan.rows.rejected, 'row', 'rows', format) : ''}
            disabled={wizard.kind === 'saving'}
          />
        </StepLine>
      )}
      {reading?.look.assumptions.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="import-assumption faint">
          {message}
        </p>
      ))}
      {reading && top && !isMatching && (
        <div className="import-top">
          <FirstRows ledger={ledger} file={file} reading={reading} />
        </div>
      )}
      {(wizard.kind === 'looking' || wizard.kind === 'reading') && (
        <div className="step-box">
          <ImportProgress
            key={wizard.kind}
            label={wizard.kind === 'reading' ? 'Reading and comparing with what is here' : 'Looking at the file'}
            action={
              <Button size="small" onClick={() => void close(ledger)}>
                Cancel
              </Button>
            }
          />
        </div>
      )}
      {wizard.kind === 'mapping' &&
        (isMatching ? (
          <MatchStep key={`${file.id} ${file.entry ?? ''}`} ledger={ledger} wizard={wizard} />
        ) : (
          <Questions ledger={ledger} wizard={wizard} />
        ))}
      {plan && reading && <AskedLine ledger={ledger} reading={reading} disabled={wizard.kind === 'saving'} />}
      {(wizard.kind === 'previewing' || wizard.kind === 'saving') && (
        <CheckStep
          key={wizard.plan.planId}
          ledger={ledger}
          wizard={wizard}
          tab={tab}
          onTab={setTab}
          saving={savingOf(wizard)}
        />
      )}
    </div>
  );
}

function savingOf(wizard: Wizard): ReactNode {
  if (wizard.kind !== 'saving') return null;
  return (
    <ImportProgress
      label="Importing"
      action={
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      }
    />
  );
}
