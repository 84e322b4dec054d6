import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
}

/** A message to affiliates, from a template or written now. */
export function ComposeDialog(_props: Props) {
  return null;
}
