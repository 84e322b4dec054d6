import type { Profile } from '../profile.ts';

/** Lists of affiliates, partners and contacts that can be read. */
export const PEOPLE_PROFILES: readonly Profile[] = [];
