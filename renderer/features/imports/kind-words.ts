import { BOOK_WORDS, fieldNameIn } from '#renderer/session/book-words.ts';
import { FIELD_NAMES, PERSON_NAMES } from '#renderer/session/words.ts';
import type { PersonField } from '#shared/domain/affiliates/person.ts';
import type { MatchField } from '#shared/domain/imports/matching.ts';
import type { RecordKind } from '#shared/domain/imports/types.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Field } from '#shared/domain/ledger/fields.ts';

/** What a kind of records is called: one, several, and how it is offered. */
export const KIND_WORDS: Readonly<
  Record<RecordKind, { readonly one: string; readonly many: string; readonly choice: string }>
> = {
  transactions: { ...BOOK_WORDS.transactions, choice: 'Transactions' },
  clicks: { ...BOOK_WORDS.clicks, choice: 'Clicks' },
  orders: { ...BOOK_WORDS.orders, choice: 'Orders of the shop' },
  people: { one: 'affiliate', many: 'affiliates', choice: 'Affiliates and contacts' },
};

/** Fields that are called otherwise in a file than in its book. */
const OTHERWISE: Readonly<Record<Book, Readonly<Partial<Record<MatchField, string>>>>> = {
  transactions: { eventTime: 'Date', partnerName: 'Affiliate’s name' },
  clicks: { partnerName: 'Affiliate’s name' },
  orders: {},
};

/** What she calls a field in a file of that kind. */
export function fieldName(kind: RecordKind, field: MatchField): string {
  if (kind === 'people') return isPersonal(field) ? PERSON_NAMES[field] : FIELD_NAMES[field];
  return OTHERWISE[kind][field] ?? (isLedgers(field) ? fieldNameIn(kind, field) : PERSON_NAMES[field]);
}

const isPersonal = (field: MatchField): field is PersonField => Object.hasOwn(PERSON_NAMES, field);
const isLedgers = (field: MatchField): field is Field => Object.hasOwn(FIELD_NAMES, field);
