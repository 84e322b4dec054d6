import { NO_PEOPLE, peopleProfile } from './people-profile.ts';

const NAMES = {
  name: ['Partner Name', 'Media Partner Name', 'Media Partner', 'Partner', 'Name'],
  firstName: ['Contact First Name', 'First Name'],
  lastName: ['Contact Last Name', 'Last Name', 'Contact Name', 'Contact'],
  email: ['Contact Email', 'Email', 'Email Address', 'Partner Contact Email'],
  phone: ['Contact Phone', 'Phone', 'Phone Number', 'Work Phone'],
  jobTitle: ['Contact Role', 'Role', 'Job Title'],
  website: ['Website', 'Company URL', 'Partner Website', 'URL'],
  country: ['Country', 'Partner Country', 'Address Country'],
  partnerId: ['Media Partner Id', 'Partner Id', 'mp_id', 'Id'],
  partnerStatus: ['Relationship', 'Contract Status', 'Partner Status', 'Status', 'State'],
  tags: ['Partner Groups', 'Partner Group', 'Groups', 'Tags'],
  notes: ['Notes', 'Description'],
  joined: ['Joined Date', 'Date Joined', 'Join Date', 'Contract Start Date'],
  instagram: ['Instagram'],
  tiktok: ['TikTok'],
  youtube: ['YouTube'],
} as const;

const FIGURES = [...NO_PEOPLE, 'Clicks', 'Actions', 'Total Cost', 'Action Cost', 'Earned Date'];

/** Impact (impact.com), the brand's partners and their contacts as the program shows and exports them ("Partner contact list"). */
export const impactPartners = peopleProfile({
  id: 'impact-partners',
  name: 'Impact partners',
  network: 'Impact',
  source: 'synonyms',
  needs: [
    ['Media Partner Id', 'Partner Id', 'mp_id'],
    ['Partner Name', 'Media Partner Name', 'Media Partner', 'Partner', 'Name'],
    ['Email', 'Contact Email', 'Email Address', 'Partner Contact Email', 'Website', 'Company URL', 'Relationship'],
  ],
  refuses: FIGURES,
  names: NAMES,
});

/**
 * The same partners with the names that Impact's brand API has for their fields (MediaPartners, v14): `Id Name Description Website
 * State Address Phone Currency Timezone PartnerType PromotionalMethods`. State is the account's: ACTIVE, EXPIRED, PENDING ...
 */
export const impactPartnerRecords = peopleProfile({
  id: 'impact-partner-records',
  name: 'Impact partners (records)',
  network: 'Impact',
  source: 'vendor',
  needs: [['Id'], ['Name'], ['State'], ['PartnerType', 'PromotionalMethods']],
  refuses: FIGURES,
  names: NAMES,
});
