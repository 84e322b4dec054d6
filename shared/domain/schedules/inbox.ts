/** One line of the inbox: every notification, whether or not the desktop showed it. */
export interface InboxEntry {
  readonly id: string;
  /** `imported`: a file of the watched folder was imported by itself; `to-check`: one waits. `summary`: of a morning. */
  readonly kind: 'reminder' | 'summary' | 'report' | 'report-failed' | 'imported' | 'to-check';
  readonly title: string;
  readonly body: string;
  /** Epoch ms at which it was due, and at which it came. They differ when the program was closed or the computer asleep. */
  readonly dueAt: number;
  readonly firedAt: number;
  readonly late: boolean;
  /** The task or report run it is about. */
  readonly taskId: string | null;
  readonly runId: string | null;
  /** The imports it is about. Left out in entries from before there were any. */
  readonly importIds?: readonly string[];
  readonly read: boolean;
}
