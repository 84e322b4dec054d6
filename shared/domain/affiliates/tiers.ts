import type { Affiliate, Tier } from './affiliate.ts';
import { channelsOf } from './channels.ts';

/** The smallest audience of each tier above the first. */
export interface TierBounds {
  readonly micro: number;
  readonly mid: number;
  readonly macro: number;
}

/** The tier of an audience; the bounds ascend. */
export function tierOfAudience(audience: number, bounds: TierBounds): Tier {
  if (audience >= bounds.macro) return 'macro';
  if (audience >= bounds.mid) return 'mid';
  return audience >= bounds.micro ? 'micro' : 'nano';
}

/** The size of their largest audience, of the sites and channels they have now; null if none is known. */
export function largestAudience(affiliate: Pick<Affiliate, 'sites' | 'social' | 'audiences'>): number | null {
  const known = channelsOf(affiliate).flatMap(({ audience }) => (audience === null ? [] : [audience]));
  return known.length === 0 ? null : Math.max(...known);
}

/** The tier she has said, else that of their largest audience; '' if neither is known. */
export function tierOf(
  affiliate: Pick<Affiliate, 'tier' | 'sites' | 'social' | 'audiences'>,
  bounds: TierBounds,
): Tier | '' {
  if (affiliate.tier !== '') return affiliate.tier;
  const audience = largestAudience(affiliate);
  return audience === null ? '' : tierOfAudience(audience, bounds);
}
