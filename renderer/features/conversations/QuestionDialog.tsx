import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly directory: Directory;
}

/** Writes down what an affiliate asks. */
export function QuestionDialog(_props: Props) {
  return null;
}
