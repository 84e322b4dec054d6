import { FIELD_NAMES, PERSON_NAMES } from '#renderer/session/words.ts';
import type { MatchField } from '#shared/domain/imports/matching.ts';
import type { RecordKind } from '#shared/domain/imports/types.ts';

/** What a kind of records is called: one, several, and how it is offered. */
export const KIND_WORDS: Readonly<
  Record<RecordKind, { readonly one: string; readonly many: string; readonly choice: string }>
> = {
  transactions: { one: 'transaction', many: 'transactions', choice: 'Transactions' },
  clicks: { one: 'click', many: 'clicks', choice: 'Clicks' },
  orders: { one: 'order', many: 'orders', choice: 'Orders of the shop' },
  people: { one: 'affiliate', many: 'affiliates', choice: 'Affiliates and contacts' },
};

/** Fields that are called otherwise where the records are not transactions. */
const OTHERWISE: Readonly<Record<RecordKind, Readonly<Partial<Record<MatchField, string>>>>> = {
  transactions: { eventTime: 'Date', partnerName: 'Affiliate’s name' },
  clicks: { eventTime: 'Clicked', transactionId: 'Click id', quantity: 'Clicks', partnerName: 'Affiliate’s name' },
  orders: { eventTime: 'Ordered', transactionId: 'Order id', orderId: 'Order number', sale: 'Amount', program: 'Shop' },
  people: {},
};

/** What she calls a field in a file of that kind. */
export function fieldName(kind: RecordKind, field: MatchField): string {
  const own = OTHERWISE[kind][field];
  if (own !== undefined) return own;
  if (kind === 'people' && field in PERSON_NAMES) return PERSON_NAMES[field as keyof typeof PERSON_NAMES];
  return FIELD_NAMES[field as keyof typeof FIELD_NAMES];
}
