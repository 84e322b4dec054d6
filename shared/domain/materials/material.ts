import type { Day } from '../../lib/day.ts';
import type { StoredFile } from '../affiliates/activity.ts';

export const MATERIAL_KINDS = ['banner', 'link', 'feed', 'copy', 'guideline'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** One state of a material: a file, a text or an address, valid for a while. */
export interface MaterialVersion {
  readonly id: string;
  readonly file: StoredFile | null;
  /** Copy, guideline or the address of a link; '' beside a file that says all. */
  readonly text: string;
  /** First and last day on which it may be used; '' without end. */
  readonly from: Day | '';
  readonly until: Day | '';
  /** Epoch ms. */
  readonly addedAt: number;
}

/** Something affiliates work with. The last version is the current one. */
export interface Material {
  readonly id: string;
  readonly name: string;
  readonly kind: MaterialKind;
  readonly tags: readonly string[];
  readonly note: string;
  /** At least one; in the order in which they came. */
  readonly versions: readonly MaterialVersion[];
  readonly sample: boolean;
}

/** An affiliate has a material, in one version; a later one of the same material takes its place. */
export interface Given {
  readonly id: string;
  readonly affiliateId: string;
  readonly materialId: string;
  readonly versionId: string;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly sample: boolean;
}

/** How a link is made out of an address and an affiliate: "{url}?utm_source={network}&subid={partner id}". */
export interface LinkPattern {
  readonly id: string;
  readonly name: string;
  readonly pattern: string;
  /** Made for accounts of this network alone; '' for all. */
  readonly network: string;
}
