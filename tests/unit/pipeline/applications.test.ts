import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newLink } from '#shared/domain/affiliates/affiliate.ts';
import { accountStanding } from '#shared/domain/pipeline/account-words.ts';
import { applications, partnersOffBoard } from '#shared/domain/pipeline/applications.ts';
import { companyKey, duplicateFinder } from '#shared/domain/pipeline/duplicates.ts';
import { person, STAGES, standing } from './people.ts';

const account = (affiliateId: string, status: string, network = 'Impact') =>
  newLink({ network, partnerId: affiliateId, affiliateId, status });

describe('a network’s word', () => {
  it.each([
    ['PENDING', 'waits'],
    ['Pending', 'waits'],
    ['pending_approval', 'waits'],
    [' Applied ', 'waits'],
    ['Under review', 'waits'],
    ['DECLINED', 'ended'],
    ['Not joined', 'ended'],
    ['deactivated', 'ended'],
    ['invited', 'ended'],
    ['Active', 'unknown'],
    ['Joined', 'unknown'],
    ['Pending payment', 'unknown'],
    ['', 'unknown'],
  ])('“%s”: %s', (word, standingOf) => expect(accountStanding(word)).toBe(standingOf));
});

describe('applications', () => {
  const links = [
    account('pending', 'Pending'),
    account('talks', 'PENDING'),
    account('active', 'Pending', 'Awin'),
    account('ended', 'pending'),
    account('partner', 'Active'),
    account('unnamed', ''),
    account('gone', 'Declined'),
  ];
  const people = [
    person('pending', { createdAt: 30 }),
    standing('talks', 'in-talks', 5, { createdAt: 20 }),
    standing('active', 'active'),
    standing('ended', 'ended'),
    standing('applied', 'applied', 10),
    person('partner'),
    person('unnamed'),
    person('gone'),
    person('contact'),
  ];

  it('are those in their stage, and those whose account waits and who have had no answer; the longest first', () => {
    const found = applications(people, links, STAGES);
    expect(found.map(({ affiliate, since }) => [affiliate.id, since])).toEqual([
      ['applied', 10],
      ['talks', 20],
      ['pending', 30],
    ]);
    expect(found[2]?.accounts).toEqual([account('pending', 'Pending')]);
  });

  it('are no partners yet: those have an account that neither waits nor has ended, and stand nowhere', () => {
    expect(partnersOffBoard(people, links, STAGES).map(({ id }) => id)).toEqual(['partner', 'unnamed']);
  });
});

const contact = (email: string) => ({ name: '', email, phone: '', role: '', source: '' });

describe('who may be the same', () => {
  const jane = person('jane', {
    contacts: [contact('Jane@Paws.com')],
    sites: ['https://blog.paws.com'],
    company: 'Paws & Co., Inc.',
    paymentEmail: 'pay@paws.com',
  });
  const because = (other: Parameters<typeof person>[1]) =>
    duplicateFinder([jane, person('other', other)])(jane).map((each) => each.because);

  it.each([
    ['the same e-mail', { contacts: [contact('jane@paws.com')] }, [['email', 'domain']]],
    ['the same e-mail at a provider', { contacts: [contact('jane@gmail.com')] }, []],
    ['paid at the same e-mail', { paymentEmail: 'PAY@paws.com', sites: ['claws.com'] }, [['payment-email']]],
    ['an e-mail that the other is paid at', { contacts: [contact('pay@paws.com')], sites: ['claws.com'] }, [['email']]],
    ['the same site', { sites: ['http://paws.com/shop'] }, [['domain']]],
    ['a page at the same host', { sites: ['https://youtube.com/@paws'] }, []],
    ['the same company', { company: 'PAWS AND CO' }, [['company']]],
    [
      'all of it',
      { contacts: [contact('jane@paws.com')], company: 'Paws', paymentEmail: 'pay@paws.com' },
      [['email', 'payment-email', 'domain', 'company']],
    ],
    ['nothing', { name: 'jane' }, []],
  ] as const)('%s', (_what, other, expected) => expect(because(other)).toEqual(expected));

  it('has one e-mail at a provider in common', () => {
    const one = person('one', { contacts: [contact('kai@gmail.com')] });
    const two = person('two', { contacts: [contact('kai@gmail.com')] });
    const other = person('other', { contacts: [contact('mia@gmail.com')] });
    expect(duplicateFinder([one, two, other])(one)).toEqual([{ affiliate: two, because: ['email'] }]);
  });

  it('is not found by what a whole agency has in common', () => {
    const many = Array.from({ length: 30 }, (_, at) => person(`p${at}`, { contacts: [contact('all@agency.com')] }));
    expect(duplicateFinder(many)(many[0] ?? jane)).toEqual([]);
  });

  it('reads a company’s name without its legal form', () => {
    for (const name of ['Paws & Co., Inc.', 'PAWS AND CO', 'Paws', 'paws  ltd.']) expect(companyKey(name)).toBe('paws');
    expect(companyKey('Café Müller GmbH & Co. KG')).toBe('cafe muller');
    expect(companyKey('AB')).toBe('');
    expect(companyKey('Inc')).toBe('inc');
  });

  test('is the same from both sides, and never oneself', () => {
    const some = fc.record({
      paymentEmail: fc.constantFrom('', 'a@gmail.com', 'a@paws.com', 'b@paws.com'),
      sites: fc.subarray(['paws.com', 'https://www.paws.com/x', 'claws.de', 'youtube.com/x']),
      company: fc.constantFrom('', 'Paws', 'Paws Ltd', 'Claws'),
      contacts: fc.subarray(['a@gmail.com', 'b@paws.com', 'c@claws.de']).map((emails) => emails.map(contact)),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (known) => {
        const people = known.map((each, at) => person(`p${at}`, each));
        const find = duplicateFinder(people);
        const pairs = people.flatMap((one) =>
          find(one).map(({ affiliate, because: why }) => ({ pair: [one.id, affiliate.id], why })),
        );
        for (const { pair, why } of pairs) {
          expect(pair[0]).not.toBe(pair[1]);
          expect(pairs).toContainEqual({ pair: pair.toReversed(), why });
        }
      }),
    );
  });
});
