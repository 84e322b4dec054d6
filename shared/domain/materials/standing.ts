import { addDays, type Day } from '../../lib/day.ts';
import type { Given, Material, MaterialKind, MaterialVersion } from './material.ts';

/** A material whose last day is so near is shown as ending. Days. */
const SOON_DAYS = 14;

export const VALIDITIES = ['valid', 'ends-soon', 'ended', 'to-come'] as const;
/** Where a version stands today. */
export type Validity = (typeof VALIDITIES)[number];

export function validityOf({ from, until }: Pick<MaterialVersion, 'from' | 'until'>, today: Day): Validity {
  if (until !== '' && until < today) return 'ended';
  if (from !== '' && from > today) return 'to-come';
  return until !== '' && until <= addDays(today, SOON_DAYS) ? 'ends-soon' : 'valid';
}

/** The version that is handed out now. */
export function currentOf({ versions }: Pick<Material, 'versions'>): MaterialVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('A material has a version.');
  return last;
}

/** Which version it is as she counts them, from 1; null for one that is not the material's. */
export function numberOf({ versions }: Pick<Material, 'versions'>, versionId: string): number | null {
  const at = versions.findIndex(({ id }) => id === versionId);
  return at < 0 ? null : at + 1;
}

/** Why somebody should stop using what they have; null: they need not. */
export type Outdated = 'older' | 'ended' | null;

export function outdatedOf(given: Pick<Given, 'versionId'>, material: Material, today: Day): Outdated {
  const current = currentOf(material);
  if (given.versionId !== current.id) return 'older';
  return validityOf(current, today) === 'ended' ? 'ended' : null;
}

/** Kind of a material by its first file: pictures are banners, tables and XML are feeds, text is copy, anything else is a guideline. */
export function kindOfFile({ name, type }: { readonly name: string; readonly type: string }): MaterialKind {
  if (type.startsWith('image/') || type.startsWith('video/')) return 'banner';
  if (type === 'application/xml' || type === 'application/gzip' || /\.(csv|tsv|xlsx?|json)$/i.test(name)) return 'feed';
  return type === 'text/plain' ? 'copy' : 'guideline';
}

/** A material's name by its file: "spring_banner-728x90.png" is "spring banner 728x90". */
export function nameOfFile(name: string): string {
  const stem = name
    .replace(/\.[^.]{1,8}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return stem === '' ? name : stem;
}
