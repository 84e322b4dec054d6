import { newAffiliate, newLink, type Affiliate, type PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import { emailKey } from '#shared/domain/affiliates/domains.ts';
import { accountPlace } from '#shared/domain/affiliates/places.ts';
import type { MetPartner, PartnerChoice } from '#shared/domain/affiliates/propose.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import type { DeskDatabase } from './schema.ts';

const keyOf = ({ network, partnerId }: PartnerKey): [string, string] => [network, partnerId];

/** Those of the partners that no affiliate is linked to yet. */
export async function unlinkedPartners(
  database: DeskDatabase,
  partners: readonly MetPartner[],
): Promise<readonly MetPartner[]> {
  const links = await database.links.bulkGet(partners.map(keyOf));
  return partners.filter((_, at) => links[at] === undefined);
}

/**
 * Links every partner that has no link: to the affiliate that was chosen, else to a new one. Answers the ids of the new ones. For
 * the transaction of an import; `stale`, and nothing written, if a chosen affiliate is no longer there.
 */
export async function linkPartners(
  database: DeskDatabase,
  { id: importId, appliedAt }: ImportRecord,
  partners: readonly MetPartner[],
  choices: readonly PartnerChoice[],
): Promise<Result<readonly string[]>> {
  const { affiliates, links } = database;
  const chosen = new Map(choices.map((choice) => [keyOf(choice).join('\n'), choice.affiliateId]));
  const existing = [...new Set([...chosen.values()].filter((id) => id !== null))];
  if ((await affiliates.bulkGet(existing)).includes(undefined))
    return fail('stale', 'An affiliate that you chose is no longer there. Read the file again.');
  const unlinked = await unlinkedPartners(database, partners);
  const added: Affiliate[] = [];
  const linked: PartnerLink[] = [];
  for (const partner of unlinked) {
    const { network, partnerId, name, email, site } = partner;
    let affiliateId = chosen.get(keyOf(partner).join('\n')) ?? null;
    if (affiliateId === null) {
      affiliateId = crypto.randomUUID();
      added.push(
        newAffiliate({
          id: affiliateId,
          name: name || partnerId,
          contacts:
            emailKey(email) === '' ? [] : [{ name: '', email: email.trim(), phone: '', role: '', source: network }],
          sites: site === '' ? [] : [site],
          sources: { name: network },
          createdAt: appliedAt,
          createdByImport: importId,
          editedAt: null,
        }),
      );
    }
    linked.push(newLink({ network, partnerId, affiliateId, createdByImport: importId }));
  }
  // All at once: an export may bring thousands, and to wait for one after the other takes as long as its transactions.
  await affiliates.bulkAdd(added);
  await links.bulkAdd(linked);
  return ok(added.map(({ id }) => id));
}

/**
 * Removes links that undone imports had made and that nobody needs: no live rows of the partner, no list that names the account, and
 * not the account of an affiliate who came with it and has been edited.
 * Then the affiliates that undone imports had brought, unless someone has edited them, a list still speaks of them, or a link is
 * left to them. For the transaction of an undoing. `needed`: a partner has live rows.
 */
export async function removeUnneeded(database: DeskDatabase, needed: (partner: PartnerKey) => boolean): Promise<void> {
  const { imports, affiliates, links, mentions } = database;
  const undone = await imports.filter((each) => each.undoneAt !== null).primaryKeys();
  const suspects = await links
    .where('createdByImport')
    .anyOf(undone)
    .filter((link) => !needed(link))
    .toArray();
  const mentioned = await mentions
    .where('affiliateId')
    .anyOf([...new Set(suspects.map(({ affiliateId }) => affiliateId))])
    .toArray();
  const named = new Set(
    mentioned.flatMap(({ affiliateId, said }) => said.map(({ place }) => `${affiliateId} ${place}`)),
  );
  const theirs = await affiliates.bulkGet(suspects.map(({ affiliateId }) => affiliateId));
  // Whom someone has made their own keeps the account they came with: the same export would else bring them a second time.
  const isOwn = (link: PartnerLink, at: number): boolean =>
    theirs[at]?.createdByImport === link.createdByImport && theirs[at]?.editedAt !== null;
  await links.bulkDelete(
    suspects
      .filter((link, at) => !isOwn(link, at) && !named.has(`${link.affiliateId} ${accountPlace(link)}`))
      .map(keyOf),
  );
  const untouched = await affiliates
    .where('createdByImport')
    .anyOf(undone)
    .filter((affiliate) => affiliate.editedAt === null)
    .primaryKeys();
  const kept = new Set([
    ...(await links.where('affiliateId').anyOf(untouched).toArray()).map(({ affiliateId }) => affiliateId),
    ...(await mentions.where('affiliateId').anyOf(untouched).toArray()).map(({ affiliateId }) => affiliateId),
  ]);
  await affiliates.bulkDelete(untouched.filter((id) => !kept.has(id)));
}
