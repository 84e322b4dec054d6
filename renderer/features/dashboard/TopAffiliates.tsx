import { useMemo } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { goTo, showAffiliate, showTransactions } from '#renderer/session/navigation.ts';
import { useFormat, usePeriod } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { figuresByAffiliate, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { useSums } from './use-sums.ts';

const SHOWN = 8;

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly currency: string;
  /** Revenue of the whole program in this currency, of which each has a share. */
  readonly all: bigint;
}

/** Who brought the most revenue. */
export function TopAffiliates({ ledger, directory, currency, all }: Props) {
  const { period } = usePeriod();
  const format = useFormat();
  const groups = useSums(ledger, period, { currencies: [currency] }, ['partner', 'currency', 'status']);
  const top = useMemo(
    () =>
      [...figuresByAffiliate(groups.value ?? [], directory)]
        .flatMap(([id, [main]]) => (main && main.figures.conversions > 0n ? [{ id, figures: main.figures }] : []))
        .sort((a, b) => Number(b.figures.revenue - a.figures.revenue))
        .slice(0, SHOWN),
    [groups.value, directory],
  );
  if (groups.value === null) return null;
  return (
    <section className="dashboard-top" aria-label={`Top affiliates in ${currency}`}>
      <h3>Top affiliates by revenue</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Affiliate</th>
            <th scope="col" className="figures">
              Revenue
            </th>
            <th scope="col" className="figures">
              Share
            </th>
            <th scope="col" className="figures">
              Commission
            </th>
          </tr>
        </thead>
        <tbody>
          {top.map(({ id, figures }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="link" onClick={() => showAffiliate(id)}>
                  {directory.byId(id)?.name}
                </button>
              </th>
              <td className="figures">
                <button type="button" className="link" onClick={() => show(id)}>
                  {format.money(figures.revenue, currency)}
                </button>
              </td>
              <td className="figures">{format.percent(all > 0n ? Number(figures.revenue) / Number(all) : null)}</td>
              <td className="figures">
                <button type="button" className="link" onClick={() => show(id)}>
                  {format.money(figures.commission, currency)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" size="small" onClick={() => goTo({ screen: 'affiliates' })}>
        All affiliates
      </Button>
    </section>
  );

  function show(affiliateId: string): void {
    showTransactions({ affiliateId, statuses: CONVERSION_STATUSES, currencies: [currency] });
  }
}
