import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  linkFor,
  PLACEHOLDERS,
  placeholdersOf,
  slug,
  type LinkValues,
} from '#shared/domain/materials/links.ts';
import { filledPattern, READY_PATTERNS } from '#shared/domain/materials/ready-patterns.ts';

const VALUES: LinkValues = {
  url: 'https://pawsome.example/toys?color=red#reviews',
  network: 'Rakuten Advertising',
  partnerId: '00123',
  code: 'PAW10',
  affiliate: 'Café Müller & Söhne',
  campaign: 'Spring 50% off',
  material: 'Leaderboard 728×90',
  custom: { camref: '1011lABC', 'property id': '9', 'publisher code': 'lMh2Xiq9xN0' },
};

const link = (pattern: string, values: Partial<LinkValues> = {}): string | null =>
  linkFor(pattern, { ...VALUES, ...values }).link;

describe('a link', () => {
  it.each([
    ['{url}', 'https://pawsome.example/toys?color=red#reviews'],
    [
      '{url}?utm_source={network}&utm_campaign={campaign}&subid={partner id}',
      'https://pawsome.example/toys?color=red&utm_source=rakuten-advertising&utm_campaign=Spring%2050%25%20off&subid=00123#reviews',
    ],
    ['{URL}&ref={ Code }', 'https://pawsome.example/toys?color=red&ref=PAW10#reviews'],
    ['{url}?color={code}', 'https://pawsome.example/toys?color=PAW10#reviews'],
    ['{url}/p/{affiliate}', 'https://pawsome.example/toys/p/cafe-muller-sohne?color=red#reviews'],
    ['{url}#{material}', 'https://pawsome.example/toys?color=red#leaderboard-728-90'],
    [
      'https://go.example/?u={url encoded}',
      'https://go.example/?u=https%3A%2F%2Fpawsome.example%2Ftoys%3Fcolor%3Dred%23reviews',
    ],
    ['https://go.example/{bare url encoded}', 'https://go.example/pawsome.example%2Ftoys%3Fcolor%3Dred%23reviews'],
    ['https://go.example/{camref}/{url}', 'https://go.example/1011lABC/https://pawsome.example/toys?color=red#reviews'],
    ['https://pawsome.example/{code}', 'https://pawsome.example/PAW10'],
  ])('of %s', (pattern, made) => expect(link(pattern)).toBe(made));

  it.each([
    ['pawsome.example', 'https://pawsome.example/'],
    ['localhost:5173/x', 'https://localhost:5173/x'],
    ['  https://pawsome.example/a b  ', 'https://pawsome.example/a%20b'],
    ['https://pawsome.example/%41', 'https://pawsome.example/%41'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
    ['https://pawsome.example/?src={network}', 'https://pawsome.example/?src=rakuten-advertising'],
  ])('leads to the address she means: %s', (url, made) => expect(link('{url}', { url })).toBe(made));

  it.each([
    '',
    'not an address',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'toys',
  ])('is none where the address is none: %j', (url) => {
    const made = linkFor('{url}?a={code}', { ...VALUES, url });
    expect(made.link).toBeNull();
    expect(url === '' ? made.missing : made.problem).toEqual(url === '' ? ['url'] : 'not-an-address');
  });

  it('is none where the pattern makes none', () => {
    expect(linkFor('hello {code}', VALUES)).toMatchObject({ link: null, problem: 'not-an-address' });
    expect(linkFor('', VALUES)).toMatchObject({ link: null, problem: 'not-an-address' });
  });

  it('shows what is missing and is never made with a gap', () => {
    const made = linkFor('{url}?s={partner id}&c={campaign}&x={ Unheard of }&y={unheard  of}', {
      ...VALUES,
      partnerId: ' ',
      campaign: '',
    });
    expect(made).toMatchObject({ link: null, problem: null, missing: ['partner id', 'campaign', 'unheard of'] });
    expect(made.shown).toContain('s={partner id}&c={campaign}');
    expect(linkFor('{url encoded}', { ...VALUES, url: 'https://a.example/{campaign}', campaign: '' }).missing).toEqual([
      'campaign',
    ]);
  });

  it('says of an address that it is not https', () => {
    expect(linkFor('{url}', { ...VALUES, url: 'http://a.example' })).toMatchObject({
      insecure: true,
      link: 'http://a.example/',
    });
    expect(linkFor('https://go.example/?u={url encoded}', { ...VALUES, url: 'http://a.example' }).insecure).toBe(true);
    expect(linkFor('http://go.example/{code}', VALUES).insecure).toBe(true);
    expect(linkFor('{url}', VALUES).insecure).toBe(false);
  });

  it('is not taken in by values that look like placeholders or parameters', () => {
    expect(link('{url}?a={code}&b={campaign}', { code: '{campaign}', campaign: 'x&y=1#z' })).toBe(
      'https://pawsome.example/toys?color=red&a=%7Bcampaign%7D&b=x%26y%3D1%23z#reviews',
    );
  });
});

const address = fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((url) => addressOf(url) !== null);
const anyText = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '');

