import { useMemo } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { linkRows, type LinkRow } from '#shared/domain/materials/link-rows.ts';
import type { LinkPattern } from '#shared/domain/materials/material.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import type { LinkWishState } from '#renderer/session/link-wish.ts';
import { everybody, type Chosen } from './Recipients.tsx';

interface Wanted {
  readonly pattern: LinkPattern | undefined;
  readonly wish: LinkWishState;
  /** Name of the material, '' for none. */
  readonly material: string;
  readonly chosen: Chosen;
  readonly directory: Directory;
  readonly segments: Segments;
}

/** The links she wants, made anew only where something of them is another. */
export function useLinkRows({ pattern, wish, material, chosen, directory, segments }: Wanted): readonly LinkRow[] {
  const fields = usePreferences((state) => state.customFields);
  const today = useToday();
  const { url, campaign } = wish;
  return useMemo(() => {
    if (!pattern) return [];
    const partnersOf = (id: string) => directory.partnersOf(id);
    const people = everybody(chosen, directory, segments);
    return linkRows({ pattern, url, campaign, material }, people, { partnersOf, fields, today });
  }, [pattern, url, campaign, material, chosen, directory, segments, fields, today]);
}
