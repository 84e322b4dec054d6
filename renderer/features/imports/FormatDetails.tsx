import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { NameField } from '#renderer/ui/NameField.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { Status } from '#shared/domain/ledger/fields.ts';
import { deleteFormat, exportFormat, renameFormat, setMeaning } from './format-steps.ts';
import { fieldName, KIND_WORDS } from './kind-words.ts';
import { wordsOf, type KnownFormat } from './known-formats.ts';
import { StatusWords } from './StatusWords.tsx';

interface Props {
  readonly known: KnownFormat;
  /** Begin with the name as a field. */
  readonly renaming: boolean;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** One format: what is remembered of it, what its status words mean, which columns fill what. */
export function FormatDetails({ known, renaming, onClose, onMove }: Props) {
  const [width, setWidth] = useState(420);
  const { own, kind, remembered } = known;
  const answers = remembered ?? own;
  const facts: readonly (readonly [string, string])[] = [
    ['Its rows', KIND_WORDS[kind].choice],
    ...(known.network === '' ? [] : [['From', known.network] as const]),
    ...(answers?.program ? [['Program', answers.program] as const] : []),
    ...(answers?.currency ? [['Currency', answers.currency] as const] : []),
    ...(answers?.partner ? [['Affiliate', answers.partner] as const] : []),
    ...(answers?.dateOrder ? [['Dates', answers.dateOrder === 'dmy' ? 'Day first' : 'Month first'] as const] : []),
    ...(kind === 'people' ? [] : [['Times are of', answers?.zone || known.defaultZone] as const]),
  ];
  const words = kind === 'people' ? [] : wordsOf(known);
  const mean = (word: string, meaning: Status): void =>
    void setMeaning(
      { profileId: known.id, defaultZone: known.defaultZone },
      word,
      known.statuses[word] === meaning ? null : meaning,
    );
  return (
    <Panel
      label="Details of the format"
      title={own ? <FormatName key={known.name} known={known} renaming={renaming} /> : known.name}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      {own && (
        <div className="import-buttons import-buttons-start">
          <Button size="small" onClick={() => void exportFormat(own)}>
            Export to a file
          </Button>
          <Button
            size="small"
            onClick={() => {
              onClose();
              void deleteFormat(own);
            }}
          >
            Delete
          </Button>
        </div>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {words.length > 0 && (
        <section aria-label="Status words">
          <h3>Status words</h3>
          <p className="faint format-lead">From the next import on. What is imported keeps the status that it has.</p>
          <StatusWords
            words={words.map(({ word, meaning, changed }) => ({
              word,
              meaning,
              ...(changed && known.statuses[word] !== undefined ? { detail: 'changed' } : {}),
            }))}
            onMeaning={mean}
          />
        </section>
      )}
      {own && (
        <section aria-label="Columns">
          <h3>Columns</h3>
          <dl className="facts">
            {own.mapping.map(({ column, index, field }) => (
              <div key={`${index} ${field}`}>
                <dt title={column}>{column || `Column ${index + 1}`}</dt>
                <dd>{fieldName(kind, field)}</dd>
              </div>
            ))}
          </dl>
          {own.extras.length > 0 && (
            <p className="faint format-lead">
              {`Kept beside them: ${own.extras.map((at) => own.header[at] || `Column ${at + 1}`).join(', ')}.`}
            </p>
          )}
        </section>
      )}
    </Panel>
  );
}

/** The name, which becomes a field. */
function FormatName({ known, renaming }: Pick<Props, 'known' | 'renaming'>) {
  const [editing, setEditing] = useState(renaming);
  if (!editing) {
    return (
      <button type="button" className="link" aria-label={`Rename ${known.name}`} onClick={() => setEditing(true)}>
        {known.name}
      </button>
    );
  }
  return (
    <NameField
      label="Name of the format"
      name={known.name}
      maxLength={120}
      className="field"
      onDone={(name) => {
        setEditing(false);
        if (known.own && name !== null) void renameFormat(known.own, name);
      }}
    />
  );
}
