import { describe, expect, it } from 'vitest';
import { ownProfileFor, signatureOf, type OwnProfile } from '#shared/domain/imports/own-profile.ts';
import { profileFromFile, profileToFile } from '#shared/domain/imports/profile-file.ts';

const HEADER = ['Ref', 'When', 'Who', 'Umsatz', 'Provision'];

const own: OwnProfile = {
  id: 'own:1',
  name: 'Partnerstall monthly',
  signature: signatureOf(HEADER, true),
  network: 'Partnerstall',
  side: 'brand',
  kind: 'transactions',
  header: HEADER,
  hasHeader: true,
  mapping: [
    { column: 'Ref', index: 0, field: 'transactionId', required: true },
    { column: 'When', index: 1, field: 'eventTime', layout: 'dmy', required: true },
    { column: 'Who', index: 2, field: 'partnerId' },
    { column: 'Umsatz', index: 3, field: 'sale', decimal: ',' },
  ],
  extras: [4],
  statuses: { offen: 'pending' },
  flags: [],
  otherwise: 'pending',
  identity: { by: 'id', columns: [], again: 'version' },
  negatives: 'as-they-are',
  program: 'Tierwelt',
  currency: 'EUR',
  partner: '',
  dateOrder: 'dmy',
  zone: 'Europe/Berlin',
  createdAt: 5,
};

describe('a header is recognised', () => {
  it('by its names in order, whatever their case and signs', () => {
    expect(ownProfileFor(['REF', 'when', ' Who', 'Umsatz', 'Provision'], true, [own])?.id).toBe('own:1');
    expect(ownProfileFor(['When', 'Ref', 'Who', 'Umsatz', 'Provision'], true, [own])).toBeNull();
    expect(ownProfileFor([...HEADER, 'More'], true, [own])).toBeNull();
  });

  it('as a file of rejected rows too', () => {
    expect(ownProfileFor([...HEADER, 'Line', 'Reason'], true, [own])?.id).toBe('own:1');
  });

  it('by the newest of several', () => {
    expect(ownProfileFor(HEADER, true, [own, { ...own, id: 'own:2', createdAt: 9 }])?.id).toBe('own:2');
  });

  it('by the number of columns where there is none', () => {
    const without = { ...own, hasHeader: false, signature: signatureOf(HEADER, false) };
    expect(ownProfileFor(['Column 1', '2', '3', '4', '5'], false, [without])?.id).toBe('own:1');
    expect(ownProfileFor(HEADER, true, [without])).toBeNull();
  });
});

describe('a shared file', () => {
  it('brings the same profile, as a new one', () => {
    const text = profileToFile(own);
    expect(profileFromFile(text, 'own:9', 77)).toEqual({ ok: true, value: { ...own, id: 'own:9', createdAt: 77 } });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['another thing', () => '{"format":"affiliate-desk-profile","version":1}'],
    ['an index beyond its columns', (text: string) => text.replace('"index": 3', '"index": 7')],
    ['a field that there is not', (text: string) => text.replace('"sale"', '"__proto__"')],
    ['a zone that there is not', (text: string) => text.replace('Europe/Berlin', 'Europe/Atlantis')],
  ])('is refused: %s', (_, damage) => {
    const read = profileFromFile(damage(profileToFile(own)), 'own:9', 1);
    expect(read).toMatchObject({ ok: false, error: { code: 'not-a-profile' } });
  });
});
