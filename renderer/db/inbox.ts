import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import { storageProblem } from './problems.ts';
import type { Change } from './records.ts';

/** The newest entries, the newest first. For liveQuery. */
export async function newestEntries(most: number): Promise<readonly InboxEntry[]> {
  return database().inbox.orderBy('firedAt').reverse().limit(most).toArray();
}

/** For liveQuery. */
export async function countEntries(): Promise<number> {
  return database().inbox.count();
}

/** How many have not been read. For liveQuery. */
export async function countUnread(): Promise<number> {
  return database()
    .inbox.filter((entry) => !entry.read)
    .count();
}

/** Remembers that she has seen an entry, because she opened what it is about. That is no step to take back. */
export const seen = (id: string): Promise<Result<null>> => markSeen((entry) => entry.id === id);

/** The same for everything that was said of a task. */
export const seenTask = (taskId: string): Promise<Result<null>> => markSeen((entry) => entry.taskId === taskId);

async function markSeen(which: (entry: InboxEntry) => boolean): Promise<Result<null>> {
  try {
    await database()
      .inbox.filter((entry) => !entry.read && which(entry))
      .modify({ read: true });
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}

/** Writes what has become of something, unless it stands there already. Answers whether it was new. What happened is no step to take back. */
export async function recordNews(entry: InboxEntry): Promise<Result<boolean>> {
  const db = database();
  try {
    return await db.transaction('rw', db.inbox, async () => {
      const before = await db.inbox.get(entry.id);
      if (before?.kind === entry.kind) return ok(false);
      await db.inbox.put(entry);
      return ok(true);
    });
  } catch (error) {
    return storageProblem(error);
  }
}

/** Marks one entry as read or unread. Answers how many changed. */
export async function setRead(id: string, read: boolean): Promise<Result<number>> {
  return counted(read ? 'Mark as read' : 'Mark as unread', async () => {
    const before = await database().inbox.get(id);
    return before && before.read !== read ? [{ table: 'inbox', before, after: { ...before, read } }] : [];
  });
}

/** Marks everything as read. Answers how many changed. */
export async function readAll(): Promise<Result<number>> {
  return counted('Mark all as read', () => readingOf((entry) => !entry.read));
}

/** What marks the entries that meet a condition as read, for an edit that does so among other things. */
export async function readingOf(which: (entry: InboxEntry) => boolean): Promise<readonly Change[]> {
  const entries = await database().inbox.filter(which).toArray();
  return entries.map((before) => ({ table: 'inbox', before, after: { ...before, read: true } }));
}

async function counted(label: string, prepare: () => Promise<readonly Change[]>): Promise<Result<number>> {
  let count = 0;
  const done = await edit(label, async () => {
    const changes = await prepare();
    count = changes.length;
    return changes;
  });
  return done.ok ? ok(count) : done;
}
