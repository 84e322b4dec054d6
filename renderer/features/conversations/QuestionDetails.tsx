import { Check, Reply, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { STATUS_WORDS } from '#shared/domain/conversations/durations.ts';
import { QUESTION_STATUSES, type Question } from '#shared/domain/conversations/question.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { changeQuestion, removeQuestion, toggleResolved } from './conversation-steps.ts';
import { KeptDay, KeptText } from './KeptFields.tsx';
import { QUESTION_KIND_CHOICES } from './QuestionDialog.tsx';
import { TransactionsField } from './TransactionsField.tsx';
import { useTemplates } from './use-templates.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly question: Question;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

const STATUSES = QUESTION_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }));

/** One question, every word of it editable where it stands. */
export function QuestionDetails({ ledger, directory, question, onClose, onMove }: Props) {
  const [width, setWidth] = useState(420);
  const format = useFormat();
  const today = useToday();
  const templates = useTemplates();
  const affiliate = directory.byId(question.affiliateId);
  const isResolved = question.status === 'resolved';
  const answer = (templates ?? []).find(({ use }) => use === 'answer')?.id ?? null;
  const day = (instant: number): string => format.day(dayOf(instant, format.zone), today);
  return (
    <Panel
      label="Details of the question"
      title={affiliate?.name ?? 'Question'}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      <div className="question-details" key={question.id}>
        <KeptText
          label="Question"
          className="question-title"
          line
          maxLength={300}
          text={question.title}
          onText={(title) => void changeQuestion(question, 'Title', { title })}
        />
        <p className="faint small">
          {`Asked ${day(question.askedAt)}`}
          {question.resolvedAt !== null && `, resolved ${day(question.resolvedAt)}`}
          {affiliate && (
            <>
              {' · '}
              <button type="button" className="link link-accent" onClick={() => showAffiliate(affiliate.id)}>
                {`Show ${affiliate.name}`}
              </button>
            </>
          )}
        </p>
        <div className="question-foot">
          <Button
            kind={isResolved ? 'normal' : 'primary'}
            size="small"
            icon={isResolved ? <RotateCcw size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
            aria-keyshortcuts="r"
            onClick={() => void toggleResolved(question)}
          >
            {isResolved ? 'Open again' : 'Resolve'}
          </Button>
          <Button
            size="small"
            icon={<Reply size={14} aria-hidden="true" />}
            onClick={() => openDoor({ kind: 'compose', affiliateIds: [question.affiliateId], templateId: answer })}
          >
            Write an answer
          </Button>
          <Button
            kind="quiet"
            size="small"
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => {
              onClose();
              void removeQuestion(question);
            }}
          >
            Delete
          </Button>
        </div>
        <div className="question-fields">
          <span>Status</span>
          <Select
            label="Status"
            choices={STATUSES}
            value={question.status}
            onChange={(status) => void changeQuestion(question, 'Status', { status })}
          />
          <span>Kind</span>
          <Select
            label="Kind"
            choices={QUESTION_KIND_CHOICES}
            value={question.kind}
            onChange={(kind) => void changeQuestion(question, 'Kind', { kind })}
          />
          <span>Due</span>
          <KeptDay label="Due" day={question.due} onDay={(due) => void changeQuestion(question, 'Due day', { due })} />
        </div>
        <h3>What it is about</h3>
        <KeptText
          label="What it is about"
          placeholder="What they wrote or said"
          text={question.text}
          onText={(text) => void changeQuestion(question, 'Text', { text })}
        />
        <h3>Transactions</h3>
        <TransactionsField
          ledger={ledger}
          transactions={question.transactions}
          leads
          onChange={(transactions) => void changeQuestion(question, 'Transactions', { transactions })}
        />
        <h3>Resolution</h3>
        <KeptText
          label="Resolution"
          placeholder="How it ended"
          text={question.resolution}
          onText={(resolution) => void changeQuestion(question, 'Resolution', { resolution })}
        />
      </div>
    </Panel>
  );
}
