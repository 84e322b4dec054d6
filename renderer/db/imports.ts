import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { database } from './connection.ts';

/** All imports, the newest first, undone ones included, but nothing of a sample program that is gone. For liveQuery. */
export async function allImports(): Promise<readonly ImportRecord[]> {
  return database()
    .imports.orderBy('sequence')
    .reverse()
    .filter((record) => record.sample !== true || record.undoneAt === null)
    .toArray();
}

/** One import, null if there is none of that id. For liveQuery. */
export async function importById(id: string): Promise<ImportRecord | null> {
  return (await database().imports.get(id)) ?? null;
}
