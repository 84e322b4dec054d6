import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { takeBack, type Mention } from '#shared/domain/affiliates/mention.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { placesOf, withPlaces, type Known } from '#shared/domain/affiliates/places.ts';
import { takePerson } from '#shared/domain/affiliates/take-person.ts';
import { contact, person } from './person.ts';

const hers: Known = {
  affiliate: newAffiliate({ id: 'a', name: 'Paws', tags: ['hers'], createdAt: 0, createdByImport: null, editedAt: 1 }),
  accounts: [],
};

/** What some lists of one source have said, one after the other. */
function takeAll(drafts: readonly PersonDraft[]): { readonly known: Known; readonly mentions: readonly Mention[] } {
  let known = hers;
  const mentions = drafts.map((draft, at): Mention => {
    const taken = takePerson(known, draft, 'list');
    known = taken;
    return { sequence: at + 1, created: false, said: taken.said };
  });
  return { known, mentions };
}

const inOrder = (known: Known): readonly (readonly [string, string])[] => [...placesOf(known)].sort();

const word = fc.constantFrom('', 'a', 'b', 'c');
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const draft = fc
  .record({
    company: word,
    country: word,
    notes: word,
    contacts: some([contact('Jane', 'jane@paws.com'), contact('Tom', 'tom@paws.com', '2')]),
    sites: some(['paws.com', 'claws.com']),
    couponCodes: some(['PAWS10', 'PAWS20']),
    tags: some(['hers', 'x', 'y']),
    accounts: some([
      { network: 'Impact', partnerId: '1', status: 'Active' },
      { network: 'Impact', partnerId: '1', status: 'Expired' },
      { network: 'Awin', partnerId: '1', status: 'Joined' },
    ]),
  })
  .map(person);

describe('takeBack', () => {
  it('leaves what the other lists say, in whatever order lists are taken back', () => {
    fc.assert(
      fc.property(
        fc
          .array(draft, { minLength: 1, maxLength: 5 })
          .chain((drafts) => fc.tuple(fc.constant(drafts), fc.shuffledSubarray([...drafts.keys()]))),
        ([drafts, undone]) => {
          let { known, mentions } = takeAll(drafts);
          for (const at of undone) {
            const mention = mentions.find(({ sequence }) => sequence === at + 1) as Mention;
            const later = mentions.filter(({ sequence }) => sequence > at + 1);
            const earlier = mentions.filter(({ sequence }) => sequence < at + 1);
            const back = takeBack(placesOf(known), mention, later);
            known = withPlaces(known.affiliate, back.places);
            mentions = [...earlier, ...back.later];
          }
          const rest = takeAll(drafts.filter((_, at) => !undone.includes(at)));
          expect(inOrder(known)).toEqual(inOrder(rest.known));
        },
      ),
    );
  });

  it('leaves what a person has changed since', () => {
    const { known, mentions } = takeAll([person({ country: 'DE', company: 'Paws Ltd', tags: ['x'] })]);
    const edited = { ...known, affiliate: { ...known.affiliate, country: 'AT', sources: { company: 'list' } } };
    const back = takeBack(placesOf(edited), mentions[0] as Mention, []);
    expect(withPlaces(edited.affiliate, back.places).affiliate).toEqual({
      ...hers.affiliate,
      country: 'AT',
    });
  });

  it('gives back a contact who got an address', () => {
    const tom = takePerson(hers, person({ contacts: [contact('Tom', '')] }), 'list');
    const taken = takePerson(tom, person({ contacts: [contact('Tom', 'tom@paws.com')] }), 'list');
    const back = takeBack(placesOf(taken), { sequence: 2, created: false, said: taken.said }, []);
    expect(withPlaces(taken.affiliate, back.places).affiliate).toEqual(tom.affiliate);
  });
});
