import type { Migration } from './migration.ts';

/** The ground: the ledger's segments and its imports, affiliates and their links, what is remembered and what was edited. */
export const ground: Migration = {
  version: 1,
  stores: {
    segments: 'id, importId',
    imports: 'id, &sequence',
    affiliates: 'id, createdByImport',
    links: '[network+partnerId], affiliateId',
    profileSettings: 'profileId',
    preferences: 'key',
    meta: 'key',
    journal: 'order',
  },
};
