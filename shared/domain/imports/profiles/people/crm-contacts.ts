import { NO_PEOPLE, peopleProfile } from './people-profile.ts';

/** Contacts of the CRMs that she may come from: HubSpot, Salesforce. They name no network, and several rows may be one company. */

/**
 * HubSpot, contacts: labels of the default properties (knowledge.hubspot.com, import of contacts: "First Name, Last Name, Email",
 * with `Company, Phone, Job Title, Website` as in its sample file), and what an export of them has beside. In the export the names are
 * the properties' labels in the account's language; English is read, others go through the matching of columns.
 */
export const hubspotContacts = peopleProfile({
  id: 'hubspot-contacts',
  name: 'HubSpot contacts',
  network: '',
  source: 'vendor',
  needs: [
    ['Email', 'Email Address'],
    ['First Name', 'Last Name'],
    ['Record ID', 'Lifecycle Stage', 'Contact owner', 'Job Title', 'Website URL', 'Associated Company', 'Lead Status'],
  ],
  refuses: [...NO_PEOPLE, 'Lead ID', 'Account Name', 'Lead Owner', 'Offer ID'],
  names: {
    firstName: ['First Name'],
    lastName: ['Last Name'],
    company: ['Company', 'Company Name', 'Associated Company', 'Primary Associated Company'],
    email: ['Email', 'Email Address', 'Work email'],
    phone: ['Phone', 'Phone Number', 'Mobile Phone Number'],
    jobTitle: ['Job Title'],
    website: ['Website', 'Website URL', 'Company Domain Name'],
    country: ['Country/Region', 'Country'],
    notes: ['Message', 'Notes'],
    instagram: ['Instagram'],
    x: ['Twitter Username'],
    linkedin: ['LinkedIn URL', 'LinkedIn Profile URL'],
  },
});

const PERSON = {
  firstName: ['First Name', 'FirstName'],
  lastName: ['Last Name', 'LastName', 'Full Name', 'Contact Name', 'Name'],
  email: ['Email', 'Email Address'],
  phone: ['Phone', 'Business Phone', 'Mobile', 'Mobile Phone', 'MobilePhone'],
  jobTitle: ['Title', 'Job Title'],
  website: ['Website'],
  notes: ['Description'],
} as const;

/**
 * Salesforce, leads: the labels of its import wizard (help.salesforce.com, "Salesforce Lead Fields"), the field names of its API, and
 * those of lead reports ("Company / Account"). A lead always has a last name and a company.
 */
export const salesforceLeads = peopleProfile({
  id: 'salesforce-leads',
  name: 'Salesforce leads',
  network: '',
  source: 'vendor',
  needs: [
    ['Last Name', 'LastName', 'Full Name', 'Name'],
    ['Company', 'Company / Account', 'Company Name'],
    ['Lead Source', 'LeadSource', 'Lead Status', 'Lead ID', 'Lead Owner', 'Rating', 'Record Owner', 'Email Opt Out'],
  ],
  refuses: [...NO_PEOPLE, 'Account Name', 'Contact ID', 'Lifecycle Stage', 'Job Title'],
  names: { ...PERSON, company: ['Company', 'Company / Account', 'Company Name'], country: ['Country'] },
});

/** Salesforce, contacts: each belongs to an account, which is the company. Several contacts of an account are rows of their own. */
export const salesforceContacts = peopleProfile({
  id: 'salesforce-contacts',
  name: 'Salesforce contacts',
  network: '',
  source: 'vendor',
  needs: [
    ['Last Name', 'LastName', 'Full Name', 'Contact Name', 'Name'],
    ['Account Name', 'Account.Name', 'AccountName'],
    ['Email', 'Contact ID', 'Contact Owner', 'Mailing Country', 'MailingCountry', 'Title'],
  ],
  names: {
    ...PERSON,
    company: ['Account Name', 'Account.Name', 'AccountName'],
    website: ['Website', 'Account Website', 'Account.Website'],
    country: ['Mailing Country', 'MailingCountry', 'Country'],
  },
});
