import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldKey,
  fieldsUsed,
  mergedText,
  mergePieces,
  missingIn,
  nearestField,
  pieces,
  problemsIn,
} from '#shared/domain/conversations/merge.ts';
import { fieldNames, firstName, mergeFields, mergeValues } from '#shared/domain/conversations/merge-fields.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { CustomField } from '#shared/domain/affiliates/custom-field.ts';
import { figures, statusSum } from '#shared/domain/metrics/figures.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';

const CUSTOM: readonly CustomField[] = [
  { id: 'f1', name: 'Shirt size', kind: 'choice', choices: ['S', 'M'] },
  { id: 'f2', name: 'Code', kind: 'text', choices: [] },
  { id: 'f3', name: 'Birthday', kind: 'date', choices: [] },
  { id: 'f4', name: 'Posts a week', kind: 'number', choices: [] },
];
const NAMES = fieldNames(mergeFields(CUSTOM));
const values = (given: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(given).map(([name, value]) => [fieldKey(name), value]));
const merge = (
  text: string,
  given: Readonly<Record<string, string>>,
  fallbacks: Readonly<Record<string, string>> = {},
) => mergePieces(text, NAMES, values(given), fallbacks);

describe('a text with fields', () => {
  it.each([
    ['Hi {first name}!', { 'first name': 'Jane' }, {}, 'Hi Jane!'],
    ['Hi {First_Name}!', { 'first name': 'Jane' }, {}, 'Hi Jane!'],
    ['Hi { first-name }!', { 'first name': 'Jane' }, {}, 'Hi Jane!'],
    ['{email} {E-Mail}', { 'e-mail': 'a@b.c' }, {}, 'a@b.c a@b.c'],
    ['{code}', {}, { code: 'your code' }, 'your code'],
    ['{code}', { code: 'X' }, { code: 'your code' }, 'X'],
    ['{code}', {}, { CODE: 'your code' }, 'your code'],
    ['{code}', {}, { code: '' }, '{code}'],
    ['{shirt size}', { 'shirt size': 'M' }, {}, 'M'],
    ['\\{code\\} is {code}', { code: 'X' }, {}, '{code} is X'],
    ['a } b', {}, {}, 'a } b'],
    ['C:\\new\\{code}', { code: 'X' }, {}, 'C:\\new{code}'],
    ['{code\n}', { code: 'X' }, {}, '{code\n}'],
    ['{}', {}, {}, '{}'],
  ])('%j becomes %j', (text, given, fallbacks, expected) => {
    expect(mergedText(merge(text, given, fallbacks))).toBe(expected);
  });

  it('says what is missing, once, and leaves it standing', () => {
    const merged = merge('{code} {CODE} {link} {name}', { name: 'Paws' });
    expect(missingIn(merged)).toEqual(['code', 'link']);
    expect(mergedText(merged)).toBe('{code} {CODE} {link} Paws');
  });

  it('says what is wrong with it, and what may have been meant', () => {
    expect(problemsIn(['{fist name} {xyzzy} {code|your code} {{first name}}', 'Hi {first name'], NAMES)).toEqual([
      { kind: 'unknown', name: 'fist name', nearest: 'first name' },
      { kind: 'unknown', name: 'xyzzy', nearest: null },
      { kind: 'unknown', name: 'code|your code', nearest: 'code' },
      { kind: 'unknown', name: '{first name', nearest: 'first name' },
      { kind: 'unclosed', text: '{first name' },
    ]);
    expect(problemsIn(['{first name} \\{x'], NAMES)).toEqual([]);
    expect(nearestField('coupon code', NAMES)).toBe('code');
    expect(nearestField('first', NAMES)).toBe('first name');
    expect(nearestField('', NAMES)).toBeNull();
  });

  it('names the fields it uses in their order', () => {
    expect(fieldsUsed(['{LINK} {nothing}', '{code} {link}'], NAMES)).toEqual(['link', 'code']);
  });

  it('without braces stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replaceAll(/[{}]/g, '');
        expect(mergedText(merge(plain, { code: 'X' }))).toBe(plain);
        expect(problemsIn([plain], NAMES)).toEqual([]);
      }),
    );
  });

  it('takes values as they are, whatever is in them', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '\\', 'code', 'name', ' ', 'x', '\n') });
    fc.assert(
      fc.property(text, text, (code, name) => {
        const merged = merge('[{code}]({name})', { code, name });
        const shown = (value: string, field: string): string => (value === '' ? `{${field}}` : value);
        expect(mergedText(merged)).toBe(`[${shown(code, 'code')}](${shown(name, 'name')})`);
      }),
    );
  });

  it('loses nothing of what is written: a value for no field is a text of pieces that join to it again', () => {
    const parts = fc.array(fc.constantFrom('{', '}', 'code', ' ', 'x', '\n', '{link}'));
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('');
        const joined = pieces(text).map((piece) => (piece.kind === 'field' ? `{${piece.name}}` : piece.text));
        expect(joined.join('')).toBe(text);
        expect(mergedText(mergePieces(text, new Map(), new Map(), {}))).toBe(text);
      }),
    );
  });
});

