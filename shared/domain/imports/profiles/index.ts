import { affiliateDesk } from './affiliate-desk.ts';
import { impactActionListing } from './impact-action-listing.ts';
import { partnerizeConversions } from './partnerize-conversions.ts';
import type { Profile } from './profile.ts';

/** Every export that can be read. */
export const PROFILES: readonly Profile[] = [partnerizeConversions, impactActionListing, affiliateDesk];

/** The profile of a recognition; throws for an id that no profile has, which only a program error can bring. */
export function profileOf(id: string): Profile {
  const profile = PROFILES.find((each) => each.id === id);
  if (!profile) throw new Error(`No such export profile: ${id}`);
  return profile;
}
