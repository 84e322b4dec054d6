import { csvText } from '../../ledger/export-csv.ts';
import type { Affiliate } from '../affiliate.ts';
import { peopleOut, type PeopleFile, type PersonOut } from './people-out.ts';

/** Name of a column and its cell. */
type Column = readonly [name: string, cell: (person: PersonOut) => string];

const optOut = ({ affiliate }: PersonOut): boolean => affiliate.privacy.mail === 'no';

/**
 * Labels of HubSpot's default contact properties, which its import maps by itself (knowledge.hubspot.com, "Set up your import
 * files"; "HubSpot's default contact properties"). HubSpot takes who wants no mail as a list of its own ("Import an opt-out list"):
 * the last column is what to make it of.
 */
const HUBSPOT: readonly Column[] = [
  ['Email', ({ email }) => email],
  ['First Name', ({ firstName }) => firstName],
  ['Last Name', ({ lastName }) => lastName],
  ['Company Name', ({ company }) => company],
  ['Phone Number', ({ phone }) => phone],
  ['Job Title', ({ role }) => role],
  ['Website URL', ({ affiliate }) => affiliate.sites[0] ?? ''],
  ['Country/Region', ({ affiliate }) => affiliate.country],
  ['Email Opt Out', (person) => (optOut(person) ? 'true' : 'false')],
];

/**
 * Labels of Salesforce's import wizards (help.salesforce.com, "Field Mapping for Other Data Sources and Organization Import": contacts
 * with their accounts). A contact must have a last name: where only one name is known it is that, and where none is known it is the
 * affiliate's. "1": wants no mail.
 */
const SALESFORCE: readonly Column[] = [
  ['First Name', ({ firstName, lastName }) => (lastName === '' ? '' : firstName)],
  ['Last Name', ({ firstName, lastName, company }) => lastName || firstName || company],
  ['Account Name', ({ company }) => company],
  ['Email', ({ email }) => email],
  ['Business Phone', ({ phone }) => phone],
  ['Title', ({ role }) => role],
  ['Website', ({ affiliate }) => affiliate.sites[0] ?? ''],
  ['Mailing Country', ({ affiliate }) => affiliate.country],
  ['Email Opt Out', (person) => (optOut(person) ? '1' : '0')],
];

/** The contacts of affiliates as HubSpot's import of contacts takes them: CSV, UTF-8. */
export const hubspotCsv = (affiliates: readonly Affiliate[]): PeopleFile => csv(HUBSPOT, affiliates);

/** The contacts of affiliates as Salesforce's Data Import Wizard takes accounts and contacts: CSV, UTF-8. */
export const salesforceCsv = (affiliates: readonly Affiliate[]): PeopleFile => csv(SALESFORCE, affiliates);

function csv(columns: readonly Column[], affiliates: readonly Affiliate[]): PeopleFile {
  const { people, without } = peopleOut(affiliates);
  const rows = people.map((person) => columns.map(([, cell]) => cellText(cell(person))));
  const text = [columns.map(([name]) => name), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
  return { text, contacts: people.length, without };
}

/** Digits and what stands between them in a phone number. Such a cell does no harm in a spreadsheet, and must stay as it is. */
const PHONE = /^\+?[\d\s()./-]+$/;

const cellText = (text: string): string => (PHONE.test(text) ? `"${text}"` : csvText(text));
