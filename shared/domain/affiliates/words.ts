import type { ActivityKind } from './activity.ts';
import type { AffiliateKind, MailConsent, Tier } from './affiliate.ts';

/* How what is one of a few is said to her. */

export const KIND_WORDS: Readonly<Record<AffiliateKind, string>> = {
  content: 'Content',
  coupon: 'Coupon',
  cashback: 'Cashback',
  influencer: 'Influencer',
  email: 'E-mail',
  comparison: 'Comparison',
  b2b: 'B2B',
  other: 'Other',
};

export const TIER_WORDS: Readonly<Record<Tier, string>> = { nano: 'Nano', micro: 'Micro', mid: 'Mid', macro: 'Macro' };

/** Answers to "May we mail them?" */
export const CONSENT_WORDS: Readonly<Record<MailConsent, string>> = {
  unknown: 'Not asked',
  yes: 'Yes',
  no: 'No',
};

export const ACTIVITY_WORDS: Readonly<Record<ActivityKind, string>> = {
  mail: 'Mail',
  call: 'Call',
  meeting: 'Meeting',
  note: 'Note',
  stage: 'Stage',
  commission: 'Commission',
  file: 'File',
  material: 'Material',
};
