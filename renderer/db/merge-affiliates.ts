import { newAffiliate, type PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import { mergeAffiliates } from '#shared/domain/affiliates/merge.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';

const GONE = fail('no-affiliate', 'This affiliate is no longer there. Nothing was changed.');

/**
 * Makes one affiliate of two (shared/domain/affiliates/merge.ts): accounts, tasks, what happened, questions, materials and checklists
 * of `fromId` become those of `intoId`, and their transactions with them; `fromId` is gone. One step that can be undone. `no-affiliate` if either is not there.
 */
export async function mergeInto(fromId: string, intoId: string, now: number): Promise<Result<null>> {
  const { affiliates, links } = database();
  const [from, into] = await affiliates.bulkGet([fromId, intoId]);
  if (!from || !into || fromId === intoId) return GONE;
  return edit(`Merge ${from.name} into ${into.name}`, async () => {
    const [gone, kept] = await affiliates.bulkGet([fromId, intoId]);
    if (!gone || !kept) return [];
    const theirLinks = await links.where('affiliateId').equals(fromId).toArray();
    return [
      { table: 'affiliates', before: kept, after: { ...mergeAffiliates(kept, gone), editedAt: now } },
      { table: 'affiliates', before: gone, after: null },
      ...theirLinks.map((link) => moved(link, intoId)),
      ...(await theirThings(fromId, intoId)),
    ];
  });
}

/** What is written down about one affiliate, as being about another; a mail that both had is there once. */
async function theirThings(fromId: string, affiliateId: string): Promise<readonly Change[]> {
  const { tasks, activities, questions, given, progress } = database();
  const from = { affiliateId: fromId };
  const heard = new Set(
    (await activities.where({ affiliateId }).toArray()).flatMap(({ messageId }) =>
      messageId === '' ? [] : [messageId],
    ),
  );
  return [
    ...(await tasks.where(from).toArray()).map((before): Change => ({
      table: 'tasks',
      before,
      after: { ...before, affiliateId },
    })),
    ...(await activities.where(from).toArray()).map((before): Change => ({
      table: 'activities',
      before,
      after: heard.has(before.messageId) ? null : { ...before, affiliateId },
    })),
    ...(await questions.where(from).toArray()).map((before): Change => ({
      table: 'questions',
      before,
      after: { ...before, affiliateId },
    })),
    ...(await given.where(from).toArray()).map((before): Change => ({
      table: 'given',
      before,
      after: { ...before, affiliateId },
    })),
    ...(await progress.where(from).toArray()).map((before): Change => ({
      table: 'progress',
      before,
      after: { ...before, affiliateId },
    })),
  ];
}

/** Where an account goes: to somebody who is there, or to somebody new of that name. */
export type AccountTarget = { readonly affiliateId: string } | { readonly name: string };

/**
 * Moves a network account, and its transactions with it, to another affiliate or a new one. One step that can be undone. Answers the
 * id of who has it now; `no-affiliate` if they, or the account, are not there.
 */
export async function moveAccount(
  { network, partnerId }: PartnerKey,
  target: AccountTarget,
  now: number,
): Promise<Result<string>> {
  const { affiliates, links } = database();
  const existing = 'affiliateId' in target ? await affiliates.get(target.affiliateId) : null;
  const link = await links.get([network, partnerId]);
  if (existing === undefined || !link) return GONE;
  const stamp = { createdAt: now, createdByImport: null, editedAt: now };
  const after =
    'name' in target
      ? newAffiliate({ ...stamp, id: crypto.randomUUID(), name: target.name })
      : { ...(existing as NonNullable<typeof existing>), editedAt: now };
  const done = await edit(`Move ${network} ${partnerId} to ${after.name}`, async () => {
    const before = await links.get([network, partnerId]);
    if (!before || before.affiliateId === after.id) return [];
    return [{ table: 'affiliates', before: existing, after }, moved(before, after.id)];
  });
  return done.ok ? ok(after.id) : done;
}

/** A link that a person has moved stays, whichever import had made it. */
const moved = (before: PartnerLink, affiliateId: string): Change => ({
  table: 'links',
  before,
  after: { ...before, affiliateId, createdByImport: null },
});
