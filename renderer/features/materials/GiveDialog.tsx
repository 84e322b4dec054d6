import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly directory: Directory;
}

/** Hands a material to affiliates. */
export function GiveDialog(_props: Props) {
  return null;
}
