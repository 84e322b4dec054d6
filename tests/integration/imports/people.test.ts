import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAffiliate, editAffiliate } from '#renderer/db/affiliates.ts';
import { knownPeople, storePeople, undoPeople } from '#renderer/db/people-store.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { planPeople, sourceOf } from '#shared/domain/imports/people-plan.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { isVcard, vcardCsv } from '#shared/domain/imports/vcard.ts';
import { importOf, newDesk, valueOf } from '#tests/integration/db/desk.ts';
import { readList, type ReadList } from '#tests/unit/imports/people/read-people.ts';
import { rowsIn } from './take-file.ts';

const EXPORTS = join(import.meta.dirname, '../../fixtures/exports');
const lists = readdirSync(EXPORTS).filter((name) => name.endsWith('-people'));

const bytesOf = (name: string): Uint8Array => {
  const file = readdirSync(join(EXPORTS, name)).find((each) => each.startsWith('people.')) ?? '';
  return new Uint8Array(readFileSync(join(EXPORTS, name, file)));
};

let database: DeskDatabase;
beforeEach(async () => {
  database = await newDesk();
});
afterEach(() => database.delete());

const signal = new AbortController().signal;

async function take(sequence: number, { recognition, drafts }: ReadList): Promise<ImportRecord> {
  const { profileId, network } = recognition;
  const record = importOf(sequence, { profileId, network });
  const plan = planPeople(drafts, await knownPeople(database), sourceOf(recognition));
  return valueOf(await storePeople(database, drafts, plan, [], record, signal));
}
const undo = async (sequence: number): Promise<ImportRecord> =>
  valueOf(await undoPeople(database, `i${sequence}`, 99, () => false, signal));

/** Affiliates and their accounts, without what differs from one storing to the next. */
async function everyone(): Promise<readonly unknown[]> {
  const links = await database.links.toArray();
  return (await database.affiliates.toArray())
    .map(({ id, createdAt: _, createdByImport: __, ...affiliate }) => ({
      ...affiliate,
      accounts: links
        .filter(({ affiliateId }) => affiliateId === id)
        .map(({ network, partnerId, status }) => `${network} ${partnerId} ${status}`)
        .sort(),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const isOnlyNamed = ({ accounts, contacts, sites, paymentEmail }: PersonDraft): boolean =>
  accounts.length + sites.length === 0 && paymentEmail === '' && contacts.every(({ email }) => email === '');

const nothingLeft = async (): Promise<void> => {
  expect(await database.affiliates.count()).toBe(0);
  expect(await database.links.count()).toBe(0);
  expect(await database.mentions.count()).toBe(0);
};

it('there are lists of every kind', () => {
  expect(lists.length).toBeGreaterThan(11);
});

describe.each(lists)('%s', (name) => {
  const bytes = bytesOf(name);
  const list = readList(bytes);

  it('accounts for every row', () => {
    const { drafts, rejectedRows, skipped, recognition, issues } = list;
    const text = isVcard(bytes.subarray(0, 512)) ? vcardCsv(bytes) : bytes;
    expect(drafts.length + rejectedRows + skipped.length).toBe(
      rowsIn(text, recognition) - recognition.dialect.headerRows,
    );
    const rejected = issues.filter(({ effect }) => effect === 'rejected');
    expect(new Set(rejected.map(({ line }) => line)).size).toBe(rejectedRows);
  });

  it('is stored once: again it adds nothing, and taking it back leaves nothing', async () => {
    const first = await take(1, list);
    expect(first.counts.new).toBe(list.drafts.length);
    const once = await everyone();
    expect(once).toHaveLength(first.newAffiliateIds.length);
    const again = await take(2, list);
    // Whom nothing but a name tells is nobody who is known (people-plan.ts).
    expect(again.newAffiliateIds).toHaveLength(list.drafts.filter(isOnlyNamed).length);
    expect(again.counts.changed).toBe(0);
    await undo(2);
    expect(await everyone()).toEqual(once);
    await undo(1);
    await nothingLeft();
  });

  it('may be taken back before what was imported again after it', async () => {
    await take(1, list);
    const once = await everyone();
    await take(2, list);
    await undo(1);
    expect(await everyone()).toEqual(once);
    await undo(2);
    await nothingLeft();
  });

  it('leaves hers as they were', async () => {
    const [someone] = list.drafts;
    const id = valueOf(await addAffiliate('Hers', 1));
    valueOf(await editAffiliate(id, { sites: someone?.sites ?? [], contacts: [], notes: 'Mine' }, 2));
    const before = { affiliates: await database.affiliates.toArray(), links: await database.links.toArray() };
    await take(1, list);
    await undo(1);
    expect({ affiliates: await database.affiliates.toArray(), links: await database.links.toArray() }).toEqual(before);
  });
});

it('lists of all kinds, one after the other, can be taken back in any order', async () => {
  const all = lists.map((name) => readList(bytesOf(name)));
  const takeAll = async (from: number): Promise<void> => {
    for (const [at, list] of all.entries()) await take(from + at, list);
  };
  await takeAll(1);
  const taken = await everyone();
  const numbers = all.map((_, at) => at + 1);
  for (const number of numbers.toReversed()) await undo(number);
  await nothingLeft();

  const next = numbers.length + 1;
  await takeAll(next);
  expect(await everyone()).toEqual(taken);
  // Odd ones first, then even ones.
  for (const odd of [1, 0]) for (const at of all.keys()) if (at % 2 === odd) await undo(next + at);
  await nothingLeft();
});
