import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Progress } from '#renderer/ui/Parts.tsx';
import type { Recognition } from '#shared/domain/imports/types.ts';
import type { Format } from '#shared/lib/format.ts';
import { CheckStep } from './CheckStep.tsx';
import { dialectWords } from './dialect-words.ts';
import { counted } from './effect-words.ts';
import { Finished } from './Finished.tsx';
import { Questions } from './Questions.tsx';
import type { Wizard } from './wizard.ts';
import { askAgain, cancel, close } from './wizard-store.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Wizard;
  readonly finished: readonly Wizard[];
  /** Files behind this one. */
  readonly waiting: number;
}

/** The file at work: Read, what has to be asked, Check. Each step folds to a line when it is done. */
export function Steps({ ledger, wizard, finished, waiting }: Props) {
  const format = useFormat();
  if (!('file' in wizard) || wizard.file === null) return null;
  const recognition = recognitionOf(wizard);
  const plan = wizard.kind === 'previewing' || wizard.kind === 'saving' ? wizard.plan : null;
  return (
    <div className="import-steps">
      {finished.map((each, index) => (
        <Finished key={index} ledger={ledger} wizard={each} last={false} />
      ))}
      <header className="import-file">
        <h2 className="text-selectable">{wizard.file.name}</h2>
        <span className="faint">
          {format.bytes(wizard.file.size)}
          {waiting > 0 && ` · ${counted(waiting, 'more file waits', 'more files wait', format)}`}
        </span>
      </header>

      {recognition && (
        <StepLine title="Read">
          <strong>{recognition.profileName}</strong>
          {plan && ` · ${counted(plan.rows.accepted + plan.rows.rejected, 'row', 'rows', format)}`}
          {` · ${dialectWords(recognition.dialect)}`}
        </StepLine>
      )}
      {wizard.kind === 'reading' && (
        <StepBox>
          <Progress
            label={wizard.recognition ? 'Reading and comparing with what is here' : 'Looking at the file'}
            share={wizard.progress?.share ?? null}
            detail={wizard.progress ? counted(wizard.progress.rows, 'row', 'rows', format) : ''}
            action={
              <Button size="small" onClick={() => (wizard.progress ? cancel() : void close(ledger))}>
                Cancel
              </Button>
            }
          />
        </StepBox>
      )}
      {wizard.kind === 'mapping' && <Questions ledger={ledger} wizard={wizard} />}
      {plan && recognition && recognition.questions.length > 0 && (
        <StepLine
          title="Asked once"
          action={
            wizard.kind === 'previewing' && (
              <Button kind="quiet" size="small" onClick={() => void askAgain(ledger)}>
                Change
              </Button>
            )
          }
        >
          {recognition.questions
            .map((question) => `${question === 'program' ? 'Program' : 'Currency'} ${plan.settings[question]}`)
            .join(' · ')}
        </StepLine>
      )}
      {(wizard.kind === 'previewing' || wizard.kind === 'saving') && (
        <CheckStep key={wizard.plan.planId} ledger={ledger} wizard={wizard} saving={savingOf(wizard, format)} />
      )}
    </div>
  );
}

function recognitionOf(wizard: Wizard): Recognition | null {
  if (wizard.kind === 'reading' || wizard.kind === 'mapping') return wizard.recognition;
  return wizard.kind === 'previewing' || wizard.kind === 'saving' ? wizard.plan.recognition : null;
}

function savingOf(wizard: Wizard, format: Format): ReactNode {
  if (wizard.kind !== 'saving') return null;
  return (
    <Progress
      label="Importing"
      share={wizard.progress?.share ?? null}
      detail={wizard.progress ? counted(wizard.progress.rows, 'row', 'rows', format) : ''}
      action={
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      }
    />
  );
}

function StepLine(props: { readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="step-line">
      <Check size={14} aria-hidden="true" />
      <span className="step-title">{props.title}</span>
      <span className="step-words text-selectable">{props.children}</span>
      {props.action}
    </div>
  );
}

const StepBox = ({ children }: { readonly children: ReactNode }) => <div className="step-box">{children}</div>;
