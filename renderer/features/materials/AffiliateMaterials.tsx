import { Gift, Link2, Undo2 } from 'lucide-react';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useClock } from '#renderer/session/clock.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { currentOf, numberOf, outdatedOf, validityOf } from '#shared/domain/materials/standing.ts';
import { give, take } from './material-steps.ts';
import { KIND_WORDS, OUTDATED_WORDS } from './material-words.ts';
import { Thumb } from './Thumb.tsx';
import { useGivenTo, useMaterials } from './use-materials.ts';
import './materials.css';

interface Props {
  readonly affiliate: Affiliate;
}

/** What an affiliate works with, for their page: outdated ones first. */
export function AffiliateMaterials({ affiliate }: Props) {
  const materials = useMaterials();
  const given = useGivenTo(affiliate.id);
  const today = useToday();
  const format = useFormat();
  const now = useClock((state) => state.now);
  if (!materials || !given) return null;
  const theirs = given
    .flatMap((each) => {
      const material = materials.find(({ id }) => id === each.materialId);
      return material ? [{ each, material, outdated: outdatedOf(each, material, today) }] : [];
    })
    .sort((a, b) => Number(a.outdated === null) - Number(b.outdated === null) || b.each.givenAt - a.each.givenAt);
  return (
    <section className="affiliate-materials" aria-label="Materials of the affiliate">
      {theirs.length === 0 ? (
        <p className="faint">Nothing was handed out to them yet.</p>
      ) : (
        <ul className="holders">
          {theirs.map(({ each, material, outdated }) => {
            const version = material.versions.find(({ id }) => id === each.versionId) ?? currentOf(material);
            const number = numberOf(material, each.versionId);
            const isOver = validityOf(currentOf(material), today) === 'ended';
            return (
              <li key={each.id}>
                <span className="version-thumb">
                  <Thumb key={version.id} kind={material.kind} version={version} />
                </span>
                <button
                  type="button"
                  className="link holders-name"
                  onClick={() => goTo({ screen: 'materials', materialId: material.id })}
                >
                  {material.name}
                </button>
                <span className="faint">
                  {[
                    KIND_WORDS[material.kind],
                    material.versions.length > 1 && number !== null ? `v${number}` : '',
                    format.ago(each.givenAt, now),
                  ]
                    .filter((fact) => fact !== '')
                    .join(' · ')}
                </span>
                {outdated && <span className="material-outdated">{OUTDATED_WORDS[outdated]}</span>}
                {outdated === 'older' && !isOver && (
                  <Button size="small" onClick={() => void give(material, [affiliate.id])}>
                    {`Hand out v${material.versions.length}`}
                  </Button>
                )}
                <IconButton
                  label={`Take back ${material.name}`}
                  icon={<Undo2 size={14} aria-hidden="true" />}
                  onClick={() => void take(each, material)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <div className="holders-foot">
        <Button
          kind="quiet"
          size="small"
          icon={<Gift size={14} aria-hidden="true" />}
          onClick={() => openDoor({ kind: 'give', affiliateIds: [affiliate.id], materialId: null })}
        >
          Hand out a material…
        </Button>
        <Button
          kind="quiet"
          size="small"
          icon={<Link2 size={14} aria-hidden="true" />}
          onClick={() => openDoor({ kind: 'links', affiliateIds: [affiliate.id] })}
        >
          Make a link…
        </Button>
      </div>
    </section>
  );
}
