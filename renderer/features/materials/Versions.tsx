import { Download, FilePlus2 } from 'lucide-react';
import { useClock } from '#renderer/session/clock.ts';
import { chooseToKeep, saveCopies } from '#renderer/session/library.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { Material, MaterialVersion } from '#shared/domain/materials/material.ts';
import { currentOf } from '#shared/domain/materials/standing.ts';
import { addFileVersion, addTextVersion } from './material-steps.ts';
import { Thumb } from './Thumb.tsx';

/** What a material is and was: the newest first, each of which can be saved. */
export function Versions({ material }: { readonly material: Material }) {
  const format = useFormat();
  const now = useClock((state) => state.now);
  const current = currentOf(material);
  const { file } = current;
  return (
    <section aria-label="Versions">
      {material.versions.length > 1 && (
        <>
          <h3>Versions</h3>
          <ul className="material-versions">
            {material.versions
              .map((version, at) => ({ version, number: at + 1 }))
              .toReversed()
              .map(({ version, number }) => (
                <li key={version.id}>
                  <span className="version-thumb">
                    <Thumb kind={material.kind} version={version} />
                  </span>
                  <span className="version-words">
                    <span>{`v${number}${version === current ? ', the current one' : ''}`}</span>
                    <span className="faint">{`Added ${format.ago(version.addedAt, now)}`}</span>
                  </span>
                  <SaveCopy version={version} what={`v${number}`} />
                </li>
              ))}
          </ul>
        </>
      )}
      <div className="versions-foot">
        {file && (
          <Button size="small" icon={<Download size={14} aria-hidden="true" />} onClick={() => void saveCopies([file])}>
            Save a copy…
          </Button>
        )}
        <Button
          size="small"
          icon={<FilePlus2 size={14} aria-hidden="true" />}
          onClick={() => void (file ? addVersionOfFile(material) : addTextVersion(material))}
        >
          {file ? 'New version…' : 'New version'}
        </Button>
      </div>
    </section>
  );
}

function SaveCopy({ version: { file }, what }: { readonly version: MaterialVersion; readonly what: string }) {
  if (!file) return null;
  return (
    <IconButton
      label={`Save a copy of ${what}`}
      icon={<Download size={14} aria-hidden="true" />}
      onClick={() => void saveCopies([file])}
    />
  );
}

async function addVersionOfFile(material: Material): Promise<void> {
  const [intake] = await chooseToKeep();
  if (intake) await addFileVersion(material, intake);
}
