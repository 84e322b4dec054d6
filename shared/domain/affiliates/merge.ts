import type { Affiliate, Contact, Privacy } from './affiliate.ts';
import { emailKey } from './domains.ts';
import { placesOf, withPlaces } from './places.ts';

/**
 * One affiliate out of two: what `into` says stands, what it does not say comes from `from`; contacts, sites, channels, codes,
 * tags and agreements of both. Of notes that differ both are kept, of names only that of `into`; of last contacts the later, and who may not
 * be mailed under one name may not under the other.
 */
export function mergeAffiliates(into: Affiliate, from: Affiliate): Affiliate {
  const places = new Map(placesOf({ affiliate: into, accounts: [] }));
  for (const [place, held] of placesOf({ affiliate: from, accounts: [] })) {
    if (!places.has(place)) places.set(place, held);
  }
  const { affiliate } = withPlaces(into, places);
  const known = new Set(into.agreements.map(({ id }) => id));
  return {
    ...affiliate,
    notes: both(into.notes, from.notes),
    contacts: affiliate.contacts.map((contact) => filledUp(contact, from.contacts)),
    kind: into.kind || from.kind,
    language: into.language || from.language,
    tier: into.tier || from.tier,
    audiences: { ...from.audiences, ...into.audiences },
    codeEnds: { ...from.codeEnds, ...into.codeEnds },
    contractEnd: into.contractEnd || from.contractEnd,
    lastContact: into.lastContact > from.lastContact ? into.lastContact : from.lastContact,
    custom: { ...from.custom, ...into.custom },
    agreements: [...into.agreements, ...from.agreements.filter(({ id }) => !known.has(id))],
    privacy: mergePrivacy(into.privacy, from.privacy),
    standing: into.standing ?? from.standing,
    foundThrough: into.foundThrough || from.foundThrough,
  };
}

/** A no is a no, whomever of the two it was said of. */
function mergePrivacy(into: Privacy, from: Privacy): Privacy {
  const said = into.mail === 'unknown' ? from.mail : into.mail;
  return {
    origin: into.origin || from.origin,
    mail: from.mail === 'no' ? 'no' : said,
    note: both(into.note, from.note),
  };
}

const both = (into: string, from: string): string =>
  into !== '' && from !== '' && into !== from ? `${into}\n\n${from}` : into || from;

/** A contact whom both know keeps what `into` says of them. */
function filledUp(contact: Contact, others: readonly Contact[]): Contact {
  const key = emailKey(contact.email);
  const other = others.find(({ email }) => key !== '' && emailKey(email) === key);
  if (!other) return contact;
  const { name, phone, role } = contact;
  return { ...contact, name: name || other.name, phone: phone || other.phone, role: role || other.role };
}
