import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  readonly materialId: string | null;
}

/** The library of materials, and links. */
export function MaterialsScreen(_props: Props) {
  return null;
}
