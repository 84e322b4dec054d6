import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly directory: Directory;
}

/** Writes down what happened with an affiliate. */
export function ActivityDialog(_props: Props) {
  return null;
}
