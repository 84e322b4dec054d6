import { SOCIAL_KINDS, type SocialKind } from '../affiliates/affiliate.ts';
import { createDecoder, detectEncoding } from './decode.ts';

/*
 * vCard address books (RFC 2426 and 6350, versions 3.0 and 4.0, and 2.1 as phones still write it) turned into a delimited table, one
 * row for each card, so that they go the way of every other list (profiles/people/vcard-contacts.ts knows the columns).
 */

const SOCIAL_COLUMNS: Readonly<Record<SocialKind, string>> = {
  youtube: 'YOUTUBE',
  instagram: 'INSTAGRAM',
  tiktok: 'TIKTOK',
  x: 'TWITTER',
  facebook: 'FACEBOOK',
  linkedin: 'LINKEDIN',
};

const HEADER = [
  ...['VCARD', 'N GIVEN', 'N FAMILY', 'ORG', 'EMAIL', 'TEL', 'TITLE', 'URL', 'ADR COUNTRY', 'CATEGORIES', 'NOTE'],
  ...SOCIAL_KINDS.map((kind) => SOCIAL_COLUMNS[kind]),
] as const;

/** True if a file that begins so is an address book of cards. */
export const isVcard = (head: Uint8Array): boolean =>
  /^\s*BEGIN:VCARD\b/i.test(
    createDecoder(detectEncoding(head, false))
      .decode(head)
      .replace(/^\uFEFF/, ''),
  );

/**
 * The cards of a whole file as comma-separated text in UTF-8 under a header. A card that does not end becomes a row that is too short
 * to be taken in; a group of cards (no person) a blank one.
 */
export function vcardCsv(file: Uint8Array): Uint8Array {
  const decoder = createDecoder(detectEncoding(file, true));
  const rows = cardsOf(decoder.decode(file) + decoder.end());
  return new TextEncoder().encode([HEADER, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join(''));
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function cardsOf(text: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let card: Property[] | null = null;
  for (const line of logicalLines(text)) {
    const property = propertyOf(line);
    if (!property) continue;
    const word = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN' && word === 'VCARD') {
      if (card) rows.push(unfinished(card));
      card = [];
    } else if (property.name === 'END' && word === 'VCARD') {
      if (card) rows.push(rowOf(card));
      card = null;
    } else card?.push(property);
  }
  return card ? [...rows, unfinished(card)] : rows;
}

const unfinished = (card: readonly Property[]): readonly string[] => [
  rowOf(card)
    .filter((cell) => cell !== '')
    .join(' '),
];

interface Property {
  /** In capitals, without its group. */
  readonly name: string;
  /** In lower case, with the bare words of version 2.1 as types. */
  readonly params: ReadonlyMap<string, string>;
  /** As it stands, escapes and all. */
  readonly value: string;
}

/** Lines with their continuations: the next line begins with a blank, or this one ends in = and is quoted-printable. */
function* logicalLines(text: string): Generator<string> {
  let held = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (held.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(held)) held = held.slice(0, -1) + line;
    else if (/^[ \t]/.test(line) && held !== '') held += line.slice(1);
    else {
      if (held !== '') yield held;
      held = line;
    }
  }
  if (held !== '') yield held;
}

function propertyOf(line: string): Property | null {
  const colon = endOfParams(line);
  if (colon < 0) return null;
  const [full = '', ...rest] = line.slice(0, colon).match(/(?:"[^"]*"|[^;"])+/g) ?? [];
  const params = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? bareName(part) : part.slice(0, equals).trim().toLowerCase();
    const value = part
      .slice(equals + 1)
      .replaceAll('"', '')
      .trim()
      .toLowerCase();
    params.set(name, params.has(name) ? `${params.get(name)},${value}` : value);
  }
  const name = full
    .slice(full.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
  return { name, params, value: decoded(line.slice(colon + 1), params) };
}

const bareName = (word: string): string =>
  /^(?:quoted-printable|base64|7bit|8bit)$/i.test(word.trim()) ? 'encoding' : 'type';

