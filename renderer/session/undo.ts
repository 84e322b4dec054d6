import { create } from 'zustand';
import type { Result } from '#shared/lib/result.ts';
import { say, withdrawUndo } from './toasts.ts';

/** One thing she did and can take back. */
export interface Step {
  /** What was done, to stand after "Undone:": "Renamed to Pawsome Deals". */
  readonly label: string;
  /** What `forgetStep` finds it by. */
  readonly key?: string;
  undo(): Promise<Result<unknown>>;
  /** Left out where it cannot be done again just so (an import is dropped again instead). */
  redo?(): Promise<Result<unknown>>;
}

interface UndoStack {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** Lives as long as the window. */
export const useUndo = create<UndoStack>()(() => ({ done: [], undone: [] }));

/** Remembers a step that has just been done and offers to take it back. */
export function didStep(step: Step): void {
  useUndo.setState(({ done }) => ({ done: [...done, step], undone: [] }));
  say(step.label, () => void undoLast());
}

/** A step that was taken back by another way (an import undone from the history) is no longer there to undo. */
export function forgetStep(key: string): void {
  useUndo.setState(({ done }) => ({ done: done.filter((step) => step.key !== key) }));
}

/** Takes back the last step. */
export async function undoLast(): Promise<void> {
  const step = useUndo.getState().done.at(-1);
  if (!step) return say('There is nothing to undo.');
  useUndo.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: step.redo ? [...undone, step] : [] }));
  withdrawUndo();
  const result = await step.undo();
  say(result.ok ? `Undone: ${step.label}` : result.error.message);
}

/** Does the last undone step again. */
export async function redoLast(): Promise<void> {
  const step = useUndo.getState().undone.at(-1);
  if (!step?.redo) return say('There is nothing to do again.');
  useUndo.setState(({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
  const result = await step.redo();
  say(result.ok ? `Done again: ${step.label}` : result.error.message);
}
