import { useState } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Chip } from '#renderer/ui/Parts.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { countWords } from './material-words.ts';

/** Whom something is for: affiliates by name, and whoever is in a segment. */
export interface Chosen {
  readonly affiliateIds: readonly string[];
  readonly segmentIds: readonly string[];
}

/** Each of them once, by name. */
export function everybody(
  { affiliateIds, segmentIds }: Chosen,
  directory: Directory,
  segments: Segments,
): readonly Affiliate[] {
  const ids = new Set(affiliateIds);
  for (const segmentId of segmentIds) for (const id of segments.members(segmentId) ?? []) ids.add(id);
  return directory.affiliates.filter(({ id }) => ids.has(id));
}

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** More names than this are a number. */
const MOST_NAMED = 6;
const SEGMENT = 'segment:';
const ALL = 'all';

/** A field to choose affiliates and segments with, one after the other. */
export function Recipients({ directory, segments, chosen, onChange }: Props) {
  const { affiliateIds, segmentIds } = chosen;
  const [round, setRound] = useState(0);
  const choices = [
    { value: ALL, label: `All ${countWords(directory.affiliates.length, 'affiliate')}` },
    ...segments.list
      .filter(({ id }) => !segmentIds.includes(id))
      .map(({ id, name }) => ({ value: SEGMENT + id, label: `Segment: ${name}` })),
    ...directory.affiliates
      .filter(({ id }) => !affiliateIds.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const choose = (value: string | null): void => {
    if (value === null) return;
    if (value === ALL) onChange({ affiliateIds: directory.affiliates.map(({ id }) => id), segmentIds: [] });
    else if (value.startsWith(SEGMENT))
      onChange({ ...chosen, segmentIds: [...segmentIds, value.slice(SEGMENT.length)] });
    else onChange({ ...chosen, affiliateIds: [...affiliateIds, value] });
    // The field is for the next one.
    setRound(round + 1);
  };
  return (
    <div className="recipients">
      {segmentIds.map((id) => (
        <Chip
          key={id}
          text={segmentWords(id, segments)}
          onRemove={() => onChange({ ...chosen, segmentIds: segmentIds.filter((each) => each !== id) })}
        />
      ))}
      {affiliateIds.length > MOST_NAMED ? (
        <Chip
          text={countWords(affiliateIds.length, 'affiliate')}
          onRemove={() => onChange({ ...chosen, affiliateIds: [] })}
        />
      ) : (
        affiliateIds.map((id) => (
          <Chip
            key={id}
            text={directory.byId(id)?.name ?? 'Somebody who is gone'}
            onRemove={() => onChange({ ...chosen, affiliateIds: affiliateIds.filter((each) => each !== id) })}
          />
        ))
      )}
      <ComboBox
        key={round}
        label="Add affiliates"
        placeholder="Affiliate or segment"
        autoFocus={round > 0}
        choices={choices}
        value={null}
        onChange={choose}
      />
    </div>
  );
}

function segmentWords(id: string, segments: Segments): string {
  const name = segments.list.find((each) => each.id === id)?.name ?? 'A segment that is gone';
  const members = segments.members(id);
  return members ? `${name}: ${members.size}` : name;
}
