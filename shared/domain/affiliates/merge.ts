import type { Affiliate, Contact } from './affiliate.ts';
import { emailKey } from './domains.ts';
import { placesOf, withPlaces } from './places.ts';

/**
 * One affiliate out of two: what `into` says stands, what it does not say comes from `from`; contacts, sites, channels, codes and
 * tags of both. Of notes that differ both are kept, of names only that of `into`.
 */
export function mergeAffiliates(into: Affiliate, from: Affiliate): Affiliate {
  const places = new Map(placesOf({ affiliate: into, accounts: [] }));
  for (const [place, held] of placesOf({ affiliate: from, accounts: [] })) {
    if (!places.has(place)) places.set(place, held);
  }
  const { affiliate } = withPlaces(into, places);
  const apart = into.notes !== '' && from.notes !== '' && into.notes !== from.notes;
  return {
    ...affiliate,
    notes: apart ? `${into.notes}\n\n${from.notes}` : affiliate.notes,
    contacts: affiliate.contacts.map((contact) => filledUp(contact, from.contacts)),
  };
}

/** A contact whom both know keeps what `into` says of them. */
function filledUp(contact: Contact, others: readonly Contact[]): Contact {
  const key = emailKey(contact.email);
  const other = others.find(({ email }) => key !== '' && emailKey(email) === key);
  if (!other) return contact;
  const { name, phone, role } = contact;
  return { ...contact, name: name || other.name, phone: phone || other.phone, role: role || other.role };
}
