import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
}

/** Links for affiliates. */
export function LinksDialog(_props: Props) {
  return null;
}