describe('whatever is put in', () => {
  it('an encoded address comes out again as it is, and so does every value', () => {
    fc.assert(
      fc.property(address, anyText, (url, campaign) => {
        const made = link('https://go.example/c?x={campaign}&u={url encoded}', { url, campaign });
        const params = new URL(made ?? '').searchParams;
        expect(params.get('u')).toBe(new URL(url).href);
        expect(params.get('x')).toBe(campaign.trim().toWellFormed());
      }),
    );
  });

  it('an address that is added to keeps its path, its own parameters and its fragment', () => {
    fc.assert(
      fc.property(address, anyText, (url, code) => {
        const made = new URL(link('{url}?zz-code={code}&zz-m={material}', { url, code }) ?? '');
        const own = new URL(url);
        expect([made.origin, made.pathname, made.hash]).toEqual([own.origin, own.pathname, own.hash]);
        expect([...made.searchParams].slice(0, -2)).toEqual([...own.searchParams]);
        expect(made.searchParams.get('zz-code')).toBe(code.trim().toWellFormed());
      }),
    );
  });

  it('a pattern of any text throws nothing, and what comes of it is an address or said not to be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (pattern, url) => {
        const made = linkFor(pattern, { ...VALUES, url });
        if (made.link === null) expect(made.missing.length > 0 || made.problem !== null).toBe(true);
        else expect(addressOf(made.link)).not.toBeNull();
      }),
    );
  });
});

describe('ready patterns', () => {
  it.each(READY_PATTERNS.map((ready) => [ready.name, ready] as const))(
    '%s: makes an address that leads home',
    (_name, ready) => {
      const filled = filledPattern(
        ready,
        Object.fromEntries(ready.fill.map(({ name }) => [name, name.includes('domain') ? 'go.example' : '42'])),
        'p1',
      );
      const made = linkFor(filled.pattern, VALUES);
      expect(made).toMatchObject({ missing: [], problem: null, insecure: false });
      const text = decodeURIComponent(made.link ?? '');
      expect(text).toContain('pawsome.example/toys?color=red');
      expect(filled.network).toBe(ready.network);
    },
  );

  it('name nothing that she is not told of', () => {
    for (const { pattern, fill, each } of READY_PATTERNS) {
      const told = new Set([...PLACEHOLDERS, ...fill, ...each].map(({ name }) => name));
      expect(placeholdersOf(pattern).filter((name) => !told.has(name))).toEqual([]);
    }
  });

  it('keep what she has not put in as a placeholder', () => {
    const awin = READY_PATTERNS.find(({ id }) => id === 'awin');
    expect(awin && filledPattern(awin, { 'merchant id': ' ' }, 'x').pattern).toContain('awinmid={merchant id}');
  });
});

it('a short word is made of letters and digits of any script', () => {
  expect(slug('  Café Müller & Söhne! ')).toBe('cafe-muller-sohne');
  expect(slug('犬 の 店')).toBe('犬-の-店');
  expect(slug('—')).toBe('');
});
