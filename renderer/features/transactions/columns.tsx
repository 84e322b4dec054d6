import { showAffiliate } from '#renderer/session/navigation.ts';
import { FIELD_NAMES, fieldText, isFigure, isTime } from '#renderer/session/words.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { Field, Transaction } from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

const WIDTHS: readonly (readonly [Field, number])[] = [
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
];

/** Until she chooses others, no more than fit beside each other. */
export const SHOWN_FIRST: readonly Field[] = WIDTHS.slice(0, 12).map(([field]) => field);

/** What of a transaction can stand in the table; the rest is in its details. */
export const TABLE_FIELDS: readonly Field[] = WIDTHS.map(([field]) => field);

export function transactionColumns(
  directory: Directory,
  fields: readonly Field[],
  format: Format,
  today: Day,
): readonly TableColumn<ListedTransaction>[] {
  return WIDTHS.filter(([field]) => fields.includes(field)).map(([field, width]) => ({
    id: field,
    header: FIELD_NAMES[field],
    width,
    ...(field === 'partnerName' ? { grow: 360 } : {}),
    ...(isFigure(field) ? { align: 'end' as const } : {}),
    sort: isFigure(field) || isTime(field) ? 'desc' : 'asc',
    text: ({ transaction }) => textOf(transaction, field, directory, format, today),
    cell: ({ transaction }) => {
      if (field === 'status') return <StatusMark status={transaction.status} detail={transaction.sourceStatus} />;
      const text = fieldText(transaction, field, format, today);
      if (isTime(field)) {
        // When exactly it locks is for the details.
        const shown = field === 'lockingTime' ? format.momentDay(transaction[field], today) : text;
        return <span title={format.momentFull(transaction[field])}>{shown}</span>;
      }
      if (field !== 'partnerName') return <span title={text}>{text}</span>;
      const affiliate = directory.ofPartner(transaction);
      const name = affiliate?.name ?? (transaction.partnerName || transaction.partnerId || NOTHING);
      if (!affiliate) return name;
      return (
        <button
          type="button"
          className="link"
          tabIndex={-1}
          title={name}
          onClick={(event) => {
            event.stopPropagation();
            showAffiliate(affiliate.id);
          }}
        >
          {name}
        </button>
      );
    },
  }));
}

function textOf(transaction: Transaction, field: Field, directory: Directory, format: Format, today: Day): string {
  if (field !== 'partnerName') return fieldText(transaction, field, format, today);
  return directory.ofPartner(transaction)?.name ?? (transaction.partnerName || transaction.partnerId || NOTHING);
}
