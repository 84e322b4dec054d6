import { expect, it } from 'vitest';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { linkRows, type LinkFacts } from '#shared/domain/materials/link-rows.ts';
import type { Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const person = (id: string, known = {}) =>
  newAffiliate({ id, name: `The ${id}`, createdAt: 0, createdByImport: null, editedAt: 0, ...known });
const two = person('two', {
  couponCodes: ['OLD5', 'NEW10'],
  codeEnds: { OLD5: day('2026-10-31') },
  custom: { f1: 'c1' },
});
const none = person('none');
const FACTS: LinkFacts = {
  partnersOf: (id) =>
    id === 'two'
      ? [
          { network: 'Awin', partnerId: '11' },
          { network: 'CJ', partnerId: '22' },
        ]
      : [],
  fields: [{ id: 'f1', name: 'Camref', kind: 'text', choices: [] }],
  today: day('2026-11-23'),
};
const rows = (pattern: string, network = '', url = 'https://a.example') =>
  linkRows({ pattern: { pattern, network }, url, campaign: 'c', material: '' }, [two, none], FACTS).map(
    ({ affiliate, link, missing }) => [affiliate.id, link, ...missing],
  );

it('makes one link each account where the pattern asks for it, and says who has none', () => {
  expect(rows('{url}?p={partner id}&n={network}')).toEqual([
    ['two', 'https://a.example/?p=11&n=awin'],
    ['two', 'https://a.example/?p=22&n=cj'],
    ['none', null, 'partner id', 'network'],
  ]);
  expect(rows('{url}?x=1', '', 'https://a.example/?n={network}').map(([, link]) => link)).toEqual([
    'https://a.example/?n=awin&x=1',
    'https://a.example/?n=cj&x=1',
    null,
  ]);
});

it('makes one link each affiliate where it does not', () => {
  expect(rows('{url}?who={affiliate}')).toEqual([
    ['two', 'https://a.example/?who=the-two'],
    ['none', 'https://a.example/?who=the-none'],
  ]);
});

it('of a network’s own pattern makes links of its accounts alone', () => {
  expect(rows('https://go.example/{partner id}', 'Awin')).toEqual([
    ['two', 'https://go.example/11'],
    ['none', null, 'partner id'],
  ]);
  expect(rows('https://go.example/{affiliate}', 'CJ')).toEqual([
    ['two', 'https://go.example/the-two'],
    ['none', null, 'an account at CJ'],
  ]);
});

it('takes a code that is still good, and fields of her own by their names', () => {
  expect(rows('{url}?c={code}&r={camref}')).toEqual([
    ['two', 'https://a.example/?c=NEW10&r=c1'],
    ['none', null, 'code', 'camref'],
  ]);
});
