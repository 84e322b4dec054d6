import { Check } from 'lucide-react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { WORDS } from '#renderer/ui/StatusMark.tsx';
import type { Question } from '#shared/domain/imports/types.ts';
import { StepLine } from './StepLine.tsx';
import type { Reading } from './wizard.ts';
import { askAgain } from './wizard-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly reading: Reading;
  readonly disabled: boolean;
}

/** What was asked of this source, and the way back to it and to its columns. */
export function AskedLine({ ledger, reading, disabled }: Props) {
  const { recognition } = reading;
  const asked = recognition.questions;
  return (
    <StepLine
      title={asked.length > 0 ? 'Asked once' : 'Columns'}
      icon={<Check size={14} aria-hidden="true" />}
      action={
        !disabled && (
          <span className="step-actions">
            {asked.length > 0 && (
              <Button kind="quiet" size="small" onClick={() => void askAgain(ledger, 'questions')}>
                Change
              </Button>
            )}
            <Button kind="quiet" size="small" onClick={() => void askAgain(ledger, 'columns')}>
              Change columns
            </Button>
          </span>
        )
      }
    >
      {asked.length > 0
        ? asked.map((question) => answerWords(question, reading)).join(' · ')
        : `${recognition.mapping.length} of ${recognition.header.length} matched`}
    </StepLine>
  );
}

function answerWords(question: Question, { recognition, settings }: Reading): string {
  switch (question) {
    case 'program':
      return `${recognition.kind === 'orders' ? 'Shop' : 'Program'} ${settings.program}`;
    case 'currency':
      return `Currency ${settings.currency}`;
    case 'partner':
      return `Affiliate ${settings.partner}`;
    case 'dateOrder':
      return settings.dateOrder === 'dmy' ? 'Day first' : 'Month first';
    case 'day':
      return `Last day ${settings.day}`;
    case 'words':
      return recognition.disputed.map((word) => `“${word}” ${WORDS[settings.words[word] ?? 'unknown']}`).join(', ');
  }
}
