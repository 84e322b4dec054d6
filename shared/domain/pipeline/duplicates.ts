import type { Affiliate } from '../affiliates/affiliate.ts';
import { domainsOf, emailKey, MOST_OF_ONE_DOMAIN } from '../affiliates/domains.ts';
import { emailsOf } from '../affiliates/propose.ts';

/** What two affiliates have in common that one alone should have, the strongest first. */
export const LIKENESSES = ['email', 'payment-email', 'domain', 'company'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Somebody who may be the same, and why. */
export interface Duplicate {
  readonly affiliate: Affiliate;
  /** Never empty, in the order of `LIKENESSES`. */
  readonly because: readonly Likeness[];
}

/** Finds who may be the same as one affiliate: those with most in common first. */
export type FindDuplicates = (affiliate: Affiliate) => readonly Duplicate[];

/**
 * Makes the function that finds them among all. The same e-mail address counts wherever it is; the same domain only where one owner
 * can have it (affiliates/domains.ts: no mail providers, no shared hosts); the name of a company without its legal form. What more
 * than a handful have in common is an agency's or a network's and says nothing.
 */
export function duplicateFinder(affiliates: readonly Affiliate[]): FindDuplicates {
  const index = new Map<string, Affiliate[]>();
  for (const affiliate of affiliates) {
    for (const key of keysOf(affiliate).keys()) {
      const known = index.get(key);
      if (known) known.push(affiliate);
      else index.set(key, [affiliate]);
    }
  }
  return (affiliate) => {
    const found = new Map<string, { readonly affiliate: Affiliate; readonly because: Set<Likeness> }>();
    for (const [key, likeness] of keysOf(affiliate)) {
      const same = index.get(key) ?? [];
      if (same.length > MOST_OF_ONE_DOMAIN) continue;
      for (const other of same) {
        if (other.id === affiliate.id) continue;
        const known = found.get(other.id) ?? { affiliate: other, because: new Set() };
        // Paid at the same address is more telling than one that both have written somewhere.
        known.because.add(
          likeness === 'email' && isPaidAt(affiliate, key) && isPaidAt(other, key) ? 'payment-email' : likeness,
        );
        found.set(other.id, known);
      }
    }
    return [...found.values()]
      .map(({ affiliate: other, because }) => ({
        affiliate: other,
        because: LIKENESSES.filter((likeness) => because.has(likeness)),
      }))
      .sort(
        (a, b) =>
          b.because.length - a.because.length ||
          LIKENESSES.indexOf(a.because[0] ?? 'company') - LIKENESSES.indexOf(b.because[0] ?? 'company') ||
          (a.affiliate.name < b.affiliate.name ? -1 : 1),
      );
  };
}

/** By what an affiliate can be told, and what it would mean to have it in common. */
function keysOf(affiliate: Affiliate): ReadonlyMap<string, Likeness> {
  const emails = emailsOf(affiliate);
  const company = companyKey(affiliate.company);
  return new Map<string, Likeness>([
    ...(company === '' ? [] : [[`company ${company}`, 'company'] as const]),
    ...[...domainsOf(affiliate.sites, emails)].map((domain) => [`domain ${domain}`, 'domain'] as const),
    ...emails.map((email) => [`email ${email}`, 'email'] as const),
  ]);
}

const isPaidAt = ({ paymentEmail }: Affiliate, key: string): boolean => key === `email ${emailKey(paymentEmail)}`;

/** Legal forms, as they stand at the end of a company's name. */
const LEGAL_FORM =
  /\s(?:inc|incorporated|llc|llp|lp|ltd|limited|plc|corp|corporation|co|company|gmbh|mbh|ug|ag|kg|ohg|ek|sarl|sas|sa|srl|spa|bv|nv|ab|as|aps|oy|oyj|pty|pte|kft|sro|zoo|gmbh co kg)$/u;

/** A company's name to compare by: "Paws & Co., Inc." and "PAWS AND CO" are one; '' for what is too short to tell anybody. */
export function companyKey(company: string): string {
  let name = company
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[.’']/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (let shorter = name.replace(LEGAL_FORM, ''); shorter !== name; shorter = name.replace(LEGAL_FORM, '')) {
    name = shorter.replace(/\sand$/u, '');
  }
  return name.length < 3 ? '' : name;
}
