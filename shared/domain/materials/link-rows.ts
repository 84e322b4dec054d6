import type { Day } from '../../lib/day.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import { codesOf } from '../affiliates/codes.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import type { PartnerKey } from '../ledger/query.ts';
import { linkFor, placeholdersOf, type LinkValues, type MadeLink } from './links.ts';
import type { LinkPattern } from './material.ts';

/** A link for one account of an affiliate. */
export interface LinkRow extends MadeLink {
  readonly affiliate: Affiliate;
  /** '' where the pattern asks for no account, or there is none. */
  readonly network: string;
  readonly partnerId: string;
}

export interface LinkWish {
  readonly pattern: Pick<LinkPattern, 'pattern' | 'network'>;
  readonly url: string;
  readonly campaign: string;
  /** Name of the material the links are for; '' for none. */
  readonly material: string;
}

export interface LinkFacts {
  readonly partnersOf: (affiliateId: string) => readonly PartnerKey[];
  readonly fields: readonly CustomField[];
  readonly today: Day;
}

/** What the placeholders stand for with one affiliate, on one account (null: none). */
export function valuesOf(
  affiliate: Affiliate,
  account: PartnerKey | null,
  { url, campaign, material }: Pick<LinkWish, 'url' | 'campaign' | 'material'>,
  { fields, today }: Pick<LinkFacts, 'fields' | 'today'>,
): LinkValues {
  return {
    url,
    network: account?.network ?? '',
    partnerId: account?.partnerId ?? '',
    code: codesOf(affiliate).find(({ ends }) => ends === '' || ends >= today)?.code ?? '',
    affiliate: affiliate.name,
    campaign,
    material,
    custom: Object.fromEntries(
      fields.map(({ id, name }) => [name.trim().toLowerCase(), String(affiliate.custom[id] ?? '')]),
    ),
  };
}

/**
 * Links for affiliates, in their order. A pattern that names the account gives one link each account (of its network, where it is made
 * for one), and one row that says what is missing for whoever has none.
 */
export function linkRows(wish: LinkWish, affiliates: readonly Affiliate[], facts: LinkFacts): readonly LinkRow[] {
  const { pattern, network } = wish.pattern;
  const names = new Set([...placeholdersOf(pattern), ...placeholdersOf(wish.url)]);
  const byAccount = network !== '' || names.has('partner id') || names.has('network');
  return affiliates.flatMap((affiliate) => {
    const all = facts.partnersOf(affiliate.id);
    const accounts = byAccount ? all.filter((each) => network === '' || each.network === network) : [];
    return (accounts.length > 0 ? accounts : [null]).map((account): LinkRow => {
      const made = linkFor(pattern, valuesOf(affiliate, account, wish, facts));
      // A link that counts for nobody is none: who is not at the network is missing there, whatever the pattern asks for.
      const stranger = account === null && network !== '' && !made.missing.includes('partner id');
      return {
        affiliate,
        network: account?.network ?? '',
        partnerId: account?.partnerId ?? '',
        ...(stranger ? { ...made, link: null, missing: [...made.missing, `an account at ${network}`] } : made),
      };
    });
  });
}
