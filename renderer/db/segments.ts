import type { Segment } from '#shared/domain/ledger/segment.ts';

/** A segment is stored as it is: some ten thousand rows by column, one record. */
export type StoredSegment = Segment;
