import type { Day } from '../../lib/day.ts';
import type { Contact, PartnerLink, Social } from './affiliate.ts';
import { siteDomain } from './domains.ts';

/** What a list of affiliates, partners or contacts tells of each: the one list from which its mapping and preview are derived. */
export const PERSON_FIELDS = [
  'name', // of the affiliate; without it the company, else first and last name
  'firstName',
  'lastName',
  'company',
  'email',
  'paymentEmail',
  'phone',
  'jobTitle',
  'website', // one or several addresses
  'country',
  'network', // where the list names it row by row
  'partnerId',
  'partnerStatus', // the source's own word
  'accounts', // several: "Awin: 0077 (Active); Impact: 9"
  'couponCode',
  'tags',
  'notes',
  'joined', // a day
  'youtube',
  'instagram',
  'tiktok',
  'x',
  'facebook',
  'linkedin',
] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];

/**
 * A person or company of a list, of one row or of several rows that mean the same one. '' and empty lists for what it does not
 * say. `name`: of the affiliate, only where the list names that; a new affiliate without one is called by `nameOf`.
 */
export interface PersonDraft {
  /** Physical lines of the rows, ascending. */
  readonly lines: readonly number[];
  readonly name: string;
  readonly company: string;
  readonly paymentEmail: string;
  readonly country: string;
  readonly joined: Day | '';
  readonly notes: string;
  readonly contacts: readonly Omit<Contact, 'source'>[];
  readonly sites: readonly string[];
  readonly social: readonly Social[];
  readonly couponCodes: readonly string[];
  readonly tags: readonly string[];
  readonly accounts: readonly Account[];
}

/** Whom a network knows them as. */
export type Account = Pick<PartnerLink, 'network' | 'partnerId' | 'status'>;

/** Accounts in one text, as our own list writes them. */
export const accountsText = (accounts: readonly Account[]): string =>
  accounts
    .map(({ network, partnerId, status }) => `${network}: ${partnerId}${status === '' ? '' : ` (${status})`}`)
    .join('; ');

/** The accounts that such a text names; what is none is left out. */
export function accountsIn(text: string): readonly Account[] {
  return text.split(/;\s*/).flatMap((part) => {
    const [, network = '', partnerId = '', status = ''] = /^(.+?):\s*(\S.*?)(?:\s+\((.*)\))?$/.exec(part.trim()) ?? [];
    return network === '' ? [] : [{ network, partnerId, status }];
  });
}

/** What a new affiliate is called: the name, else the company, the first contact's name, its e-mail, the site, a channel, the partner id. */
export function nameOf({ name, company, contacts, sites, social, accounts }: PersonDraft): string {
  const of = (field: 'name' | 'email' | 'phone'): string => contacts.find((each) => each[field] !== '')?.[field] ?? '';
  const site = sites.map((each) => siteDomain(each) || each).find((each) => each !== '') ?? '';
  return (
    name || company || of('name') || of('email') || site || social[0]?.address || accounts[0]?.partnerId || of('phone')
  );
}
