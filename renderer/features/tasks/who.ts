import type { Choice } from '#renderer/ui/Select.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

/** Whom new tasks are about: nobody or one, several that were chosen, or everybody in a segment; one task each. */
export type Who =
  | { readonly kind: 'one'; readonly affiliateId: string | null }
  | { readonly kind: 'several'; readonly affiliateIds: readonly string[] }
  | { readonly kind: 'segment'; readonly segmentId: string };

const SEGMENT = 'segment:';

/** Affiliates and segments in one list; a segment says how many are in it. */
export function whoChoices(affiliates: readonly Affiliate[], segments: Segments): readonly Choice<string>[] {
  return [
    ...segments.list.map(({ id, name }) => ({
      value: `${SEGMENT}${id}`,
      label: `Everybody in ${name} (${segments.members(id)?.size ?? '…'})`,
    })),
    ...affiliates.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

export const whoOfChoice = (value: string | null): Who =>
  value?.startsWith(SEGMENT) === true
    ? { kind: 'segment', segmentId: value.slice(SEGMENT.length) }
    : { kind: 'one', affiliateId: value };

export function choiceOfWho(who: Who): string | null {
  if (who.kind === 'segment') return `${SEGMENT}${who.segmentId}`;
  return who.kind === 'one' ? who.affiliateId : null;
}

/** Ids of those a task is written for each; null for a task about nobody. */
export function everybody(who: Who, segments: Segments): readonly (string | null)[] {
  if (who.kind === 'one') return [who.affiliateId];
  return who.kind === 'several' ? who.affiliateIds : [...(segments.members(who.segmentId) ?? [])];
}
