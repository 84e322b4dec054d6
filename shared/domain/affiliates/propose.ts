import type { PartnerKey } from '../ledger/query.ts';

/** A partner as a file tells of them. '' for what it does not say. */
export interface MetPartner extends PartnerKey {
  readonly name: string;
  readonly email: string;
  /** Address of a site, with or without a scheme. */
  readonly site: string;
}

/**
 * A partner id that nobody is linked to yet, and the affiliates it may belong to. Only strong evidence counts (the same e-mail, the
 * same domain of an own site), never a name. None found: no proposal, the partner becomes a new affiliate. One: proposed.
 * Several: asked, and a new affiliate unless she chooses.
 */
export interface PartnerProposal {
  readonly partner: MetPartner;
  readonly candidates: readonly { readonly affiliateId: string; readonly name: string; readonly because: 'email' | 'domain' }[];
}

/** What she decided for a proposal. `affiliateId` null: a new affiliate. */
export interface PartnerChoice extends PartnerKey {
  readonly affiliateId: string | null;
}
