import { fieldNameIn } from '#renderer/session/book-words.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { fieldText, isFigure, isTime } from '#renderer/session/words.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Field, Transaction } from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import type { TableLook } from '#shared/lib/table-look.ts';

type Widths = readonly (readonly [Field, number])[];

/** What of a row can stand in its book's table, in this order; the rest is in its details. px */
const WIDTHS: Readonly<Record<Book, Widths>> = {
  transactions: [
    ['eventTime', 136],
    ['partnerName', 200],
    ['status', 110],
    ['sale', 108],
    ['commission', 108],
    ['network', 104],
    ['transactionId', 150],
    ['orderId', 130],
    ['couponCode', 110],
    ['customerStatus', 92],
    ['country', 76],
    ['lockingTime', 120],
    ['program', 130],
    ['partnerId', 110],
    ['sourceStatus', 120],
    ['postedTime', 136],
    ['clickTime', 136],
    ['clearedTime', 136],
    ['originalSale', 108],
    ['originalCommission', 120],
    ['networkFee', 104],
    ['quantity', 80],
    ['device', 90],
    ['category', 120],
    ['sku', 110],
    ['sub1', 100],
    ['sub2', 100],
    ['sub3', 100],
    ['reasonCode', 120],
    ['corrects', 130],
  ],
  clicks: [
    ['eventTime', 136],
    ['partnerName', 200],
    ['network', 104],
    ['program', 140],
    ['quantity', 80],
    ['country', 80],
    ['device', 100],
    ['sub1', 110],
    ['sub2', 110],
    ['sub3', 110],
    ['transactionId', 150],
    ['partnerId', 110],
    ['sourceStatus', 120],
    ['couponCode', 110],
    ['category', 120],
    ['sale', 108],
    ['commission', 108],
  ],
  orders: [
    ['eventTime', 136],
    ['transactionId', 130],
    ['status', 104],
    ['sale', 104],
    ['program', 130],
    ['network', 100],
    ['couponCode', 110],
    ['customerStatus', 92],
    ['country', 76],
    ['quantity', 68],
    ['currency', 84],
    ['orderId', 130],
    ['sourceStatus', 120],
    ['sku', 160],
    ['category', 120],
    ['clearedTime', 136],
    ['postedTime', 136],
    ['originalSale', 108],
    ['reasonCode', 120],
    ['corrects', 130],
  ],
};

/** Until she chooses others, no more than fit beside each other. */
const SHOWN: Readonly<Record<Book, number>> = { transactions: 12, clicks: 9, orders: 10 };

/** How the table of a book comes. */
export const firstLook = (book: Book): TableLook => FIRST_LOOKS[book];

const look = (book: Book): TableLook => ({
  order: [],
  hidden: WIDTHS[book].slice(SHOWN[book]).map(([field]) => field),
  widths: {},
});

const FIRST_LOOKS: Readonly<Record<Book, TableLook>> = {
  transactions: look('transactions'),
  clicks: look('clicks'),
  orders: look('orders'),
};

/** `without`: what says nothing new where the table stands. */
export function bookColumns(
  book: Book,
  without: Field | null,
  directory: Directory,
  format: Format,
  today: Day,
): readonly TableColumn<ListedTransaction>[] {
  return WIDTHS[book]
    .filter(([field]) => field !== without)
    .map(([field, width]) => ({
      id: field,
      header: fieldNameIn(book, field),
      width,
      ...(field === 'partnerName' ? { grow: 360 } : {}),
      ...(isFigure(field) ? { align: 'end' as const } : {}),
      sort: isFigure(field) || isTime(field) ? 'desc' : 'asc',
      text: ({ transaction }) => textOf(book, transaction, field, directory, format, today),
      cell: ({ transaction }) => {
        if (field === 'status') return <StatusMark status={transaction.status} detail={transaction.sourceStatus} />;
        const text = textOf(book, transaction, field, directory, format, today);
        if (isTime(field)) {
          // When exactly it locks is for the details.
          const shown = field === 'lockingTime' ? format.momentDay(transaction[field], today) : text;
          return <span title={format.momentFull(transaction[field])}>{shown}</span>;
        }
        const affiliate = field === 'partnerName' ? directory.ofPartner(transaction) : undefined;
        if (!affiliate) return <span title={text}>{text}</span>;
        return (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            title={text}
            onClick={(event) => {
              event.stopPropagation();
              showAffiliate(affiliate.id);
            }}
          >
            {text}
          </button>
        );
      },
    }));
}

function textOf(
  book: Book,
  transaction: Transaction,
  field: Field,
  directory: Directory,
  format: Format,
  today: Day,
): string {
  if (field === 'partnerName')
    return directory.ofPartner(transaction)?.name ?? (transaction.partnerName || transaction.partnerId || NOTHING);
  // A row of clicks without a number is one click.
  if (field === 'quantity' && book === 'clicks' && Number.isNaN(transaction.quantity)) return format.count(1);
  return fieldText(transaction, field, format, today);
}