describe('what the fields say', () => {
  const format = makeFormat('en-US', 'UTC');
  const writing = {
    format,
    today: '2026-11-24' as Day,
    customFields: CUSTOM,
    stages: FIRST_STAGES,
    tierBounds: { micro: 10_000, mid: 100_000, macro: 500_000 },
    sender: { name: 'Ann', brand: 'Pawsome' },
  };
  const affiliate = newAffiliate({
    id: 'a',
    name: 'Paws Blog',
    createdAt: 0,
    createdByImport: null,
    editedAt: null,
    company: 'Paws Ltd',
    couponCodes: ['PAWS10', 'PAWS20'],
    sites: ['https://paws.com'],
    country: 'Spain',
    tier: 'mid',
    joined: '2025-03-01' as Day,
    custom: { f1: 'M', f2: 'secret', f3: '2026-05-06', f4: 1200.5 },
    standing: { stageId: 'active', since: 0, reason: '' },
  });
  const sale = figures(
    [
      statusSum(
        'approved',
        (measure) => ({ transactions: 4n, sale: 200_000_000n, commission: 20_000_000n })[measure as 'sale'] ?? 0n,
      ),
    ],
    50n,
  );
  const known = mergeValues(
    {
      affiliate,
      contact: { name: 'Dr. Jane Smith', email: 'jane@paws.com' },
      accounts: [
        { network: 'Impact', partnerId: '007' },
        { network: 'Awin', partnerId: '8' },
      ],
      link: 'https://go.example/1',
      figures: [{ currency: 'USD', figures: sale }],
    },
    writing,
  );

  it.each([
    ['first name', 'Jane'],
    ['contact', 'Dr. Jane Smith'],
    ['name', 'Paws Blog'],
    ['e-mail', 'jane@paws.com'],
    ['company', 'Paws Ltd'],
    ['site', 'https://paws.com'],
    ['country', 'Spain'],
    ['tier', 'Mid'],
    ['code', 'PAWS10'],
    ['codes', 'PAWS10 and PAWS20'],
    ['link', 'https://go.example/1'],
    ['network', 'Impact and Awin'],
    ['partner id', '007 and 8'],
    ['stage', 'Active'],
    ['joined', 'Mar 1, 2025'],
    ['contract end', ''],
    ['last contact', ''],
    ['last month', 'October 2026'],
    ['revenue', '$200.00'],
    ['commission', '$20.00'],
    ['conversions', '4'],
    ['clicks', '50'],
    ['AOV', '$50.00'],
    ['EPC', '$0.40'],
    ['my name', 'Ann'],
    ['brand', 'Pawsome'],
    ['today', 'Nov 24, 2026'],
    ['Shirt size', 'M'],
    ['Birthday', 'May 6, 2026'],
    ['Posts a week', '1,200.5'],
  ])('%s: %j', (name, expected) => {
    expect(known.get(fieldKey(name))).toBe(expected);
  });

  it('are empty for somebody of whom nothing is known', () => {
    const nobody = newAffiliate({ id: 'b', name: 'B', createdAt: 0, createdByImport: null, editedAt: null });
    const empty = mergeValues({ affiliate: nobody, contact: null, accounts: [], link: '', figures: [] }, writing);
    const said = [...empty].filter(([, value]) => value !== '').map(([key]) => key);
    expect(said.sort()).toEqual(['brand', 'lastmonth', 'myname', 'name', 'today']);
    expect([...empty.keys()].sort()).toEqual([...NAMES.keys()].sort());
  });

  it.each([
    ['Jane Smith', 'Jane'],
    ['Smith, Jane', 'Jane'],
    ['Mrs. Smith', 'Smith'],
    ['Dr', ''],
    ['', ''],
    ['  Zoë   Müller ', 'Zoë'],
  ])('the first name of %j is %j', (name, expected) => {
    expect(firstName(name)).toBe(expected);
  });
});
