import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly directory: Directory;
}

/** Moves affiliates to another stage. */
export function StageDialog(_props: Props) {
  return null;
}
