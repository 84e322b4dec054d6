import type { MaterialKind, MaterialVersion } from '#shared/domain/materials/material.ts';
import { validityOf, type Outdated, type Validity } from '#shared/domain/materials/standing.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';

export const KIND_WORDS: Readonly<Record<MaterialKind, string>> = {
  banner: 'Banner',
  link: 'Link',
  feed: 'Product feed',
  copy: 'Copy',
  guideline: 'Guideline',
};

export const VALIDITY_WORDS: Readonly<Record<Validity, string>> = {
  valid: 'Valid now',
  'ends-soon': 'Ends soon',
  ended: 'Ended',
  'to-come': 'To come',
};

export const countWords = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** When a version may be used, as far as there is something to say. */
export function validityWords(version: MaterialVersion, today: Day, format: Format): string {
  const { from, until } = version;
  switch (validityOf(version, today)) {
    case 'ended':
      return until === '' ? '' : `Ended ${format.day(until, today)}`;
    case 'to-come':
      return from === '' ? '' : `From ${format.day(from, today)}`;
    case 'ends-soon':
    case 'valid':
      return until === '' ? '' : `Until ${format.day(until, today)}`;
  }
}

/** Why somebody should stop using it. */
export const OUTDATED_WORDS: Readonly<Record<Exclude<Outdated, null>, string>> = {
  older: 'Older version',
  ended: 'Ended',
};

/** What an ending or a MIME type calls itself: PNG, PDF. */
export function typeWords({ name, type }: { readonly name: string; readonly type: string }): string {
  if (type.startsWith('image/')) return type.slice(6).replace('+xml', '').toUpperCase();
  return /\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toUpperCase() ?? 'File';
}
