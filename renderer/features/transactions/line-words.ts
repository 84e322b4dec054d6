import { WORDS } from '#renderer/ui/StatusMark.tsx';
import type { OrderLine } from '#shared/domain/ledger/extra.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

/** "DOG-BOWL", "2 items", "£30.00", "£3.00 commission", "Reversed (Returned)": '' for what is not in the file. */
export function lineParts(line: OrderLine, currency: string, format: Format): readonly string[] {
  const { sku, quantity, status, reason } = line;
  const sale = format.money(line.sale, currency);
  const commission = format.money(line.commission, currency);
  return [
    sku,
    Number.isNaN(quantity) ? '' : `${format.count(quantity)} ${quantity === 1 ? 'item' : 'items'}`,
    sale === NOTHING ? '' : sale,
    commission === NOTHING ? '' : `${commission} commission`,
    reason === '' ? WORDS[status] : `${WORDS[status]} (${reason})`,
  ];
}
