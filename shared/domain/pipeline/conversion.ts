import { DAY_MS } from '../../lib/day.ts';
import type { Activity } from '../affiliates/activity.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import { stageById, type Stage } from './stage.ts';

/** Somebody went to a stage at an instant (epoch ms); null: they were, or are now, off the board. */
export interface Move {
  readonly affiliateId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: number;
}

/** Half-open, epoch ms; null: always. */
export type Span = { readonly from: number; readonly to: number } | null;

/** Somebody who came in the span, and what became of them since. */
export interface Came {
  readonly affiliateId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly became: 'on' | 'lost' | 'waits';
  /** Epoch ms at which it did; null while they wait. */
  readonly becameAt: number | null;
}

/** How many went on of those who came. */
export interface Rate {
  readonly came: readonly Came[];
  readonly on: number;
  readonly lost: number;
  /** `on` of `came`; null where nobody came, or where there is nowhere to go on to. */
  readonly share: number | null;
  /** Days, with fractions, from coming to going on; the middle one of all who did. Null: nobody has. */
  readonly medianDays: number | null;
}

export interface StageRate extends Rate {
  readonly stage: Stage;
}

export interface SourceRate extends Rate {
  /** As most call it; '' for nobody has said. */
  readonly source: string;
}

/**
 * All moves, the earliest first: those on the timelines, and where somebody stands without a move that says so (the program was
 * told by another way), a move at the beginning of that. Who is no longer there is left out.
 */
export function allMoves(activities: readonly Activity[], affiliates: readonly Affiliate[]): readonly Move[] {
  const known = new Set(affiliates.map(({ id }) => id));
  const said = activities.flatMap(({ affiliateId, at, move }): readonly Move[] =>
    move && known.has(affiliateId) ? [{ affiliateId, from: move.from, to: move.to, at }] : [],
  );
  const keys = new Set(said.map(({ affiliateId, to, at }) => `${affiliateId} ${to} ${at}`));
  const unsaid = affiliates.flatMap(({ id, standing }): readonly Move[] =>
    standing && !keys.has(`${id} ${standing.stageId} ${standing.since}`)
      ? [{ affiliateId: id, from: null, to: standing.stageId, at: standing.since }]
      : [],
  );
  return [...said, ...unsaid].sort((a, b) => a.at - b.at);
}

/**
 * From stage to stage. Of a stage: `came` are those who entered it in the span, each counted once, by their first entry in it. They
 * went `on` if they have entered any later stage since (later in the order of the board as it is now, stages of the lost left out),
 * whether or not in the span; they are `lost` if they entered a stage of the lost before that; else they wait. Nobody goes on from a
 * stage of the lost or from the last of the others: `share` is null there.
 */
export function stageRates(moves: readonly Move[], stages: readonly Stage[], span: Span): readonly StageRate[] {
  const byAffiliate = Map.groupBy(moves, ({ affiliateId }) => affiliateId);
  const place = new Map(stages.map(({ id }, at) => [id, at]));
  return stages.map((stage, at) => {
    const isOn = (to: Stage): boolean => to.kind !== 'lost' && (place.get(to.id) ?? -1) > at;
    const canGoOn = stage.kind !== 'lost' && stages.some(isOn);
    const came = [...byAffiliate.values()].flatMap((theirs): readonly Came[] => {
      const entry = theirs.findIndex((move) => move.to === stage.id && isWithin(move.at, span));
      return entry < 0 ? [] : [fate(theirs, entry, stages, isOn)];
    });
    return { stage, ...rate(came, canGoOn) };
  });
}

/**
 * By source (`foundThrough`; in any case of its letters). `came` are those whose first step onto the board was in the span and to a
 * stage of people to win or of applications: who was put among the partners at once was not won by the board. They went `on` if they
 * have entered a stage of partners since; they are `lost` if they entered a stage of the lost before that. Most first.
 */
export function sourceRates(
  moves: readonly Move[],
  stages: readonly Stage[],
  span: Span,
  sourceOf: (affiliateId: string) => string,
): readonly SourceRate[] {
  const sources = new Map<string, { readonly names: string[]; readonly came: Came[] }>();
  for (const [affiliateId, theirs] of Map.groupBy(moves, (move) => move.affiliateId)) {
    const first = theirs.findIndex(({ to }) => to !== null);
    const move = theirs[first];
    const stage = stageById(stages, move?.to);
    if (!move || !stage || !isWithin(move.at, span) || (stage.kind !== 'open' && stage.kind !== 'applied')) continue;
    const name = sourceOf(affiliateId).trim();
    const held = sources.get(name.toLowerCase()) ?? { names: [], came: [] };
    held.names.push(name);
    held.came.push(fate(theirs, first, stages, ({ kind }) => kind === 'won'));
    sources.set(name.toLowerCase(), held);
  }
  return [...sources.values()]
    .map(({ names, came }) => ({ source: mostOften(names), ...rate(came, true) }))
    .sort((a, b) => b.came.length - a.came.length || (a.source < b.source ? -1 : 1));
}

/** What became of somebody after their move number `entry`. */
function fate(theirs: readonly Move[], entry: number, stages: readonly Stage[], isOn: (to: Stage) => boolean): Came {
  const { affiliateId = '', at = 0 } = theirs[entry] ?? {};
  for (const move of theirs.slice(entry + 1)) {
    const to = stageById(stages, move.to);
    if (!to) continue;
    if (isOn(to)) return { affiliateId, at, became: 'on', becameAt: move.at };
    if (to.kind === 'lost') return { affiliateId, at, became: 'lost', becameAt: move.at };
  }
  return { affiliateId, at, became: 'waits', becameAt: null };
}

function rate(came: readonly Came[], canGoOn: boolean): Rate {
  const on = came.filter(({ became }) => became === 'on');
  return {
    came,
    on: on.length,
    lost: came.filter(({ became }) => became === 'lost').length,
    share: canGoOn && came.length > 0 ? on.length / came.length : null,
    medianDays: median(on.map(({ at, becameAt }) => ((becameAt ?? at) - at) / DAY_MS)),
  };
}

/** The middle one, or the middle between the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

const isWithin = (at: number, span: Span): boolean => span === null || (at >= span.from && at < span.to);

function mostOften(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  return counts[0]?.[0] ?? '';
}
