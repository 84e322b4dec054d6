import { describe, expect, it } from 'vitest';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { placesOf, withPlaces, type Known } from '#shared/domain/affiliates/places.ts';
import { meetPerson, takePerson, type Taken } from '#shared/domain/affiliates/take-person.ts';
import { contact, person } from './person.ts';

const STAMP = { id: 'a', createdAt: 5, importId: 'i1' };
const hers: Known = {
  affiliate: newAffiliate({
    id: 'a',
    name: 'Paws',
    createdAt: 0,
    createdByImport: null,
    editedAt: 1,
    contacts: [{ ...contact('Jane', 'jane@paws.com', '1'), source: '' }],
    tags: ['VIP'],
  }),
  accounts: [],
};
const words = ({ differences }: Taken): readonly string[] =>
  differences.map(({ what, before, after, kept }) => `${kept ? 'kept ' : ''}${what}: ${before} -> ${after}`);

describe('takePerson', () => {
  it('fills what is empty and adds what is not there', () => {
    const taken = takePerson(
      hers,
      person({
        company: 'Paws Ltd',
        contacts: [contact('', 'JANE@paws.com', '', 'Editor'), contact('Tom', 'tom@paws.com')],
        sites: ['paws.com'],
        tags: ['vip', 'content'],
        accounts: [{ network: 'Impact', partnerId: '7', status: 'Active' }],
      }),
      'Impact',
    );
    expect(words(taken)).toEqual([
      'Company:  -> Paws Ltd',
      'Contact: Jane, jane@paws.com, 1 -> Jane, Editor, jane@paws.com, 1',
      'Contact:  -> Tom, tom@paws.com',
      'Site:  -> paws.com',
      'Tag:  -> content',
      'Impact account:  -> 7 (Active)',
    ]);
    expect(taken.affiliate).toMatchObject({ name: 'Paws', company: 'Paws Ltd', tags: ['VIP', 'content'], editedAt: 1 });
    expect(taken.accounts).toEqual([{ network: 'Impact', partnerId: '7', status: 'Active' }]);
  });

  it('keeps what a person has written, and what another source has said', () => {
    const first = takePerson(
      hers,
      person({ country: 'DE', contacts: [contact('Tom', 'tom@paws.com', '2')] }),
      'hubspot',
    );
    const second = takePerson(
      first,
      person({
        name: 'PAWS',
        country: 'AT',
        contacts: [contact('Jane D.', 'jane@paws.com'), contact('Thomas', 'tom@paws.com')],
      }),
      'Impact',
    );
    expect(words(second)).toEqual([
      'kept Name: Paws -> PAWS',
      'kept Country: DE -> AT',
      'kept Contact: Jane, jane@paws.com, 1 -> Jane D., jane@paws.com, 1',
      'kept Contact: Tom, tom@paws.com, 2 -> Thomas, tom@paws.com, 2',
    ]);
    expect(second.affiliate).toEqual(first.affiliate);
    // It knows the two addresses as well, and says nothing else.
    expect(second.said.map(({ place, before, after }) => [place, before === after])).toEqual([
      ['contact jane@paws.com', true],
      ['contact tom@paws.com', true],
    ]);
  });

  it('follows its own source, and an empty cell empties nothing', () => {
    const first = meetPerson(
      person({ name: 'Paws', country: 'DE', contacts: [contact('Tom', 'tom@paws.com', '2')] }),
      'Impact',
      STAMP,
    );
    const second = takePerson(
      first,
      person({ name: 'Paws & Claws', contacts: [contact('Thomas', 'tom@paws.com')] }),
      'Impact',
    );
    expect(second.affiliate).toMatchObject({
      name: 'Paws & Claws',
      country: 'DE',
      contacts: [{ name: 'Thomas', email: 'tom@paws.com', phone: '2' }],
    });
  });

  it('takes a partner id that stood in for a name for none', () => {
    const met = newAffiliate({ id: 'a', name: '1001', createdAt: 0, createdByImport: 'i1', editedAt: null });
    const known = { affiliate: met, accounts: [{ network: 'Impact', partnerId: '1001', status: '' }] };
    expect(takePerson(known, person({ name: 'Paws' }), 'hubspot').affiliate.name).toBe('Paws');
  });

  it('gives an address to the contact of that name who has none, and leaves one that has another alone', () => {
    const known = meetPerson(person({ contacts: [contact('Tom', '', '2')] }), 'hubspot', STAMP);
    const taken = takePerson(known, person({ contacts: [contact('tom', 'tom@paws.com')] }), 'hubspot');
    expect(taken.affiliate.contacts).toMatchObject([{ email: 'tom@paws.com', phone: '2' }]);
    const other = takePerson(taken, person({ contacts: [contact('Tom', 'tom@gmail.com')] }), 'hubspot');
    expect(other.affiliate.contacts).toHaveLength(2);
  });

  it('calls a new affiliate by the best there is', () => {
    const name = (known: Parameters<typeof person>[0]): string => meetPerson(person(known), 'x', STAMP).affiliate.name;
    const accounts = [{ network: 'Impact', partnerId: '7', status: '' }];
    expect(name({ name: 'N', company: 'C', contacts: [contact('P', 'p@c.de')] })).toBe('N');
    expect(name({ company: 'C', contacts: [contact('P', 'p@c.de')] })).toBe('C');
    expect(name({ contacts: [contact('', 'o@c.de'), contact('P', 'p@c.de')] })).toBe('P');
    expect(name({ contacts: [contact('', 'p@c.de')], accounts })).toBe('p@c.de');
    expect(name({ sites: ['https://www.c.de/x'], accounts })).toBe('c.de');
    expect(name({ accounts })).toBe('7');
  });
});

describe('places', () => {
  it('hold all of an affiliate', () => {
    const { affiliate, accounts } = meetPerson(
      person({
        name: 'Paws',
        company: 'Paws Ltd',
        paymentEmail: 'pay@paws.com',
        country: 'DE',
        notes: 'two\nlines',
        contacts: [contact('Jane', 'jane@paws.com', '1', 'Editor'), contact('Tom', ''), contact('', '', '3')],
        sites: ['https://paws.com/x', 'https://instagram.com/paws'],
        social: [{ kind: 'instagram', address: '@paws' }],
        couponCodes: ['Paws10'],
        tags: ['VIP dogs'],
        accounts: [{ network: 'Post Affiliate Pro', partnerId: 'a b', status: '' }],
      }),
      'Impact',
      STAMP,
    );
    const known = { affiliate, accounts };
    expect(
      withPlaces(newAffiliate({ ...STAMP, name: '', createdByImport: 'i1', editedAt: null }), placesOf(known)),
    ).toMatchObject({
      accounts,
      affiliate: { ...affiliate, name: 'Paws' },
    });
  });
});
