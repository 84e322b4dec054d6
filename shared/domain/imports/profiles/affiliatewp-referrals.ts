import type { Profile } from './profile.ts';

/**
 * AffiliateWP (a WordPress plugin), the export of referrals. Columns as the plugin's published code writes them.
 *
 * - Referrals have no id in the export. One is known by affiliate, what it came from (`Context`, `Reference`: the shop's order) and
 *   when; the same again is another referral.
 * - `Amount` is the commission. What was sold is not in the file.
 * - `unpaid` means approved and not paid yet. Making the payout file marks referrals as paid.
 * - The plugin writes `'` for `"` and a backslash before quotes in its cells: both stay as they are.
 * - Headers are translated to the site's language; English ones are known. Times are the site's.
 */
export const affiliateWpReferrals: Profile = {
  id: 'affiliatewp-referrals',
  name: 'AffiliateWP referrals',
  network: 'AffiliateWP',
  side: 'brand',
  kind: 'transactions',
  source: 'vendor',
  needs: [['Affiliate ID'], ['Amount'], ['Reference'], ['Context'], ['Status'], ['Date']],
  refuses: [],
  columns: [
    { field: 'program', names: ['Site', 'Program'], required: true },
    { field: 'orderId', names: ['Reference'] },
    { field: 'partnerId', names: ['Affiliate ID'], required: true },
    { field: 'partnerName', names: ['Name', 'Username'] },
    { field: 'partnerEmail', names: ['Email', 'Payment Email'] },
    { field: 'eventTime', names: ['Date'], required: true },
    { field: 'status', names: ['Status'] },
    { field: 'currency', names: ['Currency'], required: true },
    { field: 'commission', names: ['Amount'], required: true },
    { field: 'sub1', names: ['Campaign'] },
    { field: 'category', names: ['Context'] },
  ],
  statuses: { pending: 'pending', unpaid: 'approved', paid: 'paid', rejected: 'reversed' },
  identity: { columns: ['Affiliate ID', 'Context', 'Reference', 'Date'], again: 'occurrence' },
  defaultZone: 'UTC',
  questions: ['program', 'currency'],
};
