import type { MetPartner } from '../ledger/partner-names.ts';
import type { PartnerKey } from '../ledger/query.ts';
import type { Affiliate, PartnerLink } from './affiliate.ts';
import { domainsOf, emailKey, MOST_OF_ONE_DOMAIN } from './domains.ts';

export type { MetPartner };

/** An affiliate whom a partner or a person of a list may be, and what speaks for it. */
export interface Candidate {
  readonly affiliateId: string;
  readonly name: string;
  readonly because: 'email' | 'domain';
}

/**
 * A partner id that nobody is linked to yet, and the affiliates it may belong to. Only strong evidence counts (the same e-mail, the
 * same domain of an own site), never a name. None found: no proposal, the partner becomes a new affiliate. One: proposed.
 * Several: asked, and a new affiliate unless she chooses.
 */
export interface PartnerProposal {
  readonly partner: MetPartner;
  readonly candidates: readonly Candidate[];
}

/** What she decided for a proposal. `affiliateId` null: a new affiliate. */
export interface PartnerChoice extends PartnerKey {
  readonly affiliateId: string | null;
}

/** E-mail addresses of an affiliate: of contacts, and where they are paid. */
export const emailsOf = ({ contacts, paymentEmail }: Pick<Affiliate, 'contacts' | 'paymentEmail'>): readonly string[] =>
  [...contacts.map(({ email }) => email), paymentEmail].map(emailKey).filter((email) => email !== '');

/** What an affiliate may be known by, beside their partner ids. */
export interface Traits {
  readonly emails: readonly string[];
  readonly sites: readonly string[];
}

/** Who may be meant by e-mail addresses and sites: those with the same e-mail, or else those with the same domain; by name. */
export type FindCandidates = (traits: Traits) => readonly Candidate[];

/** Makes the function that finds them among those who are known; a domain that many share is no evidence (domains.ts). */
export function candidateFinder(affiliates: readonly Affiliate[]): FindCandidates {
  const byEmail = new Map<string, Affiliate[]>();
  const byDomain = new Map<string, Affiliate[]>();
  for (const affiliate of affiliates) {
    const emails = emailsOf(affiliate);
    for (const email of new Set(emails)) add(byEmail, email, affiliate);
    for (const domain of domainsOf(affiliate.sites, emails)) add(byDomain, domain, affiliate);
  }
  for (const [domain, owners] of byDomain) if (owners.length > MOST_OF_ONE_DOMAIN) byDomain.delete(domain);
  return ({ emails, sites }) => {
    const keys = emails.map(emailKey).filter((email) => email !== '');
    const same = found(byEmail, keys, 'email');
    return same.length > 0 ? same : found(byDomain, domainsOf(sites, keys), 'domain');
  };
}

/** Proposals for the partners that have no link yet, in their order; none for those who are new to all that is known. */
export function proposePartners(
  met: readonly MetPartner[],
  affiliates: readonly Affiliate[],
  links: readonly PartnerLink[],
): readonly PartnerProposal[] {
  const known = new Set(links.map(({ network, partnerId }) => `${network}\n${partnerId}`));
  const find = candidateFinder(affiliates);
  return met.flatMap((partner) => {
    if (known.has(`${partner.network}\n${partner.partnerId}`)) return [];
    const candidates = find({ emails: [partner.email], sites: [partner.site] });
    return candidates.length === 0 ? [] : [{ partner, candidates }];
  });
}

const add = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
};

function found(
  index: ReadonlyMap<string, readonly Affiliate[]>,
  keys: Iterable<string>,
  because: Candidate['because'],
): readonly Candidate[] {
  const matches = new Map<string, Candidate>();
  for (const key of keys) {
    for (const { id, name } of index.get(key) ?? []) matches.set(id, { affiliateId: id, name, because });
  }
  return [...matches.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.affiliateId < b.affiliateId ? -1 : 1,
  );
}
