import type { Book } from '#shared/domain/ledger/book.ts';
import type { Field } from '#shared/domain/ledger/fields.ts';
import { FIELD_NAMES } from './words.ts';

interface BookWords {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** What a text is looked for in. */
  readonly searched: string;
  /** Where there is none at all. */
  readonly empty: string;
}

/** What she calls the books of the ledger. */
export const BOOK_WORDS: Readonly<Record<Book, BookWords>> = {
  transactions: {
    title: 'Transactions',
    one: 'transaction',
    many: 'transactions',
    searched: 'Id, affiliate, coupon, sub id, SKU',
    empty: 'Every sale your affiliates brought is listed here once an export is imported.',
  },
  clicks: {
    title: 'Clicks',
    one: 'click',
    many: 'clicks',
    searched: 'Id, affiliate, sub id',
    empty: 'Clicks are listed here once an export of them is imported.',
  },
  orders: {
    title: 'Orders',
    one: 'order',
    many: 'orders',
    searched: 'Order, coupon, SKU',
    empty: 'The shop’s own orders are listed here once an export of them is imported.',
  },
};

/** Fields that have another name where the rows are no transactions. */
const OTHERWISE: Readonly<Record<Book, Readonly<Partial<Record<Field, string>>>>> = {
  transactions: {},
  clicks: { eventTime: 'Clicked', transactionId: 'Click id', quantity: 'Clicks' },
  orders: {
    eventTime: 'Ordered',
    transactionId: 'Order id',
    orderId: 'Order number',
    sale: 'Amount',
    network: 'Source',
    program: 'Shop',
    sourceStatus: 'Shop’s word',
    quantity: 'Items',
  },
};

/** What she calls a field of a book. */
export const fieldNameIn = (book: Book, field: Field): string => OTHERWISE[book][field] ?? FIELD_NAMES[field];
