import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate, SOCIAL_KINDS, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { hubspotCsv, salesforceCsv } from '#shared/domain/affiliates/contact-files/crm-csv.ts';
import type { PeopleFile } from '#shared/domain/affiliates/contact-files/people-out.ts';
import { vcards } from '#shared/domain/affiliates/contact-files/vcards.ts';
import { planPeople, sourceOf } from '#shared/domain/imports/people-plan.ts';
import { readList } from '../imports/people/read-people.ts';

const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...known });
const person = (email: string, name = '', phone = '', role = '') => ({ name, email, phone, role, source: '' });
const rowsOf = ({ text }: PeopleFile): readonly string[] => text.trimEnd().split('\r\n');

const ANNA = affiliate('Paws', {
  contacts: [person('Anna@paws.com', 'Anna Maria Meyer', '+49 30 1234', 'Editor'), person('', 'No Address')],
  sites: ['https://paws.com', 'claws.com'],
  country: 'DE',
  privacy: { origin: '', mail: 'no', note: '' },
});
const OTHERS = [
  affiliate('Barks', { company: 'Barks, Inc.', contacts: [person('x@barks.com'), person('anna@PAWS.com', 'Again')] }),
  affiliate('Purrs', { contacts: [person('', 'Tom')], paymentEmail: 'pay@purrs.com' }),
];

describe('contacts for other programs', () => {
  it('are one row for each address, with who wants no mail; who has none is counted', () => {
    const file = hubspotCsv([ANNA, ...OTHERS]);
    expect(rowsOf(file)).toEqual([
      'Email,First Name,Last Name,Company Name,Phone Number,Job Title,Website URL,Country/Region,Email Opt Out',
      '"Anna@paws.com","Anna Maria","Meyer","Paws","+49 30 1234","Editor","https://paws.com","DE","true"',
      '"x@barks.com",,,"Barks, Inc.",,,,,"false"',
    ]);
    expect(file).toMatchObject({ contacts: 2, without: 1 });
  });

  it('always have a last name in Salesforce', () => {
    const one = affiliate('Claws', { contacts: [person('c@claws.com', 'Cher')] });
    expect(rowsOf(salesforceCsv([ANNA, ...OTHERS, one])).map((row) => row.split(',').slice(0, 2))).toEqual([
      ['First Name', 'Last Name'],
      ['"Anna Maria"', '"Meyer"'],
      ['', '"Barks'],
      ['', '"Cher"'],
    ]);
    expect(rowsOf(salesforceCsv([ANNA]))[1]).toMatch(/"1"$/);
  });

  it('are no formulas for a spreadsheet, and phone numbers stay what they are', () => {
    const odd = affiliate('=HYPERLINK("x")', { contacts: [person('c@claws.com', '', '+1 (22) 3-4')] });
    expect(rowsOf(hubspotCsv([odd]))[1]).toBe(`"c@claws.com",,,"'=HYPERLINK(""x"")","+1 (22) 3-4",,,,"false"`);
  });
});

describe('cards', () => {
  it('are escaped, and folded at 75 octets without cutting a character', () => {
    const odd = affiliate('A;B,C\\D', {
      contacts: [person('a@b.de', `${'Ü'.repeat(60)} 🐶`)],
      tags: ['dogs, big', 'cats'],
      social: [{ kind: 'x', address: '@paws' }],
      privacy: { origin: '', mail: 'no', note: '' },
    });
    const { text } = vcards([odd]);
    expect(text).toContain('ORG:A\\;B\\,C\\\\D\r\n');
    expect(text).toContain('CATEGORIES:dogs\\, big,cats\r\n');
    expect(text).toContain('X-SOCIALPROFILE;TYPE=twitter:@paws\r\n');
    expect(text).toContain('X-EMAIL-OPT-OUT:1\r\nEND:VCARD\r\n');
    const lines = text.split('\r\n').map((each) => new TextEncoder().encode(each).length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(75);
    expect(Math.max(...lines)).toBeGreaterThan(72);
    expect(text.replaceAll('\r\n ', '')).toContain(`N:🐶;${'Ü'.repeat(60)};;;\r\n`);
  });
});

const word = fc.constantFrom(
  'Anna',
  'Tom',
  'Zoë',
  'O’Neil',
  'von',
  'Meyer-Lux',
  '東京',
  'a "quoted" one',
  'x, y; z',
  'b\\c',
);
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const maybe = (some: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), some);
const phone = fc.constantFrom('+49 30 1234', '0301234', '(030) 12-34');

/** Affiliates with contacts at their own domain or at a provider's, as she keeps them: every address is one affiliate's. */
const people = fc
  .array(
    fc.record({
      name: text,
      company: maybe(text),
      country: maybe(fc.constantFrom('DE', 'Germany', 'United States')),
      tags: fc.subarray(['dogs', 'big cats', 'vip']),
      site: fc.boolean(),
      social: fc.subarray([...SOCIAL_KINDS]),
      contacts: fc.array(fc.record({ name: text, phone: maybe(phone), role: maybe(text), free: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ contacts, site, social, ...rest }, at) =>
      affiliate(`a${at}`, {
        ...rest,
        sites: site ? [`https://site${at}.com`] : [],
        social: social.map((kind) => ({ kind, address: `@handle${at}` })),
        contacts: contacts.map(({ free, name, phone: number, role }, n) =>
          person(free ? `who${at}x${n}@gmail.com` : `who${n}@own${at}.com`, name, number, role),
        ),
      }),
    ),
  );

describe('what goes out', () => {
  it.each([
    ['hubspot-contacts', hubspotCsv],
    ['salesforce-contacts', salesforceCsv],
    ['vcard', vcards],
  ])('as %s and comes back means the same affiliates and changes nothing', (profileId, write) => {
    fc.assert(
      fc.property(people, (affiliates) => {
        const file = write(affiliates);
        const reached = affiliates.filter(({ contacts }) => contacts.length > 0);
        expect(file.without).toBe(affiliates.length - reached.length);
        if (file.contacts === 0) return;
        const list = readList(new TextEncoder().encode(file.text));
        expect(list.recognition.profileId).toBe(profileId);
        expect([list.rejectedRows, list.issues]).toEqual([0, []]);
        const plan = planPeople(list.drafts, { affiliates, links: [] }, sourceOf(list.recognition));
        const seen = plan.people.map(({ kind, affiliateId, because }) => `${kind} ${affiliateId} ${because}`);
        expect(new Set(seen)).toEqual(new Set(reached.map(({ id }) => `same ${id} email`)));
        expect(plan.people.flatMap(({ differences }) => differences)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
