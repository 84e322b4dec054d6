import type { Affiliate, Contact } from '../affiliates/affiliate.ts';
import { isEmail } from '../affiliates/domains.ts';

/** Somebody a message can go to. */
export interface Recipient {
  readonly affiliate: Affiliate;
  readonly contact: Pick<Contact, 'name' | 'email'>;
}

/** Who of those meant gets a message, and who does not and why. */
export interface Recipients {
  readonly ready: readonly Recipient[];
  /** They do not want mails. */
  readonly unwanted: readonly Affiliate[];
  /** Nobody knows an address of theirs. */
  readonly unreachable: readonly Affiliate[];
}

/** Contacts with an address that can be written to, in their order. */
export const mailContacts = ({ contacts }: Pick<Affiliate, 'contacts'>): readonly Contact[] =>
  contacts.filter(({ email }) => isEmail(email.trim()));

/** `chosen`: an address of a contact, by the affiliate's id, where it is not to be the first that has one. */
export function recipientsOf(affiliates: readonly Affiliate[], chosen: Readonly<Record<string, string>>): Recipients {
  const ready: Recipient[] = [];
  const unwanted: Affiliate[] = [];
  const unreachable: Affiliate[] = [];
  for (const affiliate of affiliates) {
    const contacts = mailContacts(affiliate);
    const contact = contacts.find(({ email }) => email === chosen[affiliate.id]) ?? contacts[0];
    if (affiliate.privacy.mail === 'no') unwanted.push(affiliate);
    else if (contact) ready.push({ affiliate, contact: { ...contact, email: contact.email.trim() } });
    else unreachable.push(affiliate);
  }
  return { ready, unwanted, unreachable };
}

/** The address that a mail program is opened with (RFC 6068). */
export function mailtoAddress(to: string, subject: string, body: string): string {
  const encode = (text: string): string =>
    encodeURIComponent(text.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n')).replaceAll("'", '%27');
  const query = [
    ['subject', subject],
    ['body', body],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`${name}=${encode(value)}`]));
  const address = encodeURIComponent(to).replaceAll('%40', '@');
  return `mailto:${address}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The longest address that a desktop hands on to a mail program, and the contract takes. */
export const LONGEST_MAILTO = 2048;