/** Place of the colon before the value, outside the quotes of a parameter. */
function endOfParams(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

function decoded(value: string, params: ReadonlyMap<string, string>): string {
  if (params.get('encoding') !== 'quoted-printable') return value;
  const charset = params.get('charset') ?? 'utf-8';
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === '=' ? /^[\dA-F]{2}/i.exec(value.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(...new TextEncoder().encode(value[at] ?? ''));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  const label = /^(?:utf-?8)$/.test(charset) ? 'utf-8' : 'windows-1252';
  // Escapes are taken back afterwards: a quoted-printable line end is one, too.
  return new TextDecoder(label).decode(Uint8Array.from(bytes)).replace(/\r\n|\r|\n/g, '\\n');
}

/** Splits at a separator that is not escaped, and takes the escapes back. */
function split(value: string, separator: string): readonly string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? '';
    if (char === '\\') {
      const next = value[++at] ?? '';
      parts.push((parts.pop() ?? '') + (next === 'n' || next === 'N' ? '\n' : next));
    } else if (char === separator) parts.push('');
    else parts.push((parts.pop() ?? '') + char);
  }
  return parts.map((part) => part.trim());
}

const plain = (value: string): string => split(value, '\u0000')[0] ?? '';

function rowOf(card: readonly Property[]): string[] {
  const all = (...names: readonly string[]): readonly Property[] =>
    card.filter(({ name }) => names.includes(name)).sort((a, b) => preference(b) - preference(a));
  const first = (...names: readonly string[]): string => {
    const found = all(...names)[0];
    return found ? plain(found.value) : '';
  };
  if (['group', 'org-unit'].includes(first('KIND', 'X-ADDRESSBOOKSERVER-KIND').toLowerCase()))
    return HEADER.map(() => '');

  const [family = '', given = ''] = split(all('N')[0]?.value ?? '', ';');
  const [company = ''] = split(all('ORG')[0]?.value ?? '', ';');
  const formatted = first('FN');
  // A company's card is called by the company.
  const lastName = family === '' && given === '' && formatted !== company ? formatted : family;
  const sites: string[] = [];
  const social = new Map<SocialKind, string[]>();
  for (const { name, params, value } of all('URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'X-TWITTER', 'X-INSTAGRAM')) {
    const address = plain(value);
    const kind = socialKind(`${name} ${params.get('type') ?? ''} ${params.get('service-type') ?? ''}`, address);
    if (kind) social.set(kind, [...(social.get(kind) ?? []), address]);
    else if (name === 'URL') sites.push(address);
  }
  const texts = {
    VCARD: first('VERSION') || '2.1',
    'N GIVEN': given,
    'N FAMILY': lastName,
    ORG: company,
    EMAIL: all('EMAIL')
      .map(({ value }) => plain(value))
      .join('; '),
    TEL: first('TEL').replace(/^tel:/i, ''),
    TITLE: first('TITLE') || first('ROLE'),
    URL: sites.join(' '),
    'ADR COUNTRY': split(all('ADR')[0]?.value ?? '', ';')[6] ?? '',
    CATEGORIES: all('CATEGORIES')
      .flatMap(({ value }) => split(value, ','))
      .join(', '),
    NOTE: first('NOTE'),
  };
  const byColumn = new Map<string, string>(Object.entries(texts));
  for (const [kind, addresses] of social) byColumn.set(SOCIAL_COLUMNS[kind], addresses.join(', '));
  return HEADER.map((name) => byColumn.get(name) ?? '');
}

/** Higher for what is marked as preferred: TYPE=pref (3.0), a bare PREF (2.1), or PREF=1 to 100, 1 being the most (4.0). */
function preference({ params }: Property): number {
  if ((params.get('type') ?? '').split(',').includes('pref')) return 100;
  const pref = Number(params.get('pref'));
  return pref >= 1 ? 101 - pref : 0;
}

const HOSTS: Readonly<Record<SocialKind, RegExp>> = {
  youtube: /\byoutube\b|\/\/(?:www\.)?youtu\.be\//i,
  instagram: /\binstagram\b/i,
  tiktok: /\btiktok\b/i,
  x: /\btwitter\b|\/\/(?:www\.)?x\.com\//i,
  facebook: /\bfacebook\b/i,
  linkedin: /\blinkedin\b/i,
};

const socialKind = (words: string, address: string): SocialKind | undefined =>
  SOCIAL_KINDS.find(
    (kind) => HOSTS[kind].test(words) || HOSTS[kind].test(/^[^?#]*?\/\/[^/]*\/?/.exec(address)?.[0] ?? ''),
  );
