import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { PipelineView } from '#renderer/session/navigation.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: PipelineView;
}

/** The pipeline: the board, who waits for a yes, who is stuck where, and what becomes of whom. */
export function PipelineScreen(_props: Props) {
  return null;
}
