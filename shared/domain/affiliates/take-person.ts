import {
  newAffiliate,
  SINGLE_FIELDS,
  SOCIAL_WORDS,
  type Affiliate,
  type Contact,
  type SingleField,
} from './affiliate.ts';
import { emailKey } from './domains.ts';
import type { Said } from './mention.ts';
import { nameOf, type PersonDraft } from './person.ts';
import {
  accountPlace,
  codePlace,
  contactPlace,
  placesOf,
  sitePlace,
  socialPlace,
  tagPlace,
  withPlaces,
  type Known,
  type Places,
} from './places.ts';

/** One thing a list would change of an affiliate, or (`kept`) would if it were not somebody's own. */
export interface Difference {
  /** What it is, for people: "Country", "Contact", "Impact account". */
  readonly what: string;
  /** '' if there is none. */
  readonly before: string;
  readonly after: string;
  /** The list says otherwise, and what there was stays: a person, or another source, has said it. */
  readonly kept: boolean;
}

type Put = (place: string, after: string | null) => void;

export interface Taken extends Known {
  readonly said: readonly Said[];
  readonly differences: readonly Difference[];
}

const WORDS: Readonly<Record<SingleField, string>> = {
  name: 'Name',
  company: 'Company',
  paymentEmail: 'Payment e-mail',
  country: 'Country',
  joined: 'Joined',
  notes: 'Notes',
};

/**
 * What an affiliate is after a list from `source` has spoken of them. Nothing is emptied and nothing removed: an empty field is
 * filled, contacts, sites, social channels, codes, tags and accounts are added. Another value replaces one that came from the same
 * source; anything else stays as it is and is a difference that was kept.
 */
export function takePerson(known: Known, draft: PersonDraft, source: string): Taken {
  const places = new Map<string, string>(placesOf(known));
  const said: Said[] = [];
  const differences: Difference[] = [];
  const put: Put = (place, after) => {
    said.push({ place, before: places.get(place) ?? null, after });
    if (after === null) places.delete(place);
    else places.set(place, after);
  };
  const differ = (what: string, before: string, after: string, kept = false): void => {
    differences.push({ what, before, after, kept });
  };

  // A list without names speaks for the one that its rows give, where the affiliate is called by that.
  const name = draft.name === '' && known.affiliate.name === nameOf(draft) ? known.affiliate.name : draft.name;
  for (const field of SINGLE_FIELDS) {
    const after = field === 'name' ? name : saysNothing(field, draft, known) ? '' : draft[field];
    if (after === '') continue;
    const before = field === 'name' && isPlaceholder(known) ? '' : known.affiliate[field];
    if (known.affiliate[field] === after) put(field, places.get(field) ?? '');
    else if (before === '' || known.affiliate.sources[field] === source) {
      put(field, JSON.stringify([after, source]));
      differ(WORDS[field], before, after);
    } else differ(WORDS[field], before, after, true);
  }
  for (const contact of draft.contacts) takeContact(contact, source, places, put, differ);

  const addNew = (what: string, place: string, value: string): void => {
    const before = places.get(place);
    if (before === undefined) differ(what, '', value);
    put(place, before ?? value);
  };
  for (const site of draft.sites) addNew('Site', sitePlace(site), site);
  for (const { kind, address } of draft.social) addNew(SOCIAL_WORDS[kind], socialPlace(kind, address), address);
  for (const code of draft.couponCodes) addNew('Coupon code', codePlace(code), code);
  for (const tag of draft.tags) addNew('Tag', tagPlace(tag), tag);
  for (const { network, partnerId, status } of draft.accounts) {
    const place = accountPlace({ network, partnerId });
    const before = places.get(place);
    if (before === undefined) differ(`${network} account`, '', `${partnerId}${status === '' ? '' : ` (${status})`}`);
    else if (status !== '' && status !== before) differ(`Status of ${network} ${partnerId}`, before, status);
    put(place, status === '' ? (before ?? '') : status);
  }
  return { ...withPlaces(known.affiliate, places), said, differences };
}

/** A new affiliate as a list tells of them. */
export function meetPerson(
  draft: PersonDraft,
  source: string,
  { id, createdAt, importId }: { readonly id: string; readonly createdAt: number; readonly importId: string },
): Taken {
  const affiliate = newAffiliate({ id, name: '', createdAt, createdByImport: importId, editedAt: null });
  const taken = takePerson({ affiliate, accounts: [] }, { ...draft, name: nameOf(draft) }, source);
  // That somebody new has a name goes without saying.
  return { ...taken, differences: taken.differences.filter(({ what }) => what !== WORDS.name) };
}

/** A list of contacts names a company for each: called as the affiliate is, it is the affiliate. */
const saysNothing = (field: SingleField, draft: PersonDraft, { affiliate }: Known): boolean =>
  field === 'company' && affiliate.company === '' && draft.company === affiliate.name;

/** An affiliate met in an export without names is called by the partner id: that is no name. */
const isPlaceholder = ({ affiliate, accounts }: Known): boolean =>
  accounts.some(({ partnerId }) => partnerId === affiliate.name);

function takeContact(
  contact: Omit<Contact, 'source'>,
  source: string,
  places: Places,
  put: Put,
  differ: (what: string, before: string, after: string, kept?: boolean) => void,
): void {
  const { affiliate } = withPlaces(NOBODY, places);
  const found = contactOf(affiliate, contact);
  if (!found) {
    put(contactPlace(contact), heldContact({ ...contact, source }));
    differ('Contact', '', wordsOf(contact));
    return;
  }
  const mayChange = found.source === source;
  const after = { ...found };
  for (const field of ['name', 'email', 'phone', 'role'] as const) {
    const value = contact[field];
    if (value === '' || value === found[field]) continue;
    if (field === 'email' && emailKey(value) === emailKey(found.email)) continue;
    if (found[field] === '' || mayChange) after[field] = value;
    else differ('Contact', wordsOf(found), wordsOf({ ...found, [field]: value }), true);
  }
  if (wordsOf(after) !== wordsOf(found)) differ('Contact', wordsOf(found), wordsOf(after));
  // Who had no address stood under the name.
  if (contactPlace(after) !== contactPlace(found)) put(contactPlace(found), null);
  put(contactPlace(after), heldContact(after));
}

/** The contact who is meant: the one with that e-mail address; without one, or for one who has none, the one of that name. */
function contactOf({ contacts }: Affiliate, { name, email, phone }: Omit<Contact, 'source'>): Contact | undefined {
  const key = emailKey(email);
  const same = key === '' ? undefined : contacts.find((each) => emailKey(each.email) === key);
  if (same) return same;
  const open = contacts.filter((each) => key === '' || emailKey(each.email) === '');
  return name === ''
    ? open.find((each) => phone !== '' && each.phone === phone)
    : open.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

const heldContact = ({ name, email, phone, role, source }: Contact): string =>
  JSON.stringify([name, email, phone, role, source]);

const wordsOf = ({ name, email, phone, role }: Omit<Contact, 'source'>): string =>
  [name, role, email, phone].filter((word) => word !== '').join(', ');

const NOBODY = newAffiliate({ id: '', name: '', createdAt: 0, createdByImport: null, editedAt: null });
