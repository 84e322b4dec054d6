import { create } from 'zustand';
import type { IntakeEntry } from '#shared/ipc/contract.ts';
import { desk } from '#renderer/platform/desk.ts';
import { goTo } from './navigation.ts';
import { say } from './toasts.ts';

/** Files that came in, by whichever door, and wait for the import screen. */
export const useIncoming = create<{ readonly entries: readonly IntakeEntry[] }>()(() => ({ entries: [] }));

/** Puts files in the queue and shows the import screen. */
export function takeIn(entries: readonly IntakeEntry[]): void {
  if (entries.length === 0) return;
  useIncoming.setState((state) => ({ entries: [...state.entries, ...entries] }));
  goTo({ screen: 'imports', importId: null });
}

/** The first of the queue, which is then no longer in it. */
export function nextIncoming(): IntakeEntry | null {
  const [first = null, ...rest] = useIncoming.getState().entries;
  if (first) useIncoming.setState({ entries: rest });
  return first;
}

/** Dropped files. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  const taken = await desk().files.take(files);
  if (taken.ok) takeIn(taken.value);
  else say(taken.error.message);
}

/** Lets her choose files. */
export async function chooseFiles(): Promise<void> {
  const chosen = await desk().files.choose();
  if (chosen.ok) takeIn(chosen.value);
  else say(chosen.error.message);
}
