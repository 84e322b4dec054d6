import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { database } from './connection.ts';

/** All imports, the newest first, undone ones included. For liveQuery. */
export async function allImports(): Promise<readonly ImportRecord[]> {
  return database().imports.orderBy('sequence').reverse().toArray();
}

/** One import, null if there is none of that id. For liveQuery. */
export async function importById(id: string): Promise<ImportRecord | null> {
  return (await database().imports.get(id)) ?? null;
}
