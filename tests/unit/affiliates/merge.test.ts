import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { isContact, lastContactAfter, newActivity, ACTIVITY_KINDS } from '#shared/domain/affiliates/activity.ts';
import { mergeAffiliates } from '#shared/domain/affiliates/merge.ts';
import { placesOf, withPlaces } from '#shared/domain/affiliates/places.ts';
import { takePerson } from '#shared/domain/affiliates/take-person.ts';
import type { Day } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { person } from './person.ts';

const day = (text: string): Day => text as Day;
const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...known });

const agreement = (id: string) =>
  ({ id, title: id, signed: '', ends: '', note: '', fileId: '', fileName: '' }) as const;
const AGREEMENTS = ['terms', 'bonus'].map(agreement);
const anyDay = fc.constantFrom<Day | ''>('', day('2026-01-01'), day('2026-05-05'), day('2026-11-11'));
const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values);
const dictionary = <V>(keys: readonly string[], value: fc.Arbitrary<V>): fc.Arbitrary<Record<string, V>> =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });

const said = fc.record({
  kind: fc.constantFrom('', 'coupon', 'content'),
  language: fc.constantFrom('', 'de', 'en'),
  tier: fc.constantFrom('', 'nano', 'macro'),
  sites: some('paws.com', 'claws.com'),
  audiences: dictionary(['site paws.com', 'site claws.com'], fc.nat(1000)),
  couponCodes: some('PAWS10', 'paws20'),
  codeEnds: dictionary(['PAWS10', 'PAWS20'], fc.constant(day('2026-12-31'))),
  contractEnd: anyDay,
  lastContact: anyDay,
  custom: dictionary(['f1', 'f2'], fc.oneof(fc.constantFrom('a', 'b'), fc.nat(9))),
  agreements: some(...AGREEMENTS),
  privacy: fc.record({
    origin: fc.constantFrom('', 'form', 'fair'),
    mail: fc.constantFrom('unknown', 'yes', 'no'),
    note: fc.constantFrom('', 'by mail'),
  }),
  standing: fc.constantFrom(null, { stageId: 'found', since: 1, reason: '' }),
  foundThrough: fc.constantFrom('', 'search'),
});
const two = fc.tuple(said, said).map(([a, b]) => [affiliate('a', a), affiliate('b', b)] as const);

describe('mergeAffiliates', () => {
  it('loses nothing that either says, and changes nothing that the first says', () => {
    fc.assert(
      fc.property(two, ([into, from]) => {
        const one = mergeAffiliates(into, from);
        for (const field of ['kind', 'language', 'tier', 'contractEnd', 'foundThrough', 'standing'] as const)
          expect(one[field]).toEqual(into[field] || from[field]);
        for (const field of ['audiences', 'codeEnds', 'custom'] as const) {
          expect(one[field]).toMatchObject(into[field]);
          expect(Object.keys(one[field]).sort()).toEqual(
            [...new Set([...Object.keys(into[field]), ...Object.keys(from[field])])].sort(),
          );
        }
        for (const field of ['sites', 'couponCodes', 'agreements'] as const)
          expect(new Set<unknown>(one[field])).toEqual(new Set<unknown>([...into[field], ...from[field]]));
      }),
    );
  });

  it('keeps the later contact and a no to mail, whosever it was', () => {
    fc.assert(
      fc.property(two, ([into, from]) => {
        const { lastContact, privacy } = mergeAffiliates(into, from);
        expect(lastContact).toBe([into.lastContact, from.lastContact].sort()[1]);
        const mails = [into.privacy.mail, from.privacy.mail];
        expect(privacy.mail).toBe(mails.includes('no') ? 'no' : mails.includes('yes') ? 'yes' : 'unknown');
      }),
    );
  });
});

describe('lists of people', () => {
  it('take nothing away from what no list tells', () => {
    fc.assert(
      fc.property(said, (known) => {
        const her = affiliate('a', known);
        expect(withPlaces(her, placesOf({ affiliate: her, accounts: [] })).affiliate).toEqual(her);
        const draft = person({ country: 'DE', sites: ['purrs.com'], couponCodes: ['X'] });
        const { affiliate: after } = takePerson({ affiliate: her, accounts: [] }, draft, 'list');
        const { country: _, sites: __, couponCodes: ___, sources: ____, ...others } = her;
        expect(after).toMatchObject(others);
      }),
    );
  });
});

describe('lastContactAfter', () => {
  const NOW = Date.UTC(2026, 10, 23, 12);
  const activity = fc
    .record({ kind: fc.constantFrom(...ACTIVITY_KINDS), at: fc.integer({ min: 0, max: NOW + 99 * 86_400_000 }) })
    .map((known) => newActivity({ id: 'x', affiliateId: 'a', title: '', ...known }));

  it('never goes back, never past today, and is a day on which there was a contact', () => {
    fc.assert(
      fc.property(anyDay, fc.array(activity), fc.constantFrom('UTC', 'Pacific/Auckland'), (before, all, zone) => {
        const after = lastContactAfter(before, all, NOW, zone);
        const days = all.filter(isContact).map(({ at }) => dayOf(Math.min(at, NOW), zone));
        expect(after >= before).toBe(true);
        expect([before, ...days]).toContain(after);
        expect(days.every((each) => each <= after)).toBe(true);
        expect(after <= dayOf(NOW, zone)).toBe(true);
      }),
    );
  });

  it('is the day in the zone', () => {
    const late = newActivity({ id: 'x', affiliateId: 'a', kind: 'call', at: Date.UTC(2026, 0, 1, 23), title: '' });
    expect(lastContactAfter('', [late], NOW, 'UTC')).toBe('2026-01-01');
    expect(lastContactAfter('', [late], NOW, 'Pacific/Auckland')).toBe('2026-01-02');
    expect(lastContactAfter('', [{ ...late, kind: 'note' }], NOW, 'UTC')).toBe('');
  });
});
