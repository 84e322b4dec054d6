import type { Activity } from '#shared/domain/affiliates/activity.ts';
import type { Contact } from '#shared/domain/affiliates/affiliate.ts';
import { emailKey } from '#shared/domain/affiliates/domains.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { activityChanges, type ActivityOptions } from './activities.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';

/** Writes down what was sent to many, or came from somebody, in one step. Answers how many of them were not there yet. */
export async function logAll(
  label: string,
  activities: readonly Activity[],
  options: ActivityOptions,
): Promise<Result<number>> {
  let added = 0;
  const done = await edit(label, async () => {
    const changes = await activityChanges(activities, options);
    added = changes.filter(({ table }) => table === 'activities').length;
    return changes;
  });
  return done.ok ? ok(added) : done;
}

/** Adds an address to an affiliate's contacts; false if they have it already. `no-affiliate` if they are gone. */
export async function addContact(
  affiliateId: string,
  { name, email }: Pick<Contact, 'name' | 'email'>,
  now: number,
): Promise<Result<boolean>> {
  let found = false;
  let added = false;
  const done = await edit('Add a contact', async () => {
    const before = await database().affiliates.get(affiliateId);
    if (!before) return [];
    found = true;
    if (before.contacts.some((contact) => emailKey(contact.email) === emailKey(email))) return [];
    added = true;
    const contacts = [...before.contacts, { name, email, phone: '', role: '', source: '' }];
    return [{ table: 'affiliates', before, after: { ...before, contacts, editedAt: now } }];
  });
  if (!done.ok) return done;
  return found ? ok(added) : fail('no-affiliate', 'This affiliate is no longer there. Nothing was changed.');
}
