import { create } from 'zustand';
import type { PreferencesState } from '#renderer/session/preferences.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { linkRows, type LinkFacts } from '#shared/domain/materials/link-rows.ts';

/** Of which pattern and address `{link}` is made, as long as the window lives. */
export interface LinkWish {
  /** null: the first there is. */
  readonly patternId: string | null;
  readonly url: string;
}

export const useLinkWish = create<LinkWish>()(() => ({ patternId: null, url: '' }));

/** The pattern that is meant; undefined if she has none. */
export const wantedPattern = (
  patterns: PreferencesState['linkPatterns'],
  { patternId }: LinkWish,
): PreferencesState['linkPatterns'][number] | undefined => patterns.find(({ id }) => id === patternId) ?? patterns[0];

/** An affiliate's link: that of their first account that has one; '' where it cannot be made. */
export function linkOf(
  affiliate: Affiliate,
  patterns: PreferencesState['linkPatterns'],
  wish: LinkWish,
  facts: LinkFacts,
): string {
  const pattern = wantedPattern(patterns, wish);
  if (!pattern) return '';
  const rows = linkRows({ pattern, url: wish.url, campaign: '', material: '' }, [affiliate], facts);
  return rows.find(({ link }) => link !== null)?.link ?? '';
}
