import { afterContact } from '#shared/domain/tasks/next-task.ts';
import { calendarNow } from './calendar.ts';
import { database } from './connection.ts';
import type { Change } from './records.ts';

/**
 * What follows from an edit in which the last contact with affiliates moves on: their open tasks that come so long after it are
 * due later. A part of the same edit, so that undo takes both back. A task that the edit changes itself is left to it.
 */
export async function followContact(changes: readonly Change[]): Promise<readonly Change[]> {
  const moved = new Map(
    changes.flatMap((change) =>
      change.table === 'affiliates' && change.after && change.after.lastContact > (change.before?.lastContact ?? '')
        ? [[change.after.id, change.after.lastContact] as const]
        : [],
    ),
  );
  if (moved.size === 0) return [];
  const own = new Set(
    changes.flatMap(({ table, before, after }) => (table === 'tasks' ? [(after ?? before)?.id] : [])),
  );
  const tasks = await database()
    .tasks.filter(
      ({ id, affiliateId, repeat, doneAt }) =>
        repeat?.kind === 'after-contact' && doneAt === null && moved.has(affiliateId ?? '') && !own.has(id),
    )
    .toArray();
  const calendar = await calendarNow();
  return tasks.flatMap((before): readonly Change[] => {
    const lastContact = moved.get(before.affiliateId ?? '');
    const after = lastContact ? afterContact(before, lastContact, calendar) : before;
    return after === before ? [] : [{ table: 'tasks', before, after }];
  });
}
