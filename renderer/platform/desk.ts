import type { DeskApi } from '#shared/ipc/contract.ts';

/** What the preload exposes, and all that the page can ask of the machine. */
export type Desk = DeskApi<File>;

declare global {
  interface Window {
    readonly desk: Desk;
  }
}

/** The only way to `window.desk`. Tests put a fake in its place (`replaceDesk`). */
let current: Desk | null = null;

/** The desk in use: the preload's, or the fake a test has put there. */
export function desk(): Desk {
  return current ?? window.desk;
}

/** Puts `replacement` in the place of the preload's desk; null takes it away again. For tests. */
export function replaceDesk(replacement: Desk | null): void {
  current = replacement;
}
