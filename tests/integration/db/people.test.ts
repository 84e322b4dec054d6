import 'fake-indexeddb/auto';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { addAffiliate, editAffiliate } from '#renderer/db/affiliates.ts';
import { storeImport, storeUndo } from '#renderer/db/ledger-store.ts';
import { knownPeople, storePeople, undoPeople } from '#renderer/db/people-store.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { planPeople, sourceOf, type PersonChoice } from '#shared/domain/imports/people-plan.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { Result } from '#shared/lib/result.ts';
import { contact, person } from '#tests/unit/affiliates/person.ts';
import { importOf, newDesk, valueOf } from './desk.ts';

let database: DeskDatabase;
beforeEach(async () => {
  database = await newDesk();
});
afterEach(() => database.delete());

const signal = new AbortController().signal;
const nobody = () => false;

async function list(
  sequence: number,
  drafts: readonly PersonDraft[],
  known: Partial<ImportRecord> = {},
  choices: readonly PersonChoice[] = [],
): Promise<Result<ImportRecord>> {
  const record = importOf(sequence, known);
  const plan = planPeople(drafts, await knownPeople(database), sourceOf(record));
  return storePeople(database, drafts, plan, choices, record, signal);
}
const undo = async (sequence: number, needed: (partner: PartnerKey) => boolean = nobody): Promise<ImportRecord> =>
  valueOf(await undoPeople(database, `i${sequence}`, 99, needed, signal));

/** Transactions of these partners, as far as affiliates and links go. */
const transactions = (
  sequence: number,
  partners: readonly string[],
  choices: readonly (readonly [string, string | null])[] = [],
  email = '',
): Promise<Result<ImportRecord>> =>
  storeImport(
    database,
    { put: [], remove: [], removedRows: 0 },
    importOf(sequence, { kind: 'transactions', network: 'Impact', profileId: 'impact-action-listing' }),
    partners.map((partnerId) => ({ network: 'Impact', partnerId, name: `Partner ${partnerId}`, email, site: '' })),
    choices.map(([partnerId, affiliateId]) => ({ network: 'Impact', partnerId, affiliateId })),
    { signal, onRows: () => {} },
  );
const undoTransactions = async (sequence: number, needed: (partner: PartnerKey) => boolean = nobody) =>
  valueOf(
    await storeUndo(database, { put: [], remove: [], removedRows: 0 }, `i${sequence}`, 99, needed, {
      signal,
      onRows: () => {},
    }),
  );

const people = async (): Promise<readonly Affiliate[]> =>
  (await database.affiliates.toArray()).sort((a, b) => (a.name < b.name ? -1 : 1));
const names = async (): Promise<readonly string[]> => (await people()).map(({ name }) => name);
const links = async (): Promise<readonly string[]> => {
  const byId = new Map((await people()).map(({ id, name }) => [id, name]));
  return (await database.links.toArray()).map(
    ({ network, partnerId, affiliateId, status }) => `${network} ${partnerId} ${status}: ${byId.get(affiliateId)}`,
  );
};

const JANE = person({ lines: [2], company: 'Paws', contacts: [contact('Jane', 'jane@paws.com')] });
const TOM = person({ lines: [3], company: 'Paws', contacts: [contact('Tom', 'tom@paws.com')], country: 'DE' });
const IMPACT = { network: 'Impact', profileId: 'impact-partners' };
const account = (partnerId: string, status = 'Active') => ({ network: 'Impact', partnerId, status });

