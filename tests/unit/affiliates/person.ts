import type { PersonDraft } from '#shared/domain/affiliates/person.ts';

/** A row that says nothing but this. */
export const person = (known: Partial<PersonDraft>): PersonDraft => ({
  lines: [2],
  name: '',
  company: '',
  paymentEmail: '',
  country: '',
  joined: '',
  notes: '',
  contacts: [],
  sites: [],
  social: [],
  couponCodes: [],
  tags: [],
  accounts: [],
  ...known,
});

export const contact = (name: string, email: string, phone = '', role = '') => ({ name, email, phone, role });
