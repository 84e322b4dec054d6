import { create } from 'zustand';
import type { LinkPattern } from '#shared/domain/materials/material.ts';
import { READY_PATTERNS } from '#shared/domain/materials/ready-patterns.ts';

/** What she last wanted links to be: it stands there again when she comes back. */
export interface LinkWishState {
  /** '' : the first there is. */
  readonly patternId: string;
  readonly url: string;
  readonly campaign: string;
  /** null: none. */
  readonly materialId: string | null;
}

export const useLinkWish = create<LinkWishState>()(() => ({ patternId: '', url: '', campaign: '', materialId: null }));

/** Her patterns, then those ready ones that need nothing put in. Never empty. */
export const usablePatterns = (own: readonly LinkPattern[]): readonly LinkPattern[] => [
  ...own,
  ...READY_PATTERNS.filter(({ fill, each }) => fill.length === 0 && each.length === 0).filter(
    (ready) => !own.some(({ pattern }) => pattern === ready.pattern),
  ),
];

/** The pattern she means. */
export const wantedPattern = (patterns: readonly LinkPattern[], patternId: string): LinkPattern | undefined =>
  patterns.find(({ id }) => id === patternId) ?? patterns[0];
