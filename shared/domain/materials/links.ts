/** What the placeholders of a pattern stand for. '' for what is not known. */
export interface LinkValues {
  /** Where the link leads; may hold placeholders itself ("https://shop.example/?utm_source={network}"). */
  readonly url: string;
  readonly network: string;
  readonly partnerId: string;
  readonly code: string;
  readonly affiliate: string;
  readonly campaign: string;
  readonly material: string;
  /** Values of other placeholders, by their names in lower case. */
  readonly custom: Readonly<Record<string, string>>;
}

/** The placeholders that every pattern may have, and what she reads beside them. */
export const PLACEHOLDERS: readonly { readonly name: string; readonly means: string }[] = [
  { name: 'url', means: 'The address. Parameters that follow it are joined to those it has.' },
  { name: 'url encoded', means: 'The address as the value of a parameter: for deep links.' },
  { name: 'bare url encoded', means: 'The same without https://.' },
  { name: 'network', means: 'The network of the account, as a short word: rakuten-advertising.' },
  { name: 'partner id', means: 'The id under which the network knows the affiliate.' },
  { name: 'code', means: 'The first coupon code that is good today.' },
  { name: 'affiliate', means: 'The affiliate’s name as a short word: pawsome-deals.' },
  { name: 'campaign', means: 'The campaign of these links.' },
  { name: 'material', means: 'The material’s name as a short word.' },
];

export interface MadeLink {
  /** null as long as something is missing or wrong. */
  readonly link: string | null;
  /** The link as far as it is known, with the placeholders that are not. */
  readonly shown: string;
  /** Names of placeholders without a value, each once. */
  readonly missing: readonly string[];
  readonly problem: 'not-an-address' | null;
  /** The address is not https. */
  readonly insecure: boolean;
}

const PLACEHOLDER = /\{([^{}]+)\}/g;

const nameOf = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Names of the placeholders of a pattern, each once. */
export const placeholdersOf = (pattern: string): readonly string[] => [
  ...new Set([...pattern.matchAll(PLACEHOLDER)].map(([, name = '']) => nameOf(name))),
];

/** A name as a short word: lower case, hyphens between, no accents: "Café Müller & Söhne" is "cafe-muller-sohne". */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/**
 * Makes a link of a pattern. What is put in is encoded once, as the value of a parameter is (RFC 3986); the address stands as it is.
 * A pattern that begins with `{url}` adds to it: parameters come behind its own and before its fragment, and take the place of those
 * of the same name.
 */
export function linkFor(pattern: string, values: LinkValues): MadeLink {
  const missing = new Set<string>();
  const fill = (text: string, known: Readonly<Record<string, string>>): string =>
    text.replaceAll(PLACEHOLDER, (whole, name: string) => {
      const value = known[nameOf(name)] ?? '';
      if (value === '') missing.add(URL_NAMES.includes(nameOf(name)) ? 'url' : nameOf(name));
      return value === '' ? whole : value;
    });

  const plain = plainValues(values);
  const template = pattern.trim();
  const usesUrl = placeholdersOf(template).some((name) => URL_NAMES.includes(name));
  const typed = usesUrl ? fill(values.url.trim(), plain) : '';
  const target = missing.size > 0 || typed === '' ? null : addressOf(typed);
  const href = target?.href ?? typed;
  const known = { ...plain, ...urlValues(href) };
  const rest = /^\{\s*url\s*\}/i.exec(template);
  const shown = rest && href !== '' ? joined(href, fill(template.slice(rest[0].length), known)) : fill(template, known);
  const wrong =
    missing.size === 0 && ((usesUrl && target === null) || addressOf(shown) === null || shown !== shown.trim());
  const link = missing.size === 0 && !wrong ? shown : null;
  return {
    link,
    shown,
    missing: [...missing],
    problem: wrong ? 'not-an-address' : null,
    insecure: target?.protocol === 'http:' || (link?.startsWith('http:') ?? false),
  };
}

const URL_NAMES: readonly string[] = ['url', 'url encoded', 'bare url encoded'];

const plainValues = (values: LinkValues): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(values.custom).map(([name, value]) => [nameOf(name), encoded(value.trim())])),
  network: encoded(slug(values.network)),
  'partner id': encoded(values.partnerId.trim()),
  code: encoded(values.code.trim()),
  affiliate: encoded(slug(values.affiliate)),
  campaign: encoded(values.campaign.trim()),
  material: encoded(slug(values.material)),
});

const urlValues = (href: string): Readonly<Record<string, string>> => ({
  url: href,
  'url encoded': encoded(href),
  'bare url encoded': encoded(href.replace(/^https?:\/\//i, '')),
});

/** A web address; one without "https://" is meant with it. null for what is none. */
export function addressOf(text: string): URL | null {
  const trimmed = text.trim();
  // A port follows a host as a scheme is followed by what it is of: only what no number follows is a scheme.
  const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.parse(whole);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[') ? url : null;
}

interface Parts {
  readonly path: string;
  readonly query: readonly string[];
  readonly fragment: string;
}

function partsOf(text: string): Parts {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(text) ?? [];
  return {
    path,
    query: query
      .slice(1)
      .split('&')
      .filter((pair) => pair !== ''),
    fragment,
  };
}

/** An address with what follows it in a pattern. */
function joined(href: string, rest: string): string {
  const own = partsOf(href);
  const added = partsOf(rest.startsWith('&') ? `?${rest.slice(1)}` : rest);
  const keys = new Set(added.query.map(keyOf));
  const query = [...own.query.filter((pair) => !keys.has(keyOf(pair))), ...added.query];
  const path = own.path.endsWith('/') && added.path.startsWith('/') ? added.path.slice(1) : added.path;
  return `${own.path}${path}${query.length > 0 ? `?${query.join('&')}` : ''}${added.fragment || own.fragment}`;
}

const keyOf = (pair: string): string => pair.split('=', 1)[0] ?? '';
