import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useClock } from '#renderer/session/clock.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { Given, Material } from '#shared/domain/materials/material.ts';
import { currentOf, numberOf, outdatedOf, validityOf } from '#shared/domain/materials/standing.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { give, take } from './material-steps.ts';
import { OUTDATED_WORDS } from './material-words.ts';

interface Props {
  readonly material: Material;
  readonly given: readonly Given[];
  readonly directory: Directory;
}

/** So many are shown before she asks for all. */
const FIRST_SHOWN = 40;

/** Who has a material, in which version, and what to do about those who use an outdated one. */
export function Holders({ material, given, directory }: Props) {
  const today = useToday();
  const format = useFormat();
  const now = useClock((state) => state.now);
  const [all, setAll] = useState(false);
  const holders = given
    .flatMap((each) => {
      const affiliate = directory.byId(each.affiliateId);
      return affiliate ? [{ each, affiliate, outdated: outdatedOf(each, material, today) }] : [];
    })
    .sort((a, b) => Number(a.outdated === null) - Number(b.outdated === null) || b.each.givenAt - a.each.givenAt);
  const late = holders.filter(({ outdated }) => outdated !== null).map(({ affiliate }) => affiliate.id);
  const shown = all ? holders : holders.slice(0, FIRST_SHOWN);
  const isOver = validityOf(currentOf(material), today) === 'ended';
  return (
    <section aria-label="Who has it">
      <h3>{holders.length === 0 ? 'Nobody has it yet' : `${format.count(holders.length)} have it`}</h3>
      {late.length > 0 && (
        <div className="holders-late">
          <span>{`${format.count(late.length)} of them use${late.length === 1 ? 's' : ''} an outdated one`}</span>
          <Button size="small" onClick={() => openDoor({ kind: 'compose', affiliateIds: late, templateId: null })}>
            Write to them
          </Button>
          {!isOver && (
            <Button size="small" onClick={() => void give(material, late)}>
              They have the current one
            </Button>
          )}
        </div>
      )}
      {shown.length > 0 && (
        <ul className="holders">
          {shown.map(({ each, affiliate, outdated }) => (
            <li key={each.id}>
              <button
                type="button"
                className="link holders-name"
                onClick={() => goTo({ screen: 'affiliate', affiliateId: affiliate.id })}
              >
                {affiliate.name}
              </button>
              <span className="faint">{[versionWords(material, each), format.ago(each.givenAt, now)].join(' · ')}</span>
              {outdated && <span className="material-outdated">{OUTDATED_WORDS[outdated]}</span>}
              <IconButton
                label={`Take back from ${affiliate.name}`}
                icon={<Undo2 size={14} aria-hidden="true" />}
                onClick={() => void take(each, material)}
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length < holders.length && (
        <button type="button" className="link link-accent" onClick={() => setAll(true)}>
          {`Show all ${format.count(holders.length)}`}
        </button>
      )}
      <div className="holders-foot">
        <Button size="small" onClick={() => openDoor({ kind: 'give', affiliateIds: [], materialId: material.id })}>
          Hand out…
        </Button>
      </div>
    </section>
  );
}

const versionWords = (material: Material, { versionId }: Given): string => {
  const number = numberOf(material, versionId);
  return number === null ? 'an older version' : `v${number}`;
};
