import type { TimeOfDay } from '../tasks/task.ts';

/** When the weekly report is written: on a weekday and time of the program's wall clock. */
export interface ReportSchedule {
  readonly id: string;
  readonly report: 'weekly-performance';
  /** 1 Monday to 7 Sunday, as ISO 8601 counts. */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly time: TimeOfDay;
  /** The segment it is restricted to; '' : everybody. */
  readonly segmentId: string;
  /** A folder the user chose, by the id main gave it; null until one is chosen. */
  readonly folderId: string | null;
  readonly folderName: string;
  readonly active: boolean;
  readonly createdAt: number;
  readonly sample: boolean;
}

/** One run of a report, in the history: what it wrote, or why it did not. */
export interface ReportRun {
  readonly id: string;
  /** Null for one that was run by hand without a schedule. */
  readonly scheduleId: string | null;
  /** Epoch ms at which it was due; for "Run now" the moment of asking. */
  readonly dueAt: number;
  readonly finishedAt: number;
  readonly late: boolean;
  readonly outcome:
    | { readonly kind: 'written'; readonly pdf: string; readonly csv: string; readonly folderId: string }
    | { readonly kind: 'failed'; readonly message: string };
}
