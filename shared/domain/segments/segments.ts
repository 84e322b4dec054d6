import type { SavedSegment } from './segment.ts';

/** The saved segments and who is in them now. */
export interface Segments {
  readonly list: readonly SavedSegment[];
  /** Ids of affiliates; null as long as it is being worked out, or where there is no such segment. */
  members(segmentId: string): ReadonlySet<string> | null;
}

/** A segment as it was at one moment: what a run without a screen is restricted to. */
export interface SegmentMoment {
  readonly name: string;
  /** Ids of affiliates. */
  readonly members: ReadonlySet<string>;
}
