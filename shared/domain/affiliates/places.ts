import type { Day } from '../../lib/day.ts';
import {
  SINGLE_FIELDS,
  type Affiliate,
  type Contact,
  type PartnerLink,
  type SingleField,
  type SocialKind,
} from './affiliate.ts';
import { emailKey, siteDomain } from './domains.ts';
import type { Account } from './person.ts';

/**
 * All that is known of an affiliate, laid out flat: each single value, contact, site, code, tag and account has a place, and what
 * stands there is a text. So what a list has said can be kept, compared and taken back piece by piece.
 */
export type Places = ReadonlyMap<string, string>;

/** An affiliate with the partner ids they are known under. */
export interface Known {
  readonly affiliate: Affiliate;
  readonly accounts: readonly Account[];
}

type Held = [value: string, source: string];

/* Places of what there may be several of. What means the same has one place: addresses and codes in any case, sites by domain. */

export const contactPlace = ({ name, email, phone }: Omit<Contact, 'source'>): string =>
  `contact ${emailKey(email) || (name ? `name ${name.toLowerCase()}` : `phone ${phone}`)}`;
export const sitePlace = (site: string): string => `site ${siteDomain(site) || site.toLowerCase()}`;
export const socialPlace = (kind: SocialKind, address: string): string => `social ${kind} ${address.toLowerCase()}`;
export const codePlace = (code: string): string => `code ${code.toUpperCase()}`;
export const tagPlace = (tag: string): string => `tag ${tag.toLowerCase()}`;
export const accountPlace = ({ network, partnerId }: Pick<Account, 'network' | 'partnerId'>): string =>
  `account ${network}\n${partnerId}`;

/** The affiliate laid out. Empty values have no place; an account's is there with its status, '' included. */
export function placesOf({ affiliate, accounts }: Known): Places {
  const places = new Map<string, string>();
  for (const field of SINGLE_FIELDS) {
    const held: Held = [affiliate[field], affiliate.sources[field] ?? ''];
    if (affiliate[field] !== '') places.set(field, JSON.stringify(held));
  }
  for (const { name, email, phone, role, source } of affiliate.contacts)
    places.set(contactPlace({ name, email, phone, role }), JSON.stringify([name, email, phone, role, source]));
  for (const site of affiliate.sites) places.set(sitePlace(site), site);
  for (const { kind, address } of affiliate.social) places.set(socialPlace(kind, address), address);
  for (const code of affiliate.couponCodes) places.set(codePlace(code), code);
  for (const tag of affiliate.tags) places.set(tagPlace(tag), tag);
  for (const account of accounts) places.set(accountPlace(account), account.status);
  return places;
}

/** The affiliate with what stands in `places`, and nothing else but who and since when they are. A name is never taken away. */
export function withPlaces(affiliate: Affiliate, places: Places): Known {
  const singles: { -readonly [F in SingleField]: Affiliate[F] } = {
    name: affiliate.name,
    company: '',
    paymentEmail: '',
    country: '',
    joined: '',
    notes: '',
  };
  const sources: { -readonly [F in SingleField]?: string } = {};
  const contacts: Contact[] = [];
  const sites: string[] = [];
  const social: { readonly kind: SocialKind; readonly address: string }[] = [];
  const couponCodes: string[] = [];
  const tags: string[] = [];
  const accounts: Account[] = [];
  for (const [place, held] of places) {
    const at = place.indexOf(' ');
    const kind = at < 0 ? place : place.slice(0, at);
    const rest = place.slice(at + 1);
    if (kind === 'contact') {
      const [name = '', email = '', phone = '', role = '', source = ''] = JSON.parse(held) as string[];
      contacts.push({ name, email, phone, role, source });
    } else if (kind === 'site') sites.push(held);
    else if (kind === 'social') social.push({ kind: rest.slice(0, rest.indexOf(' ')) as SocialKind, address: held });
    else if (kind === 'code') couponCodes.push(held);
    else if (kind === 'tag') tags.push(held);
    else if (kind === 'account') {
      const [network = '', partnerId = ''] = rest.split('\n');
      accounts.push({ network, partnerId, status: held });
    } else {
      const field = kind as SingleField;
      const [value, source] = JSON.parse(held) as Held;
      if (field === 'joined') singles.joined = value as Day;
      else singles[field] = value;
      if (source !== '') sources[field] = source;
    }
  }
  return { affiliate: { ...affiliate, ...singles, sources, contacts, sites, social, couponCodes, tags }, accounts };
}

export const accountOf = ({ network, partnerId, status }: PartnerLink): Account => ({ network, partnerId, status });
