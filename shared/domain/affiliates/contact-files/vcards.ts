import type { Affiliate, SocialKind } from '../affiliate.ts';
import { peopleOut, line, type PeopleFile, type PersonOut } from './people-out.ts';

/** Octets of a line, without its end (RFC 2426 2.6, RFC 6350 3.2). */
const LINE_OCTETS = 75;

/**
 * The contacts of affiliates as cards for an address book: vCard 3.0 (RFC 2426), which every one of them reads, escaped and folded as
 * RFC 6350 3.2 and 3.4 say (version 4.0 differs in nothing that is written here), in UTF-8. Who wants no mail has
 * X-EMAIL-OPT-OUT.
 */
export function vcards(affiliates: readonly Affiliate[]): PeopleFile {
  const { people, without } = peopleOut(affiliates);
  return { text: people.map(card).join(''), contacts: people.length, without };
}

function card(person: PersonOut): string {
  const { firstName, lastName, email, phone, role, company, affiliate } = person;
  const { sites, social, tags, country, privacy } = affiliate;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(lastName)};${escaped(firstName)};;;`,
    `FN:${escaped(line(`${firstName} ${lastName}`) || company)}`,
    `ORG:${escaped(company)}`,
    ...some('TITLE', role),
    `EMAIL;TYPE=INTERNET:${escaped(email)}`,
    ...some('TEL;TYPE=WORK', phone),
    ...(country === '' ? [] : [`ADR;TYPE=WORK:;;;;;;${escaped(country)}`]),
    ...sites.map((site) => `URL:${escaped(site)}`),
    ...social.map(({ kind, address }) => `X-SOCIALPROFILE;TYPE=${SERVICES[kind]}:${escaped(address)}`),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escaped).join(',')}`]),
    ...(privacy.mail === 'no' ? ['X-EMAIL-OPT-OUT:1'] : []),
    'END:VCARD',
  ];
  return lines.map((each) => `${folded(each)}\r\n`).join('');
}

const some = (property: string, text: string): readonly string[] =>
  text === '' ? [] : [`${property}:${escaped(text)}`];

/** As address books call them. */
const SERVICES: Readonly<Record<SocialKind, string>> = {
  youtube: 'youtube',
  instagram: 'instagram',
  tiktok: 'tiktok',
  x: 'twitter',
  facebook: 'facebook',
  linkedin: 'linkedin',
};

/** RFC 6350 3.4: backslash, comma, semicolon and line ends. */
const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 octets, no character cut in two; each further one begins with a blank. */
function folded(text: string): string {
  let out = '';
  let octets = 0;
  for (const character of text) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

/** In UTF-8. */
const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
