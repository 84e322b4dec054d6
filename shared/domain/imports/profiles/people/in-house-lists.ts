import { NO_PEOPLE, peopleProfile } from './people-profile.ts';

/** Lists of the programs that a brand runs itself: Dub, PartnerStack, Refersion, UpPromote. */

/**
 * Dub, export of partners: `ID,Name,Email,Country,Status,Group,Enrolled at,Payouts enabled at,Description,Clicks, ... ,Website,YouTube,
 * X/Twitter,LinkedIn,Instagram,TikTok`, of which the user chooses (Dub's source: apps/web/lib/zod/schemas/partners.ts). Status is the
 * enrolment's: pending, approved, rejected, invited, declined, deactivated, banned, archived.
 */
export const dubPartners = peopleProfile({
  id: 'dub-partners',
  name: 'Dub partners',
  network: 'Dub',
  source: 'vendor',
  needs: [['ID'], ['Name'], ['Enrolled at', 'Payouts enabled at']],
  refuses: ['Partner ID', 'Invoice ID', 'Amount'],
  names: {
    name: ['Name'],
    email: ['Email'],
    website: ['Website'],
    country: ['Country'],
    partnerId: ['ID'],
    partnerStatus: ['Status'],
    tags: ['Group'],
    notes: ['Description'],
    joined: ['Enrolled at'],
    youtube: ['YouTube'],
    x: ['X/Twitter'],
    linkedin: ['LinkedIn'],
    instagram: ['Instagram'],
    tiktok: ['TikTok'],
  },
});

/**
 * PartnerStack, partners: the columns of its importer (support.partnerstack.com 360009012554: `Partner_first, Partner_last,
 * Partner_email, partner_key, Partner_group, Partner_joined_date`) and the words of its partner table.
 */
export const partnerstackPartners = peopleProfile({
  id: 'partnerstack-partners',
  name: 'PartnerStack partners',
  network: 'PartnerStack',
  source: 'synonyms',
  needs: [
    ['partner_key', 'partner_first', 'Partnership Key', 'Partner Team'],
    ['partner_email', 'Email', 'Owner Email'],
  ],
  refuses: [...NO_PEOPLE, 'customer_key', 'Reward Amount', 'Reward Key'],
  names: {
    name: ['Partner', 'Partner Name', 'Partner Team'],
    firstName: ['partner_first', 'First Name', 'Partner First Name'],
    lastName: ['partner_last', 'Last Name', 'Partner Last Name'],
    company: ['Company', 'Company Name'],
    email: ['partner_email', 'Email', 'Owner Email'],
    paymentEmail: ['PayPal Email', 'Payout Email'],
    phone: ['Phone', 'Phone Number'],
    website: ['Website'],
    country: ['Country', 'Address Country'],
    partnerId: ['partner_key', 'Partnership Key'],
    partnerStatus: ['Status', 'Approved Status'],
    tags: ['partner_group', 'Group', 'Tags'],
    joined: ['partner_joined_date', 'Joined', 'Signed up', 'Created At'],
  },
});

/**
 * Refersion, affiliates: the columns of its bulk import (support.refersion.com 1232447: `First Name, Last Name, Email, Offer ID,
 * PayPal email, Coupon, Password`) and those that its list shows.
 */
export const refersionAffiliates = peopleProfile({
  id: 'refersion-affiliates',
  name: 'Refersion affiliates',
  network: 'Refersion',
  source: 'synonyms',
  needs: [
    ['First Name', 'Affiliate Name', 'Name'],
    ['Email', 'Email Address'],
    ['Offer ID', 'Offer', 'Offer Name'],
  ],
  names: {
    name: ['Affiliate Name', 'Name'],
    firstName: ['First Name'],
    lastName: ['Last Name'],
    company: ['Company', 'Company Name'],
    email: ['Email', 'Email Address'],
    paymentEmail: ['PayPal Email', 'Payment Email'],
    phone: ['Phone', 'Phone Number'],
    website: ['Website', 'Site'],
    country: ['Country'],
    partnerId: ['Affiliate ID', 'Affiliate Code', 'ID'],
    partnerStatus: ['Status'],
    couponCode: ['Coupon', 'Coupon Code', 'Coupons'],
    tags: ['Offer', 'Offer Name', 'Tags'],
    joined: ['Created', 'Date Created', 'Registered', 'Join Date'],
    notes: ['Notes'],
  },
});

/**
 * UpPromote, affiliates: the columns of its import (docs.uppromote.com: `first_name,last_name,email`, exactly so written) and those
 * that its list shows (status Pending, Active, Inactive; program; signup source).
 */
export const uppromoteAffiliates = peopleProfile({
  id: 'uppromote-affiliates',
  name: 'UpPromote affiliates',
  network: 'UpPromote',
  source: 'synonyms',
  needs: [
    ['first_name', 'Affiliate Name', 'Name'],
    ['email', 'Affiliate Email'],
    ['program', 'program_name', 'Affiliate Link', 'Signup Source', 'Referral Link'],
  ],
  names: {
    name: ['Affiliate Name', 'Name'],
    firstName: ['first_name'],
    lastName: ['last_name'],
    company: ['company'],
    email: ['email', 'Affiliate Email'],
    paymentEmail: ['paypal_email', 'PayPal Account', 'payment_email'],
    phone: ['phone', 'Phone Number'],
    website: ['website'],
    country: ['country'],
    partnerId: ['affiliate_id', 'id'],
    partnerStatus: ['status'],
    couponCode: ['coupon', 'coupon_code', 'coupons'],
    tags: ['program', 'program_name', 'tags'],
    joined: ['created_at', 'Date', 'Signup Date', 'Registered'],
    facebook: ['facebook'],
    instagram: ['instagram'],
    youtube: ['youtube'],
    tiktok: ['tiktok'],
    x: ['twitter'],
  },
});
