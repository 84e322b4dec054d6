import { timeline, type MetImport, type TimelineEntry } from '#shared/domain/tasks/timeline.ts';
import { activitiesOf } from './activities.ts';
import { database } from './connection.ts';

/** Everything that happened with an affiliate, newest first. For liveQuery. */
export async function timelineOf(affiliateId: string): Promise<readonly TimelineEntry[]> {
  const { tasks, questions } = database();
  return timeline({
    activities: await activitiesOf(affiliateId),
    tasks: await tasks.where({ affiliateId }).toArray(),
    questions: await questions.where({ affiliateId }).toArray(),
    imports: await importsOf(affiliateId),
  });
}

/** The standing imports that brought an affiliate or an account of theirs, or whose list spoke of them. */
async function importsOf(affiliateId: string): Promise<readonly MetImport[]> {
  const { affiliates, imports, links, mentions } = database();
  const theirs = await mentions.where({ affiliateId }).toArray();
  const accounts = Map.groupBy(await links.where({ affiliateId }).toArray(), ({ createdByImport }) => createdByImport);
  const broughtBy = (await affiliates.get(affiliateId))?.createdByImport ?? null;
  const ids = new Set([...theirs.map(({ importId }) => importId), ...accounts.keys(), broughtBy]);
  const records = await imports.bulkGet([...ids].filter((id) => id !== null));
  return records.flatMap((record) =>
    record?.undoneAt === null
      ? [
          {
            record,
            brought: record.id === broughtBy,
            mention: theirs.find(({ importId }) => importId === record.id) ?? null,
            accounts: accounts.get(record.id) ?? [],
          },
        ]
      : [],
  );
}
