import { usablePatterns, wantedPattern, type LinkWishState } from '#renderer/session/link-wish.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { linkRows, type LinkFacts } from '#shared/domain/materials/link-rows.ts';
import type { LinkPattern } from '#shared/domain/materials/material.ts';

/** An affiliate's link: that of their first account that has one; '' where it cannot be made. `patterns`: her own. */
export function linkOf(
  affiliate: Affiliate,
  patterns: readonly LinkPattern[],
  { patternId, url, campaign }: LinkWishState,
  facts: LinkFacts,
): string {
  const pattern = wantedPattern(usablePatterns(patterns), patternId);
  if (!pattern) return '';
  const rows = linkRows({ pattern, url, campaign, material: '' }, [affiliate], facts);
  return rows.find(({ link }) => link !== null)?.link ?? '';
}
