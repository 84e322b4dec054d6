import type { PartnerKey } from '../ledger/query.ts';

/** A partner of the program, as the coordinator knows them. Their transactions are found through links, never stored here. */
export interface Affiliate {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  readonly createdAt: number;
  /** The import that met this affiliate first, null for one made by hand. */
  readonly createdByImport: string | null;
  /** Epoch ms of the last edit by a person; null: nobody has touched it, so undoing its import may remove it. */
  readonly editedAt: number | null;
}

/** Joins a network's partner id to an affiliate: one affiliate may have many, one partner id has one affiliate. */
export interface PartnerLink extends PartnerKey {
  readonly affiliateId: string;
}
