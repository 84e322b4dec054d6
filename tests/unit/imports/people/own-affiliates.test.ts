import { afterEach, describe, expect, it } from 'vitest';
import { exportAffiliates } from '#renderer/features/affiliates/export-affiliates.ts';
import { recordColumns } from '#renderer/features/affiliates/record-columns.tsx';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { fakeDesk } from '#renderer/platform/fake-desk.ts';
import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import { accountsIn, accountsText } from '#shared/domain/affiliates/person.ts';
import { planPeople, sourceOf } from '#shared/domain/imports/people-plan.ts';
import { makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { affiliateFacts } from '#shared/domain/search/affiliate-list.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';
import { readList } from './read-people.ts';

afterEach(() => replaceDesk(null));

const paws = newAffiliate({
  id: 'a1',
  name: '=Paws & Co',
  company: 'Paws, Inc.',
  country: 'US',
  contacts: [
    { name: 'Jane', email: 'jane@paws.com', phone: '', role: '', source: '' },
    { name: 'Joe', email: 'joe@paws.com', phone: '', role: '', source: '' },
  ],
  paymentEmail: 'pay@paws.com',
  sites: ['https://paws.com', 'https://paws.de'],
  couponCodes: ['PAWS10', '00123'],
  tags: ['vip', 'slow payer'],
  joined: '2024-03-05' as Day,
  standing: { stageId: 'active', since: 0, reason: '' },
  createdAt: 0,
  createdByImport: null,
  editedAt: null,
});
const links = [
  newLink({ network: 'Awin', partnerId: '00771', affiliateId: 'a1', status: 'Active' }),
  newLink({ network: 'Impact', partnerId: '9', affiliateId: 'a1' }),
];

describe('the list of affiliates as a file', () => {
  it('reads back who they are, and says nothing new of those who are known', async () => {
    const desk = fakeDesk();
    replaceDesk(desk);
    const [facts] = affiliateFacts({
      directory: makeDirectory([paws], links),
      stages: FIRST_STAGES,
      bounds: { micro: 1, mid: 2, macro: 3 },
      tasks: [],
    });
    if (!facts) throw new Error('There is one.');
    const format = makeFormat('en-US', 'UTC');
    const columns = recordColumns({ format, today: '2026-11-23' as Day, customFields: [], tags: [] });
    await exportAffiliates(columns, [{ ...facts, byCurrency: [], clicks: null, lastConversion: null }]);

    const list = readList(new TextEncoder().encode(desk.saved[0]?.text));
    expect(list.recognition.profileId).toBe('affiliate-desk-affiliates');
    expect(list.issues).toEqual([]);
    expect(list.drafts).toMatchObject([
      {
        name: paws.name,
        company: paws.company,
        country: 'US',
        paymentEmail: paws.paymentEmail,
        joined: paws.joined,
        sites: paws.sites,
        couponCodes: paws.couponCodes,
        tags: paws.tags,
        accounts: [
          { network: 'Awin', partnerId: '00771', status: 'Active' },
          { network: 'Impact', partnerId: '9', status: '' },
        ],
      },
    ]);
    expect(list.drafts[0]?.contacts.map(({ email }) => email)).toEqual(['jane@paws.com', 'joe@paws.com']);

    const plan = planPeople(list.drafts, { affiliates: [paws], links }, sourceOf(list.recognition));
    expect(plan.people.map(({ kind, differences }) => [kind, differences])).toEqual([['same', []]]);
  });

  it('has accounts in one text that names them again', () => {
    const accounts = [
      { network: 'Pepperjam Ascend', partnerId: '12 34', status: '' },
      { network: 'Awin', partnerId: '7', status: 'Under review (old)' },
    ];
    expect(accountsIn(accountsText(accounts))).toEqual(accounts);
    expect(accountsIn('')).toEqual([]);
    expect(accountsIn('none')).toEqual([]);
  });
});
