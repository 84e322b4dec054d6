/** What a network's word for an account means for the program; `unknown` for any other word, and for none. */
export type AccountStanding = 'waits' | 'ended' | 'unknown';

/**
 * Accounts that wait for the brand's yes. `pending`: the state of a partner at Impact (brand API, MediaPartners v14: PENDING), of an
 * enrolment at Dub (apps/web/lib/zod/schemas/partners.ts), of an affiliate at UpPromote, AffiliateWP (active, inactive, pending,
 * rejected), Post Affiliate Pro, Everflow and TUNE. The others are the words of lists that networks show in their own screens, and
 * of the sheets in which programs are run by hand.
 */
const WAITS: ReadonlySet<string> = new Set([
  'pending',
  'pending approval',
  'pending application',
  'pending review',
  'applied',
  'application',
  'application pending',
  'new application',
  'awaiting approval',
  'waiting for approval',
  'under review',
  'in review',
  'requested',
]);

/**
 * Accounts that are not yet, or no longer, with the program: Impact's EXPIRED, DECLINED, SUSPENDED, DEACTIVATED, CLOSING, CLOSED; Dub's
 * invited, rejected, declined, deactivated, banned, archived; AffiliateWP's inactive and rejected; and usual words for the same.
 */
const ENDED: ReadonlySet<string> = new Set([
  'expired',
  'declined',
  'suspended',
  'deactivated',
  'closing',
  'closed',
  'rejected',
  'banned',
  'archived',
  'inactive',
  'denied',
  'removed',
  'terminated',
  'ended',
  'left',
  'not joined',
  'invited',
  'blocked',
  'disabled',
]);

/** Reads a network's own word, in any case and with any mark between its parts. */
export function accountStanding(word: string): AccountStanding {
  const plain = word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return WAITS.has(plain) ? 'waits' : ENDED.has(plain) ? 'ended' : 'unknown';
}
