import { PERSON_FIELDS, type PersonField } from '../affiliates/person.ts';
import { COUNT_FIELDS, MONEY_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Field } from '../ledger/fields.ts';
import { PROFILES } from './profiles/index.ts';
import { columnKey } from './profiles/profile.ts';
import type { RecordKind } from './types.ts';

/** A field of the ledger or of a list of people. */
export type AnyField = Field | PersonField;

/** Fields that a file of each kind may fill. */
export const FIELDS_OF: Readonly<Record<RecordKind, readonly AnyField[]>> = {
  transactions: [...TEXT_FIELDS, ...TIME_FIELDS, ...MONEY_FIELDS, ...COUNT_FIELDS].filter(
    (field) => !['extra', 'line', 'sourceStatus'].includes(field),
  ),
  clicks: [
    'network',
    'program',
    'transactionId',
    'partnerId',
    'partnerName',
    'eventTime',
    'quantity',
    'country',
    'device',
    'sub1',
    'sub2',
    'sub3',
  ],
  orders: [
    'program',
    'transactionId',
    'orderId',
    'eventTime',
    'status',
    'currency',
    'sale',
    'couponCode',
    'customerStatus',
    'country',
    'quantity',
    'sku',
    'category',
    'sub1',
  ],
  people: PERSON_FIELDS,
};

/** Fields whose empty cells cost a row, in a mapping of the user's own. */
export const REQUIRED: ReadonlySet<AnyField> = new Set<AnyField>([
  'transactionId',
  'partnerId',
  'eventTime',
  'currency',
  'program',
]);

/** Names in use for each field, by kind: those of all profiles, and plain words for it. */
const synonyms = new Map<RecordKind, ReadonlyMap<AnyField, Synonyms>>();

/** Names by `columnKey`, and how much each says: plain words for a field more than what some export calls it. */
export type Synonyms = ReadonlyMap<string, number>;

const PLAIN: Readonly<Partial<Record<AnyField, readonly string[]>>> = {
  transactionId: [
    'transaction id',
    'transaction',
    'id',
    'conversion id',
    'action id',
    'sale id',
    'commission id',
    'reference',
  ],
  orderId: ['order', 'order id', 'order number', 'order no', 'order ref', 'invoice', 'basket id'],
  partnerId: ['affiliate id', 'publisher id', 'partner id', 'affiliate', 'aff id', 'media id', 'site id'],
  partnerName: ['affiliate name', 'publisher', 'publisher name', 'partner', 'partner name', 'affiliate'],
  partnerEmail: ['affiliate email', 'publisher email', 'partner email', 'email'],
  partnerSite: ['website', 'site', 'url', 'publisher url', 'domain'],
  program: ['program', 'programme', 'campaign', 'advertiser', 'merchant', 'offer', 'store'],
  eventTime: [
    'date',
    'sale date',
    'order date',
    'transaction date',
    'conversion date',
    'time',
    'created',
    'created at',
    'datum',
    'fecha',
  ],
  clickTime: ['click date', 'click time', 'clicked at'],
  status: ['status', 'state', 'validation', 'approval'],
  currency: ['currency', 'currency code', 'waehrung', 'währung', 'moneda', 'devise'],
  sale: [
    'sale',
    'sale amount',
    'order value',
    'order amount',
    'amount',
    'revenue',
    'total',
    'value',
    'subtotal',
    'umsatz',
    'betrag',
  ],
  commission: ['commission', 'commission amount', 'payout', 'earnings', 'reward', 'provision', 'comision'],
  networkFee: ['fee', 'network fee', 'override'],
  couponCode: ['coupon', 'coupon code', 'voucher', 'voucher code', 'promo code', 'discount code', 'code'],
  quantity: ['quantity', 'qty', 'items', 'units', 'clicks'],
  reasonCode: ['reason', 'decline reason', 'reversal reason', 'reject reason'],
  name: ['name', 'full name', 'affiliate name', 'partner name', 'contact name'],
  email: ['email', 'e-mail', 'email address', 'mail'],
  phone: ['phone', 'phone number', 'mobile', 'mobile phone', 'telephone'],
  company: ['company', 'company name', 'account name', 'organisation', 'organization'],
  website: ['website', 'web site', 'url', 'site', 'domain'],
  country: ['country', 'country code', 'land'],
  notes: ['notes', 'note', 'description', 'comment', 'comments'],
  tags: ['tags', 'tag', 'labels', 'groups'],
};

/** Names by which each field goes in files of a kind. */
export function synonymsOf(kind: RecordKind): ReadonlyMap<AnyField, Synonyms> {
  let known = synonyms.get(kind);
  if (!known) {
    const names = new Map<AnyField, Map<string, number>>();
    const put = (field: AnyField, name: string, weight: number): void => {
      const keys = names.get(field) ?? new Map<string, number>();
      const key = columnKey(name);
      names.set(field, keys.set(key, Math.max(weight, keys.get(key) ?? 0)));
    };
    for (const field of FIELDS_OF[kind]) {
      for (const name of [field, ...(PLAIN[field] ?? [])]) put(field, name, 0.97);
    }
    for (const profile of PROFILES) {
      if (profile.kind !== kind) continue;
      for (const { field, names: known } of profile.columns) for (const name of known) put(field, name, 0.95);
    }
    synonyms.set(kind, (known = names));
  }
  return known;
}
