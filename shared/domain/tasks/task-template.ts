import type { Repeat } from './repeat.ts';
import type { Priority, TimeOfDay } from './task.ts';

/** A task to be written down again and again; `{name}` in title and note is the affiliate's. */
export interface TaskTemplate {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly priority: Priority;
  /** Due so many days after it is written down, or on the next workday; null: whenever. */
  readonly dueIn: number | null;
  readonly time: TimeOfDay | null;
  readonly repeat: Repeat | null;
  readonly steps: readonly string[];
  readonly sample: boolean;
}

/** What makes a rule's tasks by themselves. `in-segment`: whoever comes into a segment. */
export type TaskTrigger =
  | { readonly kind: 'no-contact'; readonly days: number }
  | { readonly kind: 'contract-ends'; readonly days: number }
  | { readonly kind: 'code-expires'; readonly days: number }
  | { readonly kind: 'in-segment'; readonly segmentId: string };

/** Writes tasks down by itself, out of a template, one for each affiliate and occasion. */
export interface TaskRule {
  readonly id: string;
  readonly trigger: TaskTrigger;
  readonly templateId: string;
  /** Whom it looks at; '': everybody. */
  readonly segmentId: string;
  readonly active: boolean;
  readonly sample: boolean;
}

/** A rule has spoken of an affiliate and an occasion, and will not again. */
export interface RuleMark {
  /** `<ruleId> <affiliateId> <occasion>`. */
  readonly id: string;
  readonly ruleId: string;
  /** Epoch ms. */
  readonly at: number;
}
