import { Check, Undo2 } from 'lucide-react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { countWords, effectWords } from './effect-words.ts';
import type { Wizard } from './wizard.ts';
import { close, tryAgain } from './wizard-steps.ts';
import { takeBack } from './save-steps.ts';
import { ShowImported } from './ShowImported.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Wizard;
  /** The newest one can still be closed and tried again. */
  readonly last: boolean;
}

/** What came of a file: in full for the newest, as a line for those before. */
export function Finished({ ledger, wizard, last }: Props) {
  if (wizard.kind === 'done') {
    const { record, undone } = wizard;
    return last ? <Done {...{ ledger, record, undone }} /> : <DoneLine {...{ ledger, record, undone }} />;
  }
  if (wizard.kind !== 'failed') return null;
  return (
    <Notice
      kind="error"
      actions={
        last && (
          <>
            {wizard.file && <Button onClick={() => void tryAgain(ledger)}>Try again</Button>}
            <Button onClick={() => void close(ledger)}>Close</Button>
          </>
        )
      }
    >
      <strong>{wizard.fileName}</strong>
      <p>{wizard.problem.message}</p>
    </Notice>
  );
}

interface DoneProps {
  readonly ledger: LedgerClient;
  readonly record: ImportRecord;
  readonly undone: boolean;
}

function DoneLine({ ledger, record, undone }: DoneProps) {
  const format = useFormat();
  const Icon = undone ? Undo2 : Check;
  return (
    <div className="import-done-line">
      <Icon size={14} aria-hidden="true" />
      <strong>{record.fileName}</strong>
      <span className="faint">{undone ? 'taken back' : countWords(record.counts, format)}</span>
      {!undone && (
        <Button kind="quiet" size="small" onClick={() => void takeBack(ledger, record)}>
          Undo this import
        </Button>
      )}
    </div>
  );
}

function Done({ ledger, record, undone }: DoneProps) {
  const format = useFormat();
  const words = undone ? [] : effectWords(record, format);
  return (
    <section className="import-done" aria-label={undone ? 'Import undone' : 'Import done'}>
      {undone ? <Undo2 size={18} aria-hidden="true" /> : <Check size={18} aria-hidden="true" />}
      <div>
        <h2>{undone ? `${record.fileName} was taken back` : `${record.fileName} is imported`}</h2>
        <p className="faint">{undone ? 'Everything is as it was before.' : `${countWords(record.counts, format)}.`}</p>
        {words.length > 0 && (
          <ul className="import-effects">
            {words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="import-buttons">
        {!undone && <Button onClick={() => void takeBack(ledger, record)}>Undo this import</Button>}
        {!undone && <ShowImported record={record} />}
        <Button kind="quiet" onClick={() => void close(ledger)}>
          Close
        </Button>
      </div>
    </section>
  );
}