describe('a list of people', () => {
  test('is stored as planned: new affiliates, contacts of one company together, links, and a record of it', async () => {
    const record = valueOf(await list(1, [JANE, TOM, person({ lines: [4], name: 'Barks', accounts: [account('8')] })]));
    expect(await names()).toEqual(['Barks', 'Paws']);
    expect((await people())[1]).toMatchObject({
      company: 'Paws',
      country: 'DE',
      contacts: [{ email: 'jane@paws.com' }, { email: 'tom@paws.com' }],
      createdByImport: 'i1',
      editedAt: null,
    });
    expect(await links()).toEqual(['Impact 8 Active: Barks']);
    expect(record.counts).toEqual({ new: 3, changed: 0, same: 0, older: 0, repeated: 0 });
    expect(record.newAffiliateIds).toHaveLength(2);
    expect(await database.imports.get('i1')).toEqual(record);
    expect(await database.meta.get('ledger')).toMatchObject({ sequence: 1 });

    const again = valueOf(await list(2, [JANE, TOM]));
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, older: 0, repeated: 0 });
    expect(again.newAffiliateIds).toEqual([]);
  });

  test('changes what came from its own source, and keeps what she wrote', async () => {
    valueOf(await list(1, [person({ name: 'Paws', country: 'DE', accounts: [account('7')] })], IMPACT));
    const [paws] = await people();
    valueOf(await editAffiliate(paws?.id ?? '', { name: 'Paws & Claws' }, 20));
    valueOf(await list(2, [person({ name: 'PAWS', country: 'AT', accounts: [account('7', 'Expired')] })], IMPACT));
    expect(await people()).toMatchObject([{ name: 'Paws & Claws', country: 'AT', editedAt: 20 }]);
    expect(await links()).toEqual(['Impact 7 Expired: Paws & Claws']);
  });

  test('asks where it may be several, and is new unless one is chosen', async () => {
    const a = valueOf(await addAffiliate('A', 1));
    const b = valueOf(await addAffiliate('B', 1));
    for (const id of [a, b]) await database.affiliates.update(id, { sites: ['paws.com'] });
    const record = valueOf(await list(1, [JANE], {}, []));
    expect(await names()).toEqual(['A', 'B', 'Paws']);
    await undo(1);
    expect(await names()).toEqual(['A', 'B']);
    valueOf(await list(2, [JANE], {}, [{ line: 2, affiliateId: b }]));
    expect(await names()).toEqual(['A', 'B']);
    expect((await people())[1]).toMatchObject({ company: 'Paws', contacts: [{ email: 'jane@paws.com' }] });
    expect(record.counts.new).toBe(1);
  });

  test('may be told that who is proposed is somebody new', async () => {
    valueOf(await list(1, [JANE]));
    const record = valueOf(await list(2, [TOM], {}, [{ line: 3, affiliateId: null }]));
    expect(record.counts.new).toBe(1);
    expect(await names()).toEqual(['Paws', 'Paws']);
  });

  test('is stale once somebody it was held against has changed, and then nothing is written', async () => {
    valueOf(await list(1, [JANE]));
    const plan = planPeople([TOM], await knownPeople(database), 'hubspot-contacts');
    const [paws] = await people();
    valueOf(await editAffiliate(paws?.id ?? '', { name: 'Claws' }, 20));
    const stale = { ok: false, error: { code: 'stale' } };
    expect(await storePeople(database, [TOM], plan, [], importOf(2), signal)).toMatchObject(stale);
    const gone = await list(2, [TOM], {}, [{ line: 3, affiliateId: 'gone' }]);
    expect(gone).toMatchObject(stale);
    expect(await list(3, [TOM])).toMatchObject(stale);
    expect(await database.imports.count()).toBe(1);
    expect((await people())[0]?.contacts).toHaveLength(1);
  });

  test('that is stopped leaves nothing behind', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    const plan = planPeople([JANE], await knownPeople(database), 'hubspot-contacts');
    await expect(storePeople(database, [JANE], plan, [], importOf(1), stopped)).rejects.toThrow('stopped');
    expect(await names()).toEqual([]);
    expect(await database.imports.count()).toBe(0);
  });
});

