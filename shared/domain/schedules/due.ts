import type { TimeOfDay } from '../tasks/task.ts';

/** What fires: a task's reminder, a report schedule, or the summary of a day (`YYYY-MM-DD`). Names it among all jobs. */
export type Job = `task:${string}` | `report:${string}` | `summary:${string}`;

/**
 * What comes due, as main knows it: a replaceable projection of the window's facts. The window replaces it whenever a task or a
 * schedule changes; main alone says when something is due, because it lives while the window sleeps.
 */
export interface DueItem {
  readonly job: Job;
  readonly kind: 'reminder' | 'report' | 'summary';
  /** Epoch ms. Job and instant together are one firing, which happens at most once. */
  readonly at: number;
  /** For the notification. */
  readonly title: string;
  readonly body: string;
}

/** Hours in which no reminder is shown, on the program's wall clock; `from` later than `to` goes over midnight. */
export interface QuietHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** How she wants to be reminded. */
export interface ReminderRules {
  /** IANA name of the program's zone. */
  readonly zone: string;
  /** When "tomorrow morning" is, and when a task without a time reminds. */
  readonly morning: TimeOfDay;
  readonly quiet: QuietHours | null;
  /** False: nothing is shown on the desktop, everything still comes to the inbox. */
  readonly notify: boolean;
}

/** Everything main must know of what comes due; the window replaces it whole. */
export interface Projection {
  readonly items: readonly DueItem[];
  readonly rules: ReminderRules;
  /** Open tasks of today and before, for the tray. */
  readonly waiting: number;
}

/** What happened to a firing, kept by main until the window has taken it over into its facts. */
export type Outcome = {
  /** Names the outcome, so that it is taken over once. */
  readonly id: string;
  readonly job: Job;
  /** The instant it was due, epoch ms. */
  readonly at: number;
  /** Epoch ms of what happened. */
  readonly happenedAt: number;
} & (
  | { readonly kind: 'fired'; readonly item: DueItem; /** It was due while nothing ran. */ readonly late: boolean }
  | { readonly kind: 'snoozed'; readonly until: number }
  | { readonly kind: 'done' }
);

export type Fired = Extract<Outcome, { kind: 'fired' }>;

/** What a notification's click leads to. */
export type OpenTarget =
  | { readonly kind: 'task'; readonly taskId: string }
  /** The list of them. */
  | { readonly kind: 'tasks' }
  | { readonly kind: 'inbox' }
  | { readonly kind: 'run'; readonly runId: string }
  /** Null: the files that wait there. */
  | { readonly kind: 'import'; readonly importId: string | null };
