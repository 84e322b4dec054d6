import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

const NONE: Segments = { list: [], members: () => null };

/** The saved segments and who is in them, kept current. */
export const useSegments = (_ledger: LedgerClient, _directory: Directory | null): Segments => NONE;
