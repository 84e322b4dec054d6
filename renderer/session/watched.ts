import { create } from 'zustand';
import { desk } from '#renderer/platform/desk.ts';
import type { WatchedFolder } from '#shared/ipc/contract.ts';
import { say } from './toasts.ts';

/** The watched folder as main knows it; `folder` null as long as none was chosen. */
export const useWatched = create<{ readonly folder: WatchedFolder | null }>()(() => ({ folder: null }));

/** Asks main how it is now. */
export async function askWatched(): Promise<void> {
  const folder = await desk().watch.get();
  if (folder.ok) useWatched.setState({ folder: folder.value });
}

/** Lets her choose the folder. */
export async function chooseWatched(): Promise<void> {
  const chosen = await desk().watch.choose();
  if (!chosen.ok) return say(chosen.error.message);
  if (!chosen.value) return;
  useWatched.setState({ folder: chosen.value });
  say(`New exports in “${chosen.value.name}” are noticed from now on`);
}
