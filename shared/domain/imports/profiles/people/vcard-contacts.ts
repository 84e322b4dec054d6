import { peopleProfile } from './people-profile.ts';

/** Cards of an address book, as the table that vcard.ts makes of them. */
export const vcardContacts = peopleProfile({
  id: 'vcard',
  name: 'vCard contacts',
  network: '',
  source: 'vendor',
  needs: [['VCARD'], ['EMAIL']],
  refuses: [],
  names: {
    firstName: ['N GIVEN'],
    lastName: ['N FAMILY'],
    company: ['ORG'],
    email: ['EMAIL'],
    phone: ['TEL'],
    jobTitle: ['TITLE'],
    website: ['URL'],
    country: ['ADR COUNTRY'],
    tags: ['CATEGORIES'],
    notes: ['NOTE'],
    youtube: ['YOUTUBE'],
    instagram: ['INSTAGRAM'],
    tiktok: ['TIKTOK'],
    x: ['TWITTER'],
    facebook: ['FACEBOOK'],
    linkedin: ['LINKEDIN'],
  },
});
