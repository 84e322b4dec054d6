import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import { QUESTION_WORDS } from '#shared/domain/conversations/durations.ts';
import { QUESTION_KINDS, type QuestionKind, type TransactionName } from '#shared/domain/conversations/question.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { parseDay } from '#shared/lib/day.ts';
import { ask } from './conversation-steps.ts';
import { TransactionsField } from './TransactionsField.tsx';
import './conversations.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
}

export const QUESTION_KIND_CHOICES: readonly Choice<QuestionKind>[] = QUESTION_KINDS.map((value) => ({
  value,
  label: QUESTION_WORDS[value],
}));

/** Writes down what an affiliate asks. */
export function QuestionDialog({ ledger, directory }: Props) {
  const door = useDoor((state) => state.door);
  const open = door.kind === 'question';
  return (
    <Dialog open={open} onClose={closeDoor} title="New question" width={520}>
      {open && (
        <QuestionForm
          ledger={ledger}
          directory={directory}
          affiliateId={door.affiliateId}
          transactions={door.transactions}
        />
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly affiliateId: string | null;
  readonly transactions: readonly TransactionName[];
}

function QuestionForm({ ledger, directory, ...door }: FormProps) {
  const [affiliateId, setAffiliateId] = useState(door.affiliateId);
  const [kind, setKind] = useState<QuestionKind>('missing-commission');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [transactions, setTransactions] = useState(door.transactions);
  const complete = title.trim() !== '' && affiliateId !== null;
  const save = async (): Promise<void> => {
    if (!complete) return;
    const words = { affiliateId, kind, title: title.trim(), text: text.trim(), due: parseDay(due), transactions };
    if (await ask(words)) closeDoor();
  };
  return (
    <form
      className="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <input
        className="field question-form-title"
        aria-label="Question"
        autoFocus
        maxLength={300}
        placeholder="What they ask, in one line"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <span>Affiliate</span>
      <ComboBox
        label="Affiliate"
        placeholder="Who asks"
        choices={directory.affiliates.map(({ id, name }) => ({ value: id, label: name }))}
        value={affiliateId}
        onChange={setAffiliateId}
      />
      <span>Kind</span>
      <Select label="Kind" choices={QUESTION_KIND_CHOICES} value={kind} onChange={setKind} />
      <label htmlFor="question-due">Due</label>
      <input
        id="question-due"
        type="date"
        className="field"
        max="9999-12-31"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <label htmlFor="question-text" className="question-form-top">
        Text
      </label>
      <textarea
        id="question-text"
        className="field kept-text"
        rows={3}
        maxLength={20_000}
        placeholder="What they wrote or said"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="question-form-top">Transactions</span>
      <TransactionsField ledger={ledger} transactions={transactions} onChange={setTransactions} leads={false} />
      <div className="question-form-foot">
        <Button onClick={closeDoor}>Cancel</Button>
        <Button kind="primary" disabled={!complete} onClick={() => void save()}>
          Add question
        </Button>
      </div>
      {/* Enter in a field saves as well. */}
      <input type="submit" hidden />
    </form>
  );
}
