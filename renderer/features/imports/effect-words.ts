import { effectByCurrency } from '#shared/domain/metrics/effect.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PlanCounts } from '#shared/domain/ledger/plan.ts';
import type { Format } from '#shared/lib/format.ts';

/** "1 row", "1,204 rows" */
export const counted = (count: number, one: string, many: string, format: Format): string =>
  `${format.count(count)} ${count === 1 ? one : many}`;

/** "412 new, 38 changed", only what there is. */
export function countWords(counts: PlanCounts, format: Format): string {
  const parts = [
    [counts.new, 'new'],
    [counts.changed, 'changed'],
    [counts.same, 'same'],
    [counts.older, 'older'],
    [counts.repeated, 'repeated'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${format.count(count)} ${word}`);
  return words.length > 0 ? words.join(', ') : 'No rows';
}

/** What an import changed: a line about affiliates, then one for each currency. */
export function effectWords(record: ImportRecord, format: Format): readonly string[] {
  const affiliates = record.newAffiliateIds.length;
  const moved = effectByCurrency(record.effect.totals).map(({ currency, commission, revenue, reversed }) => {
    const parts = [
      ...(revenue === 0n
        ? []
        : [
            `${record.kind === 'orders' ? 'orders' : 'revenue'} ${way(revenue)} ${format.money(abs(revenue), currency)}`,
          ]),
      ...(commission === 0n ? [] : [`commission ${way(commission)} ${format.money(abs(commission), currency)}`]),
      ...(reversed > 0 ? [counted(reversed, 'reversal', 'reversals', format)] : []),
      ...(reversed < 0 ? [`${counted(-reversed, 'reversal', 'reversals', format)} fewer`] : []),
    ];
    return `${currency || 'No currency'}: ${parts.join(', ')}`;
  });
  return [...(affiliates === 0 ? [] : [counted(affiliates, 'new affiliate', 'new affiliates', format)]), ...moved];
}

const way = (micros: bigint): string => (micros > 0n ? 'up by' : 'down by');
const abs = (micros: bigint): bigint => (micros < 0n ? -micros : micros);
