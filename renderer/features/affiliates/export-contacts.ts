import { desk } from '#renderer/platform/desk.ts';
import { say } from '#renderer/session/toasts.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { hubspotCsv, salesforceCsv } from '#shared/domain/affiliates/contact-files/crm-csv.ts';
import type { PeopleFile } from '#shared/domain/affiliates/contact-files/people-out.ts';
import { vcards } from '#shared/domain/affiliates/contact-files/vcards.ts';
import type { TextKind } from '#shared/ipc/contract.ts';

interface ContactFormat {
  readonly id: 'hubspot' | 'salesforce' | 'vcard';
  /** In a menu. */
  readonly name: string;
  readonly fileName: string;
  readonly kind: TextKind;
  readonly write: (affiliates: readonly Affiliate[]) => PeopleFile;
}

/** As what contacts can be taken along, for other programs. */
export const CONTACT_FORMATS: readonly ContactFormat[] = [
  { id: 'hubspot', name: 'Contacts for HubSpot', fileName: 'hubspot-contacts.csv', kind: 'csv', write: hubspotCsv },
  {
    id: 'salesforce',
    name: 'Contacts for Salesforce',
    fileName: 'salesforce-contacts.csv',
    kind: 'csv',
    write: salesforceCsv,
  },
  { id: 'vcard', name: 'Contacts as vCard', fileName: 'contacts.vcf', kind: 'vcard', write: vcards },
];

/** Writes the contacts of these affiliates to a file of her choice, and says how many are in it and who is not. */
export async function exportContacts(format: ContactFormat, affiliates: readonly Affiliate[]): Promise<void> {
  const { text, contacts, without } = format.write(affiliates);
  if (contacts === 0) return say('None of them has a contact with an e-mail address. Nothing was written.');
  const mark = format.kind === 'csv' ? '\uFEFF' : '';
  const saved = await desk().files.saveText({
    suggestedName: format.fileName,
    kind: format.kind,
    text: `${mark}${text}`,
  });
  if (!saved.ok) return say(saved.error.message);
  if (saved.value.kind !== 'saved') return;
  say(
    `${contacts === 1 ? '1 contact' : `${contacts} contacts`} exported to ${saved.value.name}. ${withoutWords(without)}`.trimEnd(),
  );
}

function withoutWords(without: number): string {
  if (without === 0) return '';
  return without === 1
    ? 'One affiliate has no contact with an e-mail address and is not in it.'
    : `${without} affiliates have no contact with an e-mail address and are not in it.`;
}
