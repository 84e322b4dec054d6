import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
  readonly segmentId: string | null;
}

/** Saved segments: their rules and who is in them. */
export function SegmentsScreen(_props: Props) {
  return null;
}
