import { isContact, lastContactAfter, type Activity } from '#shared/domain/affiliates/activity.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';

/** What is on the timeline of one affiliate out of its own table, in no order. For liveQuery. */
export async function activitiesOf(affiliateId: string): Promise<readonly Activity[]> {
  return database().activities.where('affiliateId').equals(affiliateId).toArray();
}

/** An affiliate as they were (null: they are new) and as the caller makes them. */
export interface AffiliateChange {
  readonly before: Affiliate | null;
  readonly after: Affiliate;
}

export interface ActivityOptions {
  /** Epoch ms. */
  readonly now: number;
  /** The program's zone (IANA name): on which day a contact falls. */
  readonly zone: string;
  /** Affiliates that the same edit changes: their change is part of the answer, and the caller adds none of its own. */
  readonly affiliates?: readonly AffiliateChange[];
}

/**
 * What an edit changes that writes these activities down: they themselves, and one change for each affiliate they are about, whose
 * last contact moves on and who has been touched. A mail that the affiliate's timeline has already (by `messageId`) is left out, and so
 * is what is about somebody who is not there. For use inside `edit`.
 */
export async function activityChanges(
  activities: readonly Activity[],
  { now, zone, affiliates = [] }: ActivityOptions,
): Promise<readonly Change[]> {
  const people = new Map(affiliates.map((change): [string, AffiliateChange] => [change.after.id, change]));
  const unknown = [...new Set(activities.map(({ affiliateId }) => affiliateId))].filter((id) => !people.has(id));
  for (const before of await database().affiliates.bulkGet(unknown)) {
    if (before) people.set(before.id, { before, after: before });
  }
  const fresh = await unheard(activities.filter(({ affiliateId }) => people.has(affiliateId)));
  const theirs = Map.groupBy(fresh, ({ affiliateId }) => affiliateId);
  return [
    ...fresh.map((after): Change => ({ table: 'activities', before: null, after })),
    ...[...people.values()].flatMap(({ before, after }): readonly Change[] => {
      const about = theirs.get(after.id);
      if (!about) return before === after ? [] : [{ table: 'affiliates', before, after }];
      const lastContact = lastContactAfter(after.lastContact, about, now, zone);
      return [{ table: 'affiliates', before, after: { ...after, lastContact, editedAt: now } }];
    }),
  ];
}

/** Those that no timeline has yet: of mails with the same name one an affiliate. */
async function unheard(activities: readonly Activity[]): Promise<readonly Activity[]> {
  const named = activities.map(({ messageId }) => messageId).filter((messageId) => messageId !== '');
  const keyOf = ({ affiliateId, messageId }: Activity): string => `${affiliateId} ${messageId}`;
  const heard = named.length === 0 ? [] : await database().activities.where('messageId').anyOf(named).toArray();
  const known = new Set(heard.map(keyOf));
  return activities.filter((activity) => {
    if (activity.messageId === '') return true;
    const isNew = !known.has(keyOf(activity));
    known.add(keyOf(activity));
    return isNew;
  });
}

const LABELS: Readonly<Record<Activity['kind'], string>> = {
  mail: 'Log a mail',
  call: 'Log a call',
  meeting: 'Log a meeting',
  note: 'Add a note',
  stage: 'Log a stage change',
  commission: 'Log a commission change',
  file: 'Add a file',
  material: 'Log a material',
};

/** Writes an activity down. True if it is there now that was not: a mail is kept once. It can be undone. */
export async function addActivity(activity: Activity, options: ActivityOptions): Promise<Result<boolean>> {
  let added = false;
  const done = await edit(LABELS[activity.kind], async () => {
    const changes = await activityChanges([activity], options);
    added = changes.length > 0;
    return changes;
  });
  return done.ok ? ok(added) : done;
}

/** What she can put right of an activity. */
export type ActivityWish = Partial<Pick<Activity, 'kind' | 'at' | 'title' | 'text' | 'direction' | 'files'>>;

/** Changes an activity; false if that is what it says already, `no-activity` if it is gone. It can be undone. */
export async function editActivity(id: string, wish: ActivityWish, options: ActivityOptions): Promise<Result<boolean>> {
  return change(id, 'Edit the timeline', options, (activity) => ({ ...activity, ...wish }));
}

/** Takes an activity off the timeline; `no-activity` if it is gone. It can be undone. */
export async function deleteActivity(id: string, options: ActivityOptions): Promise<Result<boolean>> {
  return change(id, 'Delete from the timeline', options, () => null);
}

async function change(
  id: string,
  label: string,
  options: ActivityOptions,
  become: (activity: Activity) => Activity | null,
): Promise<Result<boolean>> {
  let found = false;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await database().activities.get(id);
    if (!before) return [];
    found = true;
    const after = become(before);
    changed = JSON.stringify(before) !== JSON.stringify(after);
    return changed ? [{ table: 'activities', before, after }, ...(await contactAfter(before, after, options))] : [];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : fail('no-activity', 'This is no longer on the timeline. Nothing was changed.');
}

/**
 * A contact that was put right or taken away: if it was the last one, the last is now the latest that is left. A later day that she has
 * written herself stays.
 */
async function contactAfter(
  before: Activity,
  after: Activity | null,
  { now, zone }: ActivityOptions,
): Promise<readonly Change[]> {
  const affiliate = await database().affiliates.get(before.affiliateId);
  if (!affiliate) return [];
  const wasLast = isContact(before) && affiliate.lastContact === dayOf(Math.min(before.at, now), zone);
  const others = wasLast ? (await activitiesOf(before.affiliateId)).filter(({ id }) => id !== before.id) : [];
  const left = after ? [...others, after] : others;
  const lastContact = lastContactAfter(wasLast ? '' : affiliate.lastContact, left, now, zone);
  return lastContact === affiliate.lastContact
    ? []
    : [{ table: 'affiliates', before: affiliate, after: { ...affiliate, lastContact, editedAt: now } }];
}
