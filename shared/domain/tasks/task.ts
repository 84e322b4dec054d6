import type { Day } from '../../lib/day.ts';
import type { Repeat } from './repeat.ts';

export const PRIORITIES = ['high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A small step of a task. */
export interface TaskStep {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

/** Something she means to do. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly affiliateId: string | null;
  /** When it is due, on the program's wall clock; null: whenever. Without a time it is due that day and reminds in the morning. */
  readonly due: { readonly day: Day; readonly time: TimeOfDay | null } | null;
  /** Epoch ms at which its due day or time was last changed; left out: not since it was written down. */
  readonly dueSetAt?: number;
  readonly priority: Priority;
  readonly repeat: Repeat | null;
  readonly steps: readonly TaskStep[];
  /** The rule that made it, and what of: null where a person did. */
  readonly madeBy: { readonly ruleId: string; readonly of: string } | null;
  /** Epoch ms until which its reminder waits; null: it is not snoozed. */
  readonly snoozedUntil: number | null;
  /** Epoch ms; null while it is open. */
  readonly doneAt: number | null;
  readonly createdAt: number;
  /** Came with the sample program and goes with it. */
  readonly sample: boolean;
}

/** `HH:MM`, 24 hours. */
export type TimeOfDay = string & { readonly __brand: 'TimeOfDay' };

const PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

export const parseTimeOfDay = (text: string): TimeOfDay | null => (PATTERN.test(text) ? (text as TimeOfDay) : null);

/** What a task is beside its words, as long as nobody has said. */
export const PLAIN_TASK = { priority: 'normal', repeat: null, steps: [], madeBy: null } as const;
