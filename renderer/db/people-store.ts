import { newLink, type PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import { takeBack } from '#shared/domain/affiliates/mention.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { accountOf, placesOf, withPlaces, type Known } from '#shared/domain/affiliates/places.ts';
import {
  countPeople,
  planPeople,
  sourceOf,
  takePeople,
  type KnownPeople,
  type PeoplePlan,
  type PersonChoice,
} from '#shared/domain/imports/people-plan.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { removeUnneeded } from './partner-store.ts';
import type { MentionRecord } from './records.ts';
import type { DeskDatabase } from './schema.ts';
import { inOneTransaction, metaBefore, standingImport } from './store-steps.ts';

const keyOf = ({ network, partnerId }: PartnerKey): [string, string] => [network, partnerId];

/** Everyone who is known, to plan a list against. */
export async function knownPeople(database: DeskDatabase): Promise<KnownPeople> {
  const { affiliates, links } = database;
  return { affiliates: await affiliates.orderBy('id').toArray(), links: await links.orderBy(':id').toArray() };
}

/**
 * Writes the import of a list in one transaction: affiliates, links, what the list said of each, its record. Answers the record with
 * counts and new affiliates' ids as they came out after `choices`. `stale` if another import came in between, or if anything the
 * preview (`plan`, made from `drafts`) showed has changed since.
 */
export async function storePeople(
  database: DeskDatabase,
  drafts: readonly PersonDraft[],
  plan: PeoplePlan,
  choices: readonly PersonChoice[],
  record: ImportRecord,
  signal: AbortSignal,
): Promise<Result<ImportRecord>> {
  const { imports, affiliates, links, mentions, meta } = database;
  const { id: importId, sequence, appliedAt } = record;
  return inOneTransaction(signal, () =>
    database.transaction('rw', [imports, affiliates, links, mentions, meta], async () => {
      const before = await metaBefore(database, record);
      if (!before.ok) return before;
      const known = await knownPeople(database);
      const source = sourceOf(record);
      const now = planPeople(drafts, known, source);
      const there = new Set(known.affiliates.map(({ id }) => id));
      const gone = choices.some(({ affiliateId }) => affiliateId !== null && !there.has(affiliateId));
      if (gone || JSON.stringify(now) !== JSON.stringify(plan))
        return fail('stale', 'Affiliates have changed since this preview was made. Read the file again.');

      const ids = () => ({ id: crypto.randomUUID(), createdAt: appliedAt, importId });
      const people = takePeople(drafts, known, source, choices, ids);
      const said = new Map<string, MentionRecord>();
      const added: string[] = [];
      for (const { affiliateId, taken } of people) {
        const { id } = taken.affiliate;
        const created = affiliateId === null;
        if (created) added.push(id);
        const sofar = said.get(id);
        said.set(id, {
          importId,
          affiliateId: id,
          sequence,
          created: sofar?.created ?? created,
          said: [...(sofar?.said ?? []), ...taken.said],
        });
      }
      const last = new Map(people.map(({ taken }) => [taken.affiliate.id, taken]));
      await affiliates.bulkPut([...last.values()].map(({ affiliate }) => affiliate));
      await putLinks(database, [...last.values()], known.links, importId);
      await mentions.bulkAdd([...said.values()]);
      const stored = { ...record, counts: countPeople(people), newAffiliateIds: added };
      await imports.add(stored);
      await meta.put({ ...before.value, sequence });
      signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

/**
 * Takes the import of a list back in one transaction: what it said goes where nobody has changed it since and no later list says
 * the same; then the affiliates and links that nobody needs (partner-store.ts).
 */
export async function undoPeople(
  database: DeskDatabase,
  importId: string,
  undoneAt: number,
  needed: (partner: PartnerKey) => boolean,
  signal: AbortSignal,
): Promise<Result<ImportRecord>> {
  const { imports, affiliates, links, mentions } = database;
  return inOneTransaction(signal, () =>
    database.transaction('rw', [imports, affiliates, links, mentions], async () => {
      const record = await standingImport(database, importId);
      if (!record.ok) return record;
      const stored = { ...record.value, undoneAt };
      await imports.put(stored);
      for (const mention of await mentions.where('importId').equals(importId).toArray()) {
        await mentions.delete([importId, mention.affiliateId]);
        await takeBackMention(database, mention);
      }
      await removeUnneeded(database, needed);
      signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

async function takeBackMention(database: DeskDatabase, mention: MentionRecord): Promise<void> {
  const { affiliates, links, mentions } = database;
  const { affiliateId, sequence, created } = mention;
  const affiliate = await affiliates.get(affiliateId);
  // Whom it brought and a person has edited since is that person's own now.
  if (!affiliate || (created && affiliate.editedAt !== null)) return;
  const theirs = await links.where('affiliateId').equals(affiliateId).toArray();
  const others = await mentions.where('affiliateId').equals(affiliateId).sortBy('sequence');
  const later = others.filter((other) => other.sequence > sequence);
  const places = placesOf({ affiliate, accounts: theirs.map(accountOf) });
  const back = takeBack(places, mention, later);
  const left = withPlaces(affiliate, back.places);
  await affiliates.put(left.affiliate);
  await mentions.bulkPut([...back.later]);
  // Links that are no longer named go with `removeUnneeded`, if nobody needs them; until then nothing is known of their status.
  const named = new Set(left.accounts.map((account) => keyOf(account).join('\n')));
  const unnamed = theirs.map(accountOf).filter((account) => !named.has(keyOf(account).join('\n')));
  const accounts = [...left.accounts, ...unnamed.map((account) => ({ ...account, status: '' }))];
  await putLinks(database, [{ ...left, accounts }], theirs, mention.importId);
}

/** Adds the links that are not there, and changes the status of those that are. */
async function putLinks(
  { links }: DeskDatabase,
  people: readonly Known[],
  known: readonly PartnerLink[],
  importId: string,
): Promise<void> {
  const there = new Map(known.map((link) => [keyOf(link).join('\n'), link]));
  await links.bulkPut(
    people.flatMap(({ affiliate, accounts }) =>
      accounts.flatMap((account) => {
        const before = there.get(keyOf(account).join('\n'));
        if (!before) return [newLink({ ...account, affiliateId: affiliate.id, createdByImport: importId })];
        return before.status === account.status ? [] : [{ ...before, status: account.status }];
      }),
    ),
  );
}
