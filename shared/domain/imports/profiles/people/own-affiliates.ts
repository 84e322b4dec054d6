import { peopleProfile } from './people-profile.ts';

/**
 * The program's own list of affiliates as a file (renderer/features/affiliates/export-affiliates.ts), with whatever columns she had:
 * their names are those on the screen. Names of contacts are left, since the file does not say whose address is whose.
 */
export const ownAffiliates = peopleProfile({
  id: 'affiliate-desk-affiliates',
  name: 'Affiliate Desk affiliates',
  network: '',
  source: 'vendor',
  needs: [
    ['Affiliate'],
    ['Tags', 'Accounts', 'E-mail', 'Sites', 'Coupon codes', 'Country', 'Company'],
    ['Stage', 'In stage', 'Accounts', 'Last conversion', 'Last contact', 'Contract ends', 'May we mail', 'Data from'],
  ],
  refuses: ['Transaction id', 'Order id', 'Sale', 'First name', 'Last name'],
  guarded: true,
  names: {
    name: ['Affiliate'],
    company: ['Company'],
    email: ['E-mail'],
    paymentEmail: ['Paid at'],
    website: ['Sites'],
    country: ['Country'],
    joined: ['Joined'],
    couponCode: ['Coupon codes'],
    tags: ['Tags'],
    accounts: ['Accounts'],
  },
});
