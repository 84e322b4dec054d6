import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AFFILIATE_KINDS, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { membersOf } from '#shared/domain/segments/evaluate.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { addDays, daysBetween, type Day } from '#shared/lib/day.ts';
import { factsOf, fieldsOf, person, rule, TODAY } from './facts.ts';

const DAYS = [7, null] as const;

const near = fc.integer({ min: -6, max: 6 }).map((days) => addDays(TODAY, days));
const known = fc.record({
  name: fc.constantFrom('Paws', 'claws', 'PAW'),
  kind: fc.constantFrom<Affiliate['kind']>('', 'coupon', 'content'),
  tags: fc.subarray(['vip', 'b2b', 'new']),
  lastContact: fc.oneof(fc.constant<''>(''), near),
  conversions: fc.nat(3),
  rate: fc.option(fc.constantFrom(0, 0.5, 1)),
});
interface Known {
  readonly name: string;
  readonly kind: Affiliate['kind'];
  readonly tags: readonly string[];
  readonly lastContact: Day | '';
  readonly conversions: number;
  readonly rate: number | null;
}

const days = fc.constantFrom(...DAYS);
const asked: fc.Arbitrary<SegmentRule> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('contains', 'contains-not', 'is', 'is-not', 'empty', 'set'),
      fc.constantFrom('paw', 'PAWS', ''),
    )
    .map(([operator, value]) => rule('name', operator, value)),
  fc
    .tuple(fc.constantFrom('is', 'is-not', 'empty', 'set'), fc.subarray([...AFFILIATE_KINDS.slice(0, 3), 'gone']))
    .map(([operator, value]) => rule('kind', operator, value)),
  fc
    .tuple(fc.constantFrom('is', 'is-not', 'empty', 'set'), fc.subarray(['vip', 'b2b', 'gone']))
    .map(([operator, value]) => rule('tags', operator, value)),
  fc
    .tuple(fc.constantFrom('in-last', 'not-in-last', 'longer-ago', 'in-next', 'empty', 'set'), fc.nat(7))
    .map(([operator, value]) => rule('lastContact', operator, value)),
  fc
    .tuple(fc.constantFrom('none', 'some', 'at-least', 'at-most'), fc.nat(3), days)
    .map(([operator, value, span]) => rule('conversions', operator, value, span)),
  fc
    .tuple(fc.constantFrom('empty', 'set', 'at-least', 'at-most'), fc.constantFrom(0, 0.5), days)
    .map(([operator, value, span]) => rule('reversalRate', operator, value, span)),
  fc.constant(rule('gone', 'is-not', ['x'])),
);

/** The same said plainly, one affiliate and one rule at a time. */
function naive({ name, kind, tags, lastContact, conversions, rate }: Known, each: SegmentRule): boolean {
  const { field, operator, value } = each;
  if (field === 'name') {
    const text = String(value).toLowerCase();
    if (operator === 'empty') return false;
    if (operator === 'set') return true;
    if (text === '') return false;
    const isMet = operator.startsWith('contains') ? name.toLowerCase().includes(text) : name.toLowerCase() === text;
    return operator.endsWith('-not') ? !isMet : isMet;
  }
  if (field === 'kind' || field === 'tags') {
    const theirs = field === 'tags' ? tags : kind === '' ? [] : [kind];
    if (operator === 'empty') return theirs.length === 0;
    if (operator === 'set') return theirs.length > 0;
    const wanted = value as readonly string[];
    if (wanted.length === 0 || (field === 'kind' && wanted.includes('gone'))) return false;
    return wanted.some((tag) => theirs.includes(tag)) === (operator === 'is');
  }
  if (field === 'lastContact') {
    if (operator === 'empty') return lastContact === '';
    if (operator === 'set') return lastContact !== '';
    if (lastContact === '') return operator === 'not-in-last';
    const ago = daysBetween(lastContact, TODAY);
    if (operator === 'in-last') return ago >= 0 && ago < Number(value);
    if (operator === 'not-in-last') return ago >= Number(value);
    if (operator === 'in-next') return -ago >= 0 && -ago <= Number(value);
    return ago > Number(value);
  }
  if (field === 'conversions') {
    if (operator === 'none') return conversions === 0;
    if (operator === 'some') return conversions > 0;
    return operator === 'at-least' ? conversions >= Number(value) : conversions <= Number(value);
  }
  if (field === 'reversalRate') {
    if (operator === 'empty' || rate === null) return operator === 'empty' && rate === null;
    if (operator === 'set') return true;
    return operator === 'at-least' ? rate >= Number(value) : rate <= Number(value);
  }
  return false;
}

it('whoever meets the rules one by one is in the segment, and nobody else', () => {
  fc.assert(
    fc.property(
      fc.array(known, { maxLength: 12 }),
      fc.array(asked, { maxLength: 5 }),
      fc.constantFrom<'all' | 'any'>('all', 'any'),
      (people, rules, match) => {
        const affiliates = people.map(({ name, kind, tags, lastContact }, at) =>
          person(String(at), { name, kind, tags, lastContact }),
        );
        const figures = Object.fromEntries(
          people.map(({ conversions, rate }, at) => [String(at), { conversions, reversalRate: rate }]),
        );
        const facts = factsOf(affiliates, { figures: { '7': figures, period: figures } });
        const members = membersOf({ match, rules }, fieldsOf(facts), facts);
        const expected = people.flatMap((each, at) => {
          const met = rules.filter((one) => naive(each, one)).length;
          const isIn = rules.length > 0 && (match === 'all' ? met === rules.length : met > 0);
          return isIn ? [String(at)] : [];
        });
        expect([...(members ?? [])]).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
