/** What a list of affiliates, partners or contacts tells of each: the one list from which its mapping and preview are derived. */
export const PERSON_FIELDS = [
  'name', // of the affiliate; without it the company, else first and last name
  'firstName',
  'lastName',
  'company',
  'email',
  'paymentEmail',
  'phone',
  'jobTitle',
  'website', // one or several addresses
  'country',
  'network', // where the list names it row by row
  'partnerId',
  'partnerStatus', // the source's own word
  'couponCode',
  'tags',
  'notes',
  'joined', // a day
  'youtube',
  'instagram',
  'tiktok',
  'x',
  'facebook',
  'linkedin',
] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];
