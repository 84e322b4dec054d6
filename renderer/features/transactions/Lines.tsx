import { useFormat } from '#renderer/session/use-period.ts';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { OrderLine } from '#shared/domain/ledger/extra.ts';
import { NOTHING } from '#shared/lib/format.ts';

interface Props {
  readonly lines: readonly OrderLine[];
  readonly currency: string;
}

/** The lines that were read as one order: the columns that any of them fills. */
export function Lines({ lines, currency }: Props) {
  const format = useFormat();
  if (lines.length === 0) return null;
  const has = {
    quantity: lines.some(({ quantity }) => !Number.isNaN(quantity)),
    sale: lines.some(({ sale }) => !Number.isNaN(sale)),
    commission: lines.some(({ commission }) => !Number.isNaN(commission)),
  };
  return (
    <section aria-label="Items">
      <h3>Items</h3>
      <table className="order-lines">
        <thead>
          <tr>
            <th scope="col">Item</th>
            {has.quantity && (
              <th scope="col" className="figure">
                Qty
              </th>
            )}
            {has.sale && (
              <th scope="col" className="figure">
                Amount
              </th>
            )}
            {has.commission && (
              <th scope="col" className="figure">
                Commission
              </th>
            )}
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ sku, quantity, sale, commission, status, reason }, index) => (
            <tr key={index}>
              <td>{sku || NOTHING}</td>
              {has.quantity && <td className="figure">{Number.isNaN(quantity) ? NOTHING : format.count(quantity)}</td>}
              {has.sale && <td className="figure">{format.money(sale, currency)}</td>}
              {has.commission && <td className="figure">{format.money(commission, currency)}</td>}
              <td>
                <StatusMark status={status} />
                {reason !== '' && <span className="faint order-line-reason">{reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
