import type { DeskDatabase } from './schema.ts';

let current: DeskDatabase | null = null;

/** Makes a database the one that the repositories of this thread use. Called by `open.ts`. */
export function useDatabase(database: DeskDatabase): void {
  current = database;
}

/** The open database of this thread. Asking before `openDesk` has answered is a defect, and throws. */
export function database(): DeskDatabase {
  if (!current) throw new Error('The database was asked for before it was opened.');
  return current;
}
