import type { Places } from './places.ts';

/** What a list said of one affiliate and what holds since: the trace that undoing its import follows back. */
export interface Mention {
  /** Order of arrival of the import. */
  readonly sequence: number;
  /** The affiliate came with it. */
  readonly created: boolean;
  readonly said: readonly Said[];
}

/** One thing it said, by its place (places.ts). What it repeated is kept too (`before` equals `after`): it vouches for that. */
export interface Said {
  readonly place: string;
  /** null: nothing stood there. */
  readonly before: string | null;
  /** null: it has moved to another place. */
  readonly after: string | null;
}

/**
 * Takes back what a mention has said, for an affiliate as it stands. What a later list has said as well stays, and that list's
 * mention then knows what had been there before both; what was changed since by hand stays as well. `later`: mentions of the same
 * affiliate by later imports, in the order of arrival.
 */
export function takeBack<M extends Mention>(
  places: Places,
  mention: Mention,
  later: readonly M[],
): { readonly places: Places; readonly later: readonly M[] } {
  const left = new Map(places);
  let heirs = later;
  for (const { place, before, after } of mention.said.toReversed()) {
    const heir = heirs.findIndex(({ said }) => said.some((each) => each.place === place));
    if (heir >= 0) {
      heirs = heirs.map((each, at) =>
        at === heir
          ? {
              ...each,
              said: each.said.map((one) => (one.place === place && one.before === after ? { ...one, before } : one)),
            }
          : each,
      );
    } else if ((left.get(place) ?? null) === after) {
      if (before === null) left.delete(place);
      else left.set(place, before);
    }
  }
  return { places: left, later: heirs };
}
