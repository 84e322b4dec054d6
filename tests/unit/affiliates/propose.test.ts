import { describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { proposePartners, type MetPartner } from '#shared/domain/affiliates/propose.ts';

const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: `The ${id}`, createdAt: 0, createdByImport: null, editedAt: null, ...known });
const contact = (email: string) => ({ name: '', email, phone: '', role: '', source: '' });
const met = (known: Partial<MetPartner>): MetPartner => ({
  network: 'Impact',
  partnerId: '7',
  name: 'The paws',
  email: '',
  site: '',
  ...known,
});

const PEOPLE = [
  affiliate('paws', { contacts: [contact('jane@paws.com'), contact('jane@gmail.com')] }),
  affiliate('barks', {
    sites: ['https://www.barks.com/blog', 'https://instagram.com/barks'],
    paymentEmail: 'pay@gmail.com',
  }),
  affiliate('purrs', { sites: ['barks.com/purrs'], contacts: [contact('shared@gmail.com')] }),
  affiliate('tweets', { contacts: [contact('Shared@GMail.com')] }),
];

const found = (known: Partial<MetPartner>): readonly string[] =>
  proposePartners([met(known)], PEOPLE, []).flatMap(({ candidates }) =>
    candidates.map(({ affiliateId, because }) => `${affiliateId} ${because}`),
  );

describe('proposePartners', () => {
  it.each<[string, Partial<MetPartner>, readonly string[]]>([
    ['a name alone is no evidence', { name: 'The paws' }, []],
    ['the e-mail of a contact', { email: ' JANE@gmail.com' }, ['paws email']],
    ['the e-mail where they are paid', { email: 'pay@gmail.com' }, ['barks email']],
    ['another address at a mail provider', { email: 'june@gmail.com' }, []],
    ['a tagged address is another', { email: 'jane+x@gmail.com' }, []],
    ['an address of the same business', { email: 'june@paws.com' }, ['paws domain']],
    ['a site of the domain of a business address', { site: 'https://shop.paws.com' }, ['paws domain']],
    ['the e-mail counts before the domain', { email: 'jane@gmail.com', site: 'barks.com' }, ['paws email']],
    ['several of one domain are asked about', { site: 'www.barks.com' }, ['barks domain', 'purrs domain']],
    ['several of one e-mail are asked about', { email: 'shared@gmail.com' }, ['purrs email', 'tweets email']],
    ['a page on a shared host is nobody’s', { site: 'https://instagram.com/barks' }, []],
  ])('%s', (_, known, candidates) => {
    expect(found(known)).toEqual(candidates);
  });

  it('is silent on partners that are linked, also at no other network than that', () => {
    const links = [newLink({ network: 'Impact', partnerId: '7', affiliateId: 'tweets' })];
    expect(proposePartners([met({ email: 'jane@gmail.com' })], PEOPLE, links)).toEqual([]);
    expect(proposePartners([met({ network: 'Awin', email: 'jane@gmail.com' })], PEOPLE, links)).toHaveLength(1);
  });
});
