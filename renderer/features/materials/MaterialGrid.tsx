import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import type { Given, Material } from '#shared/domain/materials/material.ts';
import { currentOf, outdatedOf, validityOf } from '#shared/domain/materials/standing.ts';
import { KIND_WORDS, validityWords } from './material-words.ts';
import { Thumb } from './Thumb.tsx';

interface Props {
  readonly materials: readonly Material[];
  readonly given: ReadonlyMap<string, readonly Given[]>;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
}

const NOBODY: readonly Given[] = [];

/** Materials as pictures side by side, walked with the arrows; Enter or a click opens one. */
export function MaterialGrid({ materials, given, openId, onOpen }: Props) {
  return (
    <ListBox
      className="material-grid"
      aria-label="Materials"
      layout="grid"
      selectionMode="single"
      items={materials}
      dependencies={[given]}
      selectedKeys={openId === null ? [] : [openId]}
      onSelectionChange={(keys) => onOpen(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
    >
      {(material) => (
        <ListBoxItem id={material.id} className="material-card" textValue={material.name}>
          <Card material={material} given={given.get(material.id) ?? NOBODY} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function Card({ material, given }: { readonly material: Material; readonly given: readonly Given[] }) {
  const today = useToday();
  const format = useFormat();
  const [size, setSize] = useState('');
  const version = currentOf(material);
  const outdated = given.filter((each) => outdatedOf(each, material, today)).length;
  const validity = validityOf(version, today);
  const facts = [KIND_WORDS[material.kind], size, material.versions.length > 1 ? `v${material.versions.length}` : ''];
  return (
    <>
      <span className="material-thumb">
        <Thumb kind={material.kind} version={version} onSize={setSize} />
      </span>
      <span className="material-name" title={material.name}>
        {material.name}
      </span>
      <span className="material-facts">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <span className="material-facts">
        {validity !== 'valid' && (
          <span className={`material-validity material-${validity}`}>{validityWords(version, today, format)}</span>
        )}
        {given.length > 0 && <span>{`${format.count(given.length)} have it`}</span>}
        {outdated > 0 && <span className="material-outdated">{`${format.count(outdated)} outdated`}</span>}
      </span>
    </>
  );
}
