import { useState } from 'react';
import { closeDoor, openDoor, useDoor } from '#renderer/session/doors.ts';
import { saveCopies } from '#renderer/session/library.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import type { Material } from '#shared/domain/materials/material.ts';
import { currentOf, validityOf } from '#shared/domain/materials/standing.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { give } from './material-steps.ts';
import { countWords, KIND_WORDS, validityWords } from './material-words.ts';
import { everybody, Recipients, type Chosen } from './Recipients.tsx';
import { Thumb } from './Thumb.tsx';
import { useMaterials } from './use-materials.ts';
import './materials.css';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
}

/** Notes that affiliates have a material now, and leads to the file and the message that bring it to them. */
export function GiveDialog({ directory, segments }: Props) {
  const door = useDoor((state) => state.door);
  const materials = useMaterials();
  const isOpen = door.kind === 'give';
  return (
    <Dialog open={isOpen} onClose={closeDoor} title="Hand out a material" width={560}>
      {isOpen && materials && (
        <Form
          directory={directory}
          segments={segments}
          materials={materials}
          first={{ affiliateIds: door.affiliateIds, segmentIds: [] }}
          firstMaterial={door.materialId}
        />
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly materials: readonly Material[];
  readonly first: Chosen;
  readonly firstMaterial: string | null;
}

function Form({ directory, segments, materials, first, firstMaterial }: FormProps) {
  const today = useToday();
  const format = useFormat();
  const [chosen, setChosen] = useState(first);
  const [materialId, setMaterialId] = useState(firstMaterial);
  const material = materials.find(({ id }) => id === materialId);
  const version = material && currentOf(material);
  const people = everybody(chosen, directory, segments);
  const isReady = material !== undefined && people.length > 0;
  const validity = version && validityOf(version, today);
  const hand = async (then: 'close' | 'write'): Promise<void> => {
    if (!isReady) return;
    const ids = people.map(({ id }) => id);
    if (!(await give(material, ids))) return;
    if (then === 'write') openDoor({ kind: 'compose', affiliateIds: ids, templateId: null });
    else closeDoor();
  };
  return (
    <form
      className="material-form"
      onSubmit={(event) => {
        event.preventDefault();
        void hand('close');
      }}
    >
      {materials.length === 0 ? (
        <p>There is no material yet. Add files on the Materials screen first.</p>
      ) : (
        <>
          <span className="form-name">Material</span>
          <ComboBox
            label="Material"
            placeholder="Name of the material"
            none="No material of that name"
            autoFocus={firstMaterial === null}
            choices={materials.map(({ id, name }) => ({ value: id, label: name }))}
            value={materialId}
            onChange={setMaterialId}
          />
          {material && version && (
            <div className="give-what">
              <span className="version-thumb">
                <Thumb key={version.id} kind={material.kind} version={version} />
              </span>
              <span className="faint">
                {[KIND_WORDS[material.kind], `v${material.versions.length}`, validityWords(version, today, format)]
                  .filter((fact) => fact !== '')
                  .join(' · ')}
              </span>
              {version.file && (
                <Button size="small" kind="quiet" onClick={() => version.file && void saveCopies([version.file])}>
                  Save a copy…
                </Button>
              )}
            </div>
          )}
          {validity === 'ended' && (
            <Notice kind="warning">This material has ended. Add a new version before it goes out.</Notice>
          )}
          <span className="form-name">For</span>
          <Recipients directory={directory} segments={segments} chosen={chosen} onChange={setChosen} />
        </>
      )}
      <div className="material-form-foot">
        <span className="faint">{people.length > 0 ? countWords(people.length, 'affiliate') : ''}</span>
        <Button onClick={closeDoor}>Cancel</Button>
        <Button disabled={!isReady} onClick={() => void hand('write')}>
          Hand out and write…
        </Button>
        <Button type="submit" kind="primary" disabled={!isReady}>
          Hand out
        </Button>
      </div>
    </form>
  );
}
