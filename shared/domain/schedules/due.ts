/**
 * What comes due, as main knows it: a replaceable projection of the window's facts. The window replaces it whenever a task or a
 * schedule changes; main alone says when something is due, because it lives while the window sleeps.
 */
export interface DueItem {
  /** What fires: `task:<id>` or `report:<schedule id>`. */
  readonly job: string;
  readonly kind: 'reminder' | 'report';
  /** Epoch ms. Job and instant together are one firing, which happens at most once. */
  readonly at: number;
  /** For the notification. */
  readonly title: string;
  readonly body: string;
}

/** What happened to a firing, kept by main until the window has taken it over into its facts. */
export type Outcome = {
  /** Names the outcome, so that it is taken over once. */
  readonly id: string;
  readonly job: string;
  /** The instant it was due, epoch ms. */
  readonly at: number;
  /** Epoch ms of what happened. */
  readonly happenedAt: number;
} & (
  | { readonly kind: 'fired'; readonly item: DueItem; /** It was due while nothing ran. */ readonly late: boolean }
  | { readonly kind: 'snoozed'; readonly until: number }
  | { readonly kind: 'done' }
);
