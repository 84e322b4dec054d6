import type { Migration } from './migration.ts';

/** Profiles of her own, found by the header they were made for. */
export const filesIn: Migration = {
  version: 3,
  stores: {
    ownProfiles: 'id, signature',
  },
};
