import { WORDS } from '#renderer/ui/StatusMark.tsx';
import type { OrderLine } from '#shared/domain/ledger/extra.ts';
import type { Format } from '#shared/lib/format.ts';

/** "2 × DOG-BOWL, £30.00, Reversed (Returned)": what there is of it. */
export function lineWords(
  { sku, quantity, sale, status, reason }: OrderLine,
  currency: string,
  format: Format,
): string {
  const what = [Number.isNaN(quantity) ? '' : `${format.count(quantity)} ×`, sku]
    .filter((part) => part !== '')
    .join(' ');
  const where = reason === '' ? WORDS[status] : `${WORDS[status]} (${reason})`;
  return [what, Number.isNaN(sale) ? '' : format.money(sale, currency), where].filter((part) => part !== '').join(', ');
}
