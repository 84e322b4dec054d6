import type { Profile } from '../profile.ts';
import { awinPublishers } from './awin-publishers.ts';
import { contacts } from './contacts.ts';
import { hubspotContacts, salesforceContacts, salesforceLeads } from './crm-contacts.ts';
import { impactPartnerRecords, impactPartners } from './impact-partners.ts';
import { dubPartners, partnerstackPartners, refersionAffiliates, uppromoteAffiliates } from './in-house-lists.ts';
import { ownAffiliates } from './own-affiliates.ts';
import { vcardContacts } from './vcard-contacts.ts';

/** Lists of affiliates, partners and contacts. Of two that know a header equally well the first is taken: the general one is last. */
export const PEOPLE_PROFILES: readonly Profile[] = [
  ownAffiliates,
  impactPartners,
  impactPartnerRecords,
  awinPublishers,
  dubPartners,
  partnerstackPartners,
  refersionAffiliates,
  uppromoteAffiliates,
  hubspotContacts,
  salesforceLeads,
  salesforceContacts,
  vcardContacts,
  contacts,
];
