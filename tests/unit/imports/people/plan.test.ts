import { describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { planPeople, sourceOf, type KnownPeople } from '#shared/domain/imports/people-plan.ts';
import { contact, person } from '../../affiliates/person.ts';

const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...known });
const at = (email: string) => [{ ...contact('', email), source: '' }];
const account = (partnerId: string, network = 'Impact') => ({ network, partnerId, status: '' });

const KNOWN: KnownPeople = {
  affiliates: [
    affiliate('paws', { contacts: at('jane@paws.com'), company: 'Paws Ltd' }),
    affiliate('barks', { sites: ['barks.com'] }),
    affiliate('purrs', { sites: ['purrs.com'], paymentEmail: 'pay@gmail.com' }),
    affiliate('purrs2', { sites: ['www.purrs.com/2'] }),
  ],
  links: [newLink({ ...account('7'), affiliateId: 'purrs' })],
};
const NOBODY: KnownPeople = { affiliates: [], links: [] };

const rows = (...drafts: readonly Partial<PersonDraft>[]): readonly PersonDraft[] =>
  drafts.map((draft, index) => person({ lines: [index + 2], ...draft }));
const planned = (known: KnownPeople, ...drafts: readonly Partial<PersonDraft>[]): readonly string[] =>
  planPeople(rows(...drafts), known, 'list').people.map(
    ({ kind, affiliateId, because, draft, candidates }) =>
      `${draft.lines.join('+')} ${kind} ${[affiliateId ?? '-', because ?? '-', ...candidates.map((each) => each.affiliateId)].join(' ')}`,
  );

describe('whom a row means', () => {
  it.each<[string, Partial<PersonDraft>, string]>([
    [
      'is told by the network account first',
      { accounts: [account('7')], contacts: [contact('', 'jane@paws.com')] },
      'changed purrs account',
    ],
    [
      'is told by an e-mail address before a domain',
      { contacts: [contact('', 'Jane@PAWS.com')], sites: ['barks.com'] },
      'changed paws email paws',
    ],
    ['may be told by where they are paid', { contacts: [contact('', 'pay@gmail.com')] }, 'changed purrs email purrs'],
    ['may be told by the domain of a site', { sites: ['https://blog.barks.com/x'] }, 'same barks domain barks'],
    [
      'may be told by the domain of a business address',
      { contacts: [contact('', 'tom@paws.com')] },
      'changed paws domain paws',
    ],
    ['is asked about where it may be several', { sites: ['purrs.com'] }, 'ask - - purrs purrs2'],
    ['is never told by a name', { name: 'paws', company: 'Paws Ltd' }, 'new - -'],
    ['is new with another account, whatever its number', { accounts: [account('7', 'Awin')] }, 'new - -'],
  ])('%s', (_, draft, expected) => {
    expect(planned(KNOWN, draft)).toEqual([`2 ${expected}`]);
  });
});

describe('rows that mean one', () => {
  it('are those with an address or a domain in common, also by way of a third', () => {
    expect(
      planned(
        NOBODY,
        { contacts: [contact('Jane', 'jane@paws.com')], company: 'Paws' },
        { contacts: [contact('Tom', 'tom@gmail.com')], company: 'Paws' },
        { contacts: [contact('Ann', 'ann@paws.com'), contact('Ann', 'ann@gmail.com')] },
        { contacts: [contact('Ann', 'ANN@gmail.com')] },
        { sites: ['www.paws.com'] },
      ),
    ).toEqual(['2+4+5+6 new - -', '3 new - -']);
  });

  it('are not those that the list calls differently, nor the rows of a list of accounts', () => {
    expect(planned(NOBODY, { name: 'A', sites: ['paws.com'] }, { name: 'B', sites: ['paws.com'] })).toHaveLength(2);
    const sites = ['paws.com'];
    expect(planned(NOBODY, { accounts: [account('1')], sites }, { accounts: [account('2')], sites })).toHaveLength(2);
    expect(planned(NOBODY, { accounts: [account('1')] }, { accounts: [account('1')] })).toEqual(['2+3 new - -']);
  });

  it('are not the many whom a provider gives an address', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ contacts: [contact('', `p${at}@unheard-of.net`)] }));
    expect(planned(NOBODY, ...many(25))).toHaveLength(1);
    expect(planned(NOBODY, ...many(26))).toHaveLength(26);
    const known = {
      affiliates: many(26).map(({ contacts }, at) =>
        affiliate(`p${at}`, { contacts: contacts.map((each) => ({ ...each, source: '' })) }),
      ),
      links: [],
    };
    expect(planned(known, { contacts: [contact('', 'new@unheard-of.net')] })).toEqual(['2 new - -']);
    expect(planned(known, { contacts: [contact('', 'p3@unheard-of.net')] })).toEqual(['2 same p3 email p3']);
  });

  it('say together what each of them says, and of what there is one of, what the first says', () => {
    const { people, counts } = planPeople(
      rows(
        { contacts: [contact('Jane', 'jane@paws.com')], notes: 'a', country: '', joined: '2026-02-01' as never },
        { contacts: [contact('', 'jane@paws.com', '1')], company: 'Paws', country: 'DE', notes: 'b', tags: ['x'] },
        { contacts: [contact('Tom', 'tom@paws.com')], company: 'Claws', notes: 'a', joined: '2026-01-01' as never },
      ),
      NOBODY,
      'list',
    );
    expect(people).toMatchObject([
      {
        name: 'Paws',
        draft: {
          lines: [2, 3, 4],
          company: 'Paws',
          country: 'DE',
          joined: '2026-01-01',
          notes: 'a\nb',
          tags: ['x'],
          contacts: [contact('Jane', 'jane@paws.com', '1'), contact('Tom', 'tom@paws.com')],
        },
      },
    ]);
    expect(counts).toEqual({ new: 3, changed: 0, same: 0, older: 0, repeated: 0 });
  });

  it('know what earlier ones of the same affiliate have brought', () => {
    const { people } = planPeople(
      rows(
        { accounts: [account('1')], sites: ['barks.com'], country: 'DE' },
        { accounts: [account('2')], sites: ['barks.com'], country: 'DE' },
      ),
      KNOWN,
      'list',
    );
    expect(people.map(({ differences }) => differences.map(({ what }) => what))).toEqual([
      ['Country', 'Impact account'],
      ['Impact account'],
    ]);
  });
});

describe('sourceOf', () => {
  it('is the network, so that its exports speak for each other; else the list', () => {
    expect(sourceOf({ network: 'Impact', profileId: 'impact-partners' })).toBe('Impact');
    expect(sourceOf({ network: '', profileId: 'hubspot-contacts' })).toBe('hubspot-contacts');
    expect(sourceOf({ network: '', profileId: '' })).toBe('list');
  });
});
