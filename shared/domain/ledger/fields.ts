/** What a transaction is made of. The one list from which columns, mapping, tables and exports are derived. */

/** Free text. An empty string means "not in the file". */
export const TEXT_FIELDS = [
  'network',
  'program',
  'transactionId',
  'orderId',
  'partnerId',
  'partnerName',
  'sourceStatus',
  'currency',
  'originalCurrency',
  'couponCode',
  'customerStatus', // '' | 'new' | 'existing'
  'country',
  'device',
  'sub1',
  'sub2',
  'sub3',
  'sku',
  'category',
  'reasonCode',
  'corrects', // transaction id (or order id) of what this row takes back or corrects
  'partnerEmail',
  'partnerSite',
  'extra', // JSON object of the columns that fill no field, by their names; '' if there are none
] as const;

/** `Moment`s (shared/lib/moment.ts); NaN means "not in the file". `asOf` is always an instant and never missing. */
export const TIME_FIELDS = ['clickTime', 'eventTime', 'postedTime', 'lockingTime', 'clearedTime', 'asOf'] as const;

/** Micros of the row's `currency` (the two originals: of `originalCurrency`); NaN means "not in the file". */
export const MONEY_FIELDS = ['sale', 'commission', 'networkFee', 'originalSale', 'originalCommission'] as const;

/** Other numbers: items (NaN if not in the file), status code (index into STATUSES), physical line on which the row starts (from 1). */
export const COUNT_FIELDS = ['quantity', 'status', 'line'] as const;

export const NUMBER_FIELDS = [...TIME_FIELDS, ...MONEY_FIELDS, ...COUNT_FIELDS] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type TimeField = (typeof TIME_FIELDS)[number];
export type MoneyField = (typeof MONEY_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type Field = TextField | NumberField;

/** The program's own words for where a transaction stands; the source's word is kept beside it in `sourceStatus`. */
export const STATUSES = ['pending', 'approved', 'locked', 'paid', 'reversed', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** Fields that say who a row is and where it stood in its file, not what is true of the transaction: left out when two versions are compared. */
export const NOT_COMPARED: ReadonlySet<Field> = new Set<Field>(['asOf', 'line']);

/** One transaction as an object: for pages, previews and tests, never for a million rows. */
export type Transaction = { readonly [F in Exclude<TextField, never>]: string } & {
  readonly [F in Exclude<NumberField, 'status'>]: number;
} & { readonly status: Status };
