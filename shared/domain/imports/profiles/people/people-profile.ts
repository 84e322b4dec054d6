import type { PersonField } from '../../../affiliates/person.ts';
import type { Column, Profile } from '../profile.ts';

type Names = { readonly [F in PersonField]?: readonly string[] };

/** Columns of records that have numbers and dates of their own: a table with one of them is no list of people. */
export const NO_PEOPLE: readonly string[] = [
  ...[
    'Amount',
    'Commission',
    'Commission Amount',
    'Payout',
    'Earnings',
    'Sale Amount',
    'Order Value',
    'Order Id',
    'Order Number',
  ],
  ...[
    'Transaction Id',
    'Transaction Date',
    'Conversion Id',
    'Action Id',
    'Action Date',
    'Click Id',
    'Click Date',
    'Referral Id',
  ],
  ...['Order Date', 'Sale Date', 'Event Date', 'Customer Email', 'Opportunity Name', 'Invoice Id', 'SKU'],
];

/** What a list of people needs to say beside its name: where it is from, how it is known, what its columns are called. */
export function peopleProfile(
  about: Pick<Profile, 'id' | 'name' | 'network' | 'source' | 'needs'> & Partial<Profile> & { readonly names: Names },
): Profile {
  const { names, ...rest } = about;
  const columns = Object.entries(names).map(([field, each]): Column => ({ field: field as PersonField, names: each }));
  return {
    side: 'brand',
    kind: 'people',
    refuses: NO_PEOPLE,
    statuses: {},
    defaultZone: 'UTC',
    questions: [],
    ...rest,
    columns,
  };
}
