import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { dialectWords } from './dialect-words.ts';
import { effectWords } from './effect-words.ts';
import { takeBack } from './save-steps.ts';
import { ShowImported } from './ShowImported.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly record: ImportRecord;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** One import of the history: how it was read, what it changed, and the way back. */
export function ImportDetails({ ledger, record, onClose, onMove }: Props) {
  const format = useFormat();
  const [width, setWidth] = useState(380);
  const { counts, rows, settings } = record;
  const when = (instant: number): string => format.momentLong(momentOfInstant(instant));
  const details: readonly (readonly [string, string])[] = [
    ['Source', record.profileName],
    ['Imported', when(record.appliedAt)],
    ...(record.undoneAt === null ? [] : [['Undone', when(record.undoneAt)] as const]),
    ['State of', when(settings.asOf)],
    ['Size', format.bytes(record.fileSize)],
    ['Read as', dialectWords(record.dialect)],
    ...(settings.program === '' ? [] : [['Program', settings.program] as const]),
    ...(settings.currency === '' ? [] : [['Currency', settings.currency] as const]),
    ['New', format.count(counts.new)],
    ['Changed', format.count(counts.changed)],
    ['Same', format.count(counts.same)],
    ['Older', format.count(counts.older)],
    ['Repeated', format.count(counts.repeated)],
    ['Can’t be read', format.count(rows.rejected)],
    ['Skipped', format.count(rows.skipped)],
  ];
  const effects = effectWords(record, format);
  return (
    <Panel
      label="Details of the import"
      title={record.fileName}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      {record.undoneAt === null && (
        <div className="import-buttons import-buttons-start">
          <ShowImported record={record} size="small" />
          <Button size="small" onClick={() => void takeBack(ledger, record)}>
            Undo this import
          </Button>
        </div>
      )}
      {effects.length > 0 && (
        <>
          <h3>{record.undoneAt === null ? 'What it changed' : 'What it had changed'}</h3>
          <ul className="import-effects">
            {effects.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <h3>How it was read</h3>
      <dl className="facts">
        {details.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
