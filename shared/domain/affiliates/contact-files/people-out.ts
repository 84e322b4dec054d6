import type { Affiliate } from '../affiliate.ts';
import { emailKey } from '../domains.ts';

/** A contact on the way out of the program, with what is said of the affiliate. '' for what is not known. */
export interface PersonOut {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  /** The company, or what the affiliate is called. */
  readonly company: string;
  readonly affiliate: Affiliate;
}

export interface PeopleOut {
  readonly people: readonly PersonOut[];
  /** Affiliates of whom nobody goes out: none of their contacts has an e-mail address. */
  readonly without: number;
}

/** A file of contacts, and how many affiliates are not in it. */
export interface PeopleFile {
  readonly text: string;
  readonly contacts: number;
  readonly without: number;
}

/**
 * The contacts of affiliates, by e-mail address: other programs know a person by it. Each address once, with whom it stands first.
 * Where they are paid is nobody's address to write to.
 */
export function peopleOut(affiliates: readonly Affiliate[]): PeopleOut {
  const known = new Set<string>();
  const people: PersonOut[] = [];
  let without = 0;
  for (const affiliate of affiliates) {
    const reachable = affiliate.contacts.filter(({ email }) => emailKey(email) !== '');
    if (reachable.length === 0) without++;
    for (const { name, email, phone, role } of reachable) {
      if (known.has(emailKey(email))) continue;
      known.add(emailKey(email));
      people.push({
        ...namesOf(name),
        email: email.trim(),
        phone: line(phone),
        role: line(role),
        company: line(affiliate.company || affiliate.name),
        affiliate,
      });
    }
  }
  return { people, without };
}

/** A name in two: what follows the last blank is the last name. One word is a first name. */
function namesOf(name: string): Pick<PersonOut, 'firstName' | 'lastName'> {
  const words = line(name);
  const at = words.lastIndexOf(' ');
  return at < 0 ? { firstName: words, lastName: '' } : { firstName: words.slice(0, at), lastName: words.slice(at + 1) };
}

/** Text in one line. */
export const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
