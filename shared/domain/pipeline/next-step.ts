import type { Day } from '../../lib/day.ts';

/** What of a task says whether it is a next step. */
export interface Step {
  readonly id: string;
  readonly affiliateId: string | null;
  readonly due: { readonly day: Day; readonly time: string | null } | null;
  readonly doneAt: number | null;
  readonly createdAt: number;
}

/** The next step with each affiliate, by their id: the open task that is due first; of those without a day the oldest. */
export function nextSteps<S extends Step>(tasks: readonly S[]): ReadonlyMap<string, S> {
  const steps = new Map<string, S>();
  for (const task of tasks) {
    if (task.doneAt !== null || task.affiliateId === null) continue;
    const known = steps.get(task.affiliateId);
    if (!known || isBefore(task, known)) steps.set(task.affiliateId, task);
  }
  return steps;
}

/** Sorts "2026-11-23" before "2026-11-23 09:00", and whenever behind every day. */
export const stepKey = ({ due }: Pick<Step, 'due'>): string => (due ? `${due.day} ${due.time ?? ''}` : '~');

function isBefore(a: Step, b: Step): boolean {
  const [keyA, keyB] = [stepKey(a), stepKey(b)];
  if (keyA !== keyB) return keyA < keyB;
  return a.createdAt !== b.createdAt ? a.createdAt < b.createdAt : a.id < b.id;
}
