import {
  newAffiliate,
  type Affiliate,
  type PartnerLink,
  type SingleField,
} from '#shared/domain/affiliates/affiliate.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';

/** All affiliates, by name. For liveQuery. */
export async function allAffiliates(): Promise<readonly Affiliate[]> {
  const affiliates = await database().affiliates.toArray();
  return affiliates.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** One affiliate, null if there is none of that id. For liveQuery. */
export async function affiliateById(id: string): Promise<Affiliate | null> {
  return (await database().affiliates.get(id)) ?? null;
}

/** All links between partner ids and affiliates. For liveQuery. */
export async function allLinks(): Promise<readonly PartnerLink[]> {
  return database().links.toArray();
}

/** The partner ids of one affiliate. For liveQuery. */
export async function linksOf(affiliateId: string): Promise<readonly PartnerLink[]> {
  return database().links.where('affiliateId').equals(affiliateId).toArray();
}

/** The affiliate behind a network's partner id, null if that partner is linked to none. */
export async function affiliateOf({ network, partnerId }: PartnerKey): Promise<Affiliate | null> {
  const link = await database().links.get([network, partnerId]);
  return link ? affiliateById(link.affiliateId) : null;
}

/** Adds an affiliate by hand, of whom only the name is known; answers its id. It can be undone. */
export async function addAffiliate(name: string, now: number): Promise<Result<string>> {
  const after = newAffiliate({ id: crypto.randomUUID(), name, createdAt: now, createdByImport: null, editedAt: now });
  const done = await edit(`Add ${name}`, () => Promise.resolve([{ table: 'affiliates', before: null, after }]));
  return done.ok ? ok(after.id) : done;
}

/** What a person can say of an affiliate. */
export type AffiliateWish = Partial<
  Pick<
    Affiliate,
    | SingleField
    | 'contacts'
    | 'sites'
    | 'social'
    | 'couponCodes'
    | 'tags'
    | 'kind'
    | 'language'
    | 'tier'
    | 'audiences'
    | 'codeEnds'
    | 'contractEnd'
    | 'lastContact'
    | 'custom'
    | 'agreements'
    | 'privacy'
    | 'foundThrough'
  >
>;

/**
 * Changes what is said of an affiliate; answers false if that is what is said already. It can be undone. From then on it is hers: no list
 * changes the value, and the affiliate outlives the undoing of the import they came with.
 */
export async function editAffiliate(id: string, wish: AffiliateWish, now: number): Promise<Result<boolean>> {
  const { affiliates } = database();
  const notesAlone = Object.keys(wish).join() === 'notes';
  const label = wish.name === undefined ? (notesAlone ? 'Edit notes' : 'Edit an affiliate') : `Rename to ${wish.name}`;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await affiliates.get(id);
    if (!before) return [];
    const sources = Object.fromEntries(
      Object.entries(before.sources).filter(([field]) => {
        const said = wish[field as SingleField];
        return said === undefined || said === before[field as SingleField];
      }),
    );
    const after: Affiliate = { ...before, ...wish, sources, editedAt: now };
    const same = { ...after, editedAt: before.editedAt };
    changed = JSON.stringify(same) !== JSON.stringify(before);
    return changed ? [{ table: 'affiliates', before, after }] : [];
  });
  return done.ok ? ok(changed) : done;
}