describe('undoing a list', () => {
  test('takes back what it brought and changed, and nothing else', async () => {
    const id = valueOf(await addAffiliate('Hers', 1));
    await database.affiliates.update(id, { sites: ['hers.com'] });
    const before = await people();
    valueOf(
      await list(1, [
        JANE,
        person({ lines: [4], company: 'Hers Ltd', sites: ['hers.com/x'], tags: ['vip'], accounts: [account('9')] }),
      ]),
    );
    expect(await links()).toEqual(['Impact 9 Active: Hers']);
    expect((await undo(1)).undoneAt).toBe(99);
    expect(await people()).toEqual(before);
    expect(await links()).toEqual([]);
    expect(await database.mentions.count()).toBe(0);
    expect(await undoPeople(database, 'i1', 99, nobody, signal)).toMatchObject({ error: { code: 'undone' } });
  });

  test('keeps whom she has edited since, and what she has changed', async () => {
    valueOf(await list(1, [JANE, person({ lines: [5], company: 'Barks', contacts: [contact('Bo', 'bo@barks.com')] })]));
    const paws = (await people()).find(({ name }) => name === 'Paws');
    valueOf(await editAffiliate(paws?.id ?? '', { notes: 'Nice' }, 20));
    await undo(1);
    expect(await people()).toMatchObject([{ name: 'Paws', notes: 'Nice', contacts: [{ email: 'jane@paws.com' }] }]);
  });

  test('keeps whom a later list speaks of, in whichever order both go', async () => {
    valueOf(await list(1, [JANE]));
    valueOf(await list(2, [JANE, TOM]));
    await undo(1);
    expect(await people()).toMatchObject([{ name: 'Paws', country: 'DE' }]);
    await undo(2);
    expect(await people()).toEqual([]);
  });

  test('keeps links that transactions need, without what it said of them', async () => {
    valueOf(await list(1, [person({ name: 'Paws', accounts: [account('7'), account('8')] })], IMPACT));
    valueOf(await transactions(2, ['7']));
    await undo(1, ({ partnerId }) => partnerId === '7');
    expect(await links()).toEqual(['Impact 7 : Paws']);
    await undoTransactions(2);
    expect(await people()).toEqual([]);
    expect(await links()).toEqual([]);
  });
});

describe('partners of transactions', () => {
  test('are linked to the affiliate that was chosen, else to a new one who has what the file tells', async () => {
    const id = valueOf(await addAffiliate('Hers', 1));
    const record = valueOf(await transactions(1, ['7', '8'], [['7', id]], 'x@paws.com'));
    expect(await links()).toEqual(['Impact 7 : Hers', 'Impact 8 : Partner 8']);
    expect((await people())[1]).toMatchObject({
      contacts: [{ email: 'x@paws.com', source: 'Impact' }],
      sources: { name: 'Impact' },
      createdByImport: 'i1',
    });
    expect(record.newAffiliateIds).toHaveLength(1);
    // Choices for partners that are linked already change nothing.
    valueOf(await transactions(2, ['7'], [['7', record.newAffiliateIds[0] ?? '']]));
    expect(await links()).toEqual(['Impact 7 : Hers', 'Impact 8 : Partner 8']);
  });

  test('whose chosen affiliate has gone store nothing', async () => {
    expect(await transactions(1, ['7', '8'], [['8', 'gone']])).toMatchObject({ error: { code: 'stale' } });
    expect(await database.imports.count()).toBe(0);
    expect(await names()).toEqual([]);
  });

  test('lose links and new affiliates with their import, unless live rows need them', async () => {
    const id = valueOf(await addAffiliate('Hers', 1));
    valueOf(await transactions(1, ['7', '8', '9'], [['7', id]]));
    valueOf(await transactions(2, ['7', '9']));
    await undoTransactions(1, ({ partnerId }) => partnerId !== '8');
    expect(await links()).toEqual(['Impact 7 : Hers', 'Impact 9 : Partner 9']);
    await undoTransactions(2);
    expect(await links()).toEqual([]);
    expect(await names()).toEqual(['Hers']);
  });

  test('stay with whoever a list has named since', async () => {
    valueOf(await transactions(1, ['7']));
    valueOf(await list(2, [person({ name: 'Paws', accounts: [account('7')] })], IMPACT));
    await undoTransactions(1);
    expect(await links()).toEqual(['Impact 7 Active: Paws']);
    await undo(2);
    expect(await names()).toEqual([]);
  });
});
