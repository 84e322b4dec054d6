import { create } from 'zustand';
import { isRefused, type IntakeEntry } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { desk } from '#renderer/platform/desk.ts';
import { goTo } from './navigation.ts';
import { say } from './toasts.ts';

interface Incoming {
  readonly entries: readonly IntakeEntry[];
  /** A file is being imported by itself: the queue rests until it is done. */
  readonly resting: boolean;
}

/** Files that came in, by whichever door, and wait for the import screen. */
export const useIncoming = create<Incoming>()(() => ({ entries: [], resting: false }));

/** Puts files in the queue and shows the import screen. */
export function takeIn(entries: readonly IntakeEntry[]): void {
  if (entries.length === 0) return;
  queueUp(entries);
  goTo({ screen: 'imports', importId: null });
}

/** Puts files in the queue and leaves her where she is. */
export function queueUp(entries: readonly IntakeEntry[]): void {
  useIncoming.setState((state) => ({ entries: [...state.entries, ...entries] }));
}

/** The first of the queue, which is then no longer in it. */
export function nextIncoming(): IntakeEntry | null {
  const { entries, resting } = useIncoming.getState();
  if (resting) return null;
  const [first = null, ...rest] = entries;
  if (first) useIncoming.setState({ entries: rest });
  return first;
}

/** Dropped files. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  takeChosen(await desk().files.take(files));
}

/** Lets her choose files. */
export async function chooseFiles(): Promise<void> {
  takeChosen(await desk().files.choose());
}

/** Lets her choose a folder, for the files in it. */
export async function chooseFolder(): Promise<void> {
  takeChosen(await desk().files.chooseFolder());
}

/** A mail is no export. */
const isMail = (entry: IntakeEntry): boolean => !isRefused(entry) && /\.eml$/i.test(entry.name);

function takeChosen(chosen: Result<readonly IntakeEntry[]>): void {
  if (!chosen.ok) return say(chosen.error.message);
  const mail = chosen.value.find(isMail);
  if (mail) say(`“${mail.name}” is a mail. Open the page of the affiliate it belongs to, and drop it there.`);
  takeIn(chosen.value.filter((entry) => !isMail(entry)));
}
