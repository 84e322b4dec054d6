import type { Field, Transaction } from '#shared/domain/ledger/fields.ts';
import { MONEY_FIELDS, TIME_FIELDS, type MoneyField, type TimeField } from '#shared/domain/ledger/fields.ts';
import { SOCIAL_WORDS } from '#shared/domain/affiliates/affiliate.ts';
import type { PersonField } from '#shared/domain/affiliates/person.ts';
import type { DateBasis } from '#shared/domain/ledger/query.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

/** What she calls the fields of a transaction. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  network: 'Network',
  program: 'Program',
  transactionId: 'Transaction id',
  orderId: 'Order id',
  partnerId: 'Partner id',
  partnerName: 'Affiliate',
  sourceStatus: 'Network’s word',
  currency: 'Currency',
  originalCurrency: 'Original currency',
  couponCode: 'Coupon',
  customerStatus: 'Customer',
  country: 'Country',
  device: 'Device',
  sub1: 'Sub id 1',
  sub2: 'Sub id 2',
  sub3: 'Sub id 3',
  sku: 'SKU',
  category: 'Category',
  reasonCode: 'Reason',
  corrects: 'Corrects',
  partnerEmail: 'E-mail of the affiliate',
  partnerSite: 'Site of the affiliate',
  extra: 'Other columns',
  clickTime: 'Clicked',
  eventTime: 'Event',
  postedTime: 'Posted',
  lockingTime: 'Locks',
  clearedTime: 'Cleared',
  asOf: 'As of',
  sale: 'Sale',
  commission: 'Commission',
  networkFee: 'Network fee',
  originalSale: 'Original sale',
  originalCommission: 'Original commission',
  quantity: 'Quantity',
  status: 'Status',
  line: 'Line',
};

/** What she calls what a list tells of people. */
export const PERSON_NAMES: Readonly<Record<PersonField, string>> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  email: 'E-mail',
  paymentEmail: 'E-mail for payments',
  phone: 'Phone',
  jobTitle: 'Job title',
  website: 'Site',
  country: 'Country',
  network: 'Network',
  partnerId: 'Partner id',
  partnerStatus: 'Status at the network',
  accounts: 'Accounts at networks',
  couponCode: 'Coupon',
  tags: 'Tags',
  notes: 'Notes',
  joined: 'Joined',
  ...SOCIAL_WORDS,
};

export const BASIS_NAMES: Readonly<Record<DateBasis, string>> = {
  eventTime: 'By event date',
  clickTime: 'By click date',
  postedTime: 'By posting date',
  lockingTime: 'By locking date',
  clearedTime: 'By clearing date',
};

export const isMoney = (field: Field): field is MoneyField => (MONEY_FIELDS as readonly Field[]).includes(field);

export const isTime = (field: Field): field is TimeField => (TIME_FIELDS as readonly Field[]).includes(field);

export const isFigure = (field: Field): boolean => isMoney(field) || field === 'quantity' || field === 'line';

/** A field of a transaction as it is shown; "–" for what is not in the file. */
export function fieldText(transaction: Transaction, field: Field, format: Format, today: Day): string {
  if (isTime(field)) return format.moment(transaction[field], today);
  if (isMoney(field)) {
    const original = field === 'originalSale' || field === 'originalCommission';
    return format.money(transaction[field], original ? transaction.originalCurrency : transaction.currency);
  }
  const value = transaction[field];
  if (typeof value === 'number') return Number.isNaN(value) ? NOTHING : format.count(value);
  return value === '' ? NOTHING : value;
}
