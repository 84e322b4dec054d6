import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { openUrlOf } from './open-url.ts';
import { desk } from '#renderer/platform/desk.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { say } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { MATERIAL_KINDS, type Given, type Material } from '#shared/domain/materials/material.ts';
import { currentOf, validityOf } from '#shared/domain/materials/standing.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { parseDay } from '#shared/lib/day.ts';
import { DraftField } from './DraftField.tsx';
import { Holders } from './Holders.tsx';
import { change, remove } from './material-steps.ts';
import { KIND_WORDS, typeWords, VALIDITY_WORDS } from './material-words.ts';
import { Thumb } from './Thumb.tsx';
import { Versions } from './Versions.tsx';

interface Props {
  readonly material: Material;
  readonly given: readonly Given[];
  readonly directory: Directory;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** A material as it is now, each word of which can be changed where it stands, its versions and who has it. */
export function MaterialDetails({ material, given, directory, onClose, onMove }: Props) {
  const [width, setWidth] = useState(440);
  return (
    <Panel
      label="Details of the material"
      title={KIND_WORDS[material.kind]}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      <div className="material-details" key={material.id}>
        <Words material={material} />
        <Versions material={material} />
        <Holders material={material} given={given} directory={directory} />
        <div className="material-foot">
          <Button
            kind="quiet"
            size="small"
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => {
              onClose();
              void remove(material);
            }}
          >
            Delete
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Words({ material }: { readonly material: Material }) {
  const format = useFormat();
  const today = useToday();
  const [size, setSize] = useState('');
  const version = currentOf(material);
  const { file, text } = version;
  const address = openUrlOf(text);
  const hasText = file === null || text !== '';
  return (
    <>
      {file && (
        <figure className="material-preview">
          <Thumb key={file.fileId} kind={material.kind} version={version} onSize={setSize} />
          <figcaption className="faint">
            {[size, typeWords(file), format.bytes(file.size), file.name].filter((fact) => fact !== '').join(' · ')}
          </figcaption>
        </figure>
      )}
      <DraftField
        label="Name"
        className="material-title"
        required
        maxLength={300}
        value={material.name}
        onKeep={(name) => void change(material, 'Name', { name })}
      />
      {hasText && (
        <div className="material-text">
          <DraftField
            label={material.kind === 'link' ? 'Address' : 'Text'}
            rows={material.kind === 'link' ? 2 : 7}
            maxLength={100_000}
            placeholder={material.kind === 'link' ? 'https://…' : 'What affiliates may say'}
            value={text}
            onKeep={(next) => void change(material, 'Text', { version: { text: next } })}
          />
          <div className="material-text-foot">
            <Button kind="quiet" size="small" disabled={text === ''} onClick={() => void copyText(text)}>
              Copy
            </Button>
            {address !== null && (
              <Button kind="quiet" size="small" onClick={() => void openAddress(address)}>
                Open in the browser
              </Button>
            )}
          </div>
        </div>
      )}
      <dl className="facts material-fields">
        <div>
          <dt>Kind</dt>
          <dd>
            <Select
              label="Kind"
              choices={MATERIAL_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
              value={material.kind}
              onChange={(kind) => void change(material, 'Kind', { kind })}
            />
          </dd>
        </div>
        <div>
          <dt>Valid</dt>
          <dd className="material-days">
            <DraftField
              label="First day"
              type="date"
              maxLength={10}
              value={version.from}
              onKeep={(day) => void change(material, 'First day', { version: { from: parseDay(day) ?? '' } })}
            />
            <span aria-hidden="true">–</span>
            <DraftField
              label="Last day"
              type="date"
              maxLength={10}
              value={version.until}
              onKeep={(day) => void change(material, 'Last day', { version: { until: parseDay(day) ?? '' } })}
            />
            <span className={`material-validity material-${validityOf(version, today)}`}>
              {VALIDITY_WORDS[validityOf(version, today)]}
            </span>
          </dd>
        </div>
        <div>
          <dt>Tags</dt>
          <dd>
            <DraftField
              label="Tags"
              maxLength={500}
              placeholder="spring, dogs"
              value={material.tags.join(', ')}
              onKeep={(typed) => void change(material, 'Tags', { tags: tagsOf(typed) })}
            />
          </dd>
        </div>
        <div>
          <dt>Note</dt>
          <dd>
            <DraftField
              label="Note"
              rows={2}
              maxLength={5000}
              value={material.note}
              onKeep={(note) => void change(material, 'Note', { note })}
            />
          </dd>
        </div>
      </dl>
    </>
  );
}

const tagsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  say('Copied the text');
}

async function openAddress(address: string): Promise<void> {
  const opened = await desk().links.open(address);
  if (!opened.ok) say(opened.error.message);
}
