import { useMemo, useState } from 'react';
import { ArrowDown } from 'lucide-react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { goTo, showAffiliate, showTransactions } from '#renderer/session/navigation.ts';
import { useFormat, usePeriod } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { figuresByAffiliate, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { useGroups } from '#renderer/session/use-groups.ts';

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
  const [by, setBy] = useState<'revenue' | 'commission'>('revenue');
  const groups = useGroups(ledger, period, { currencies: [currency] }, ['partner', 'currency', 'status']);
  const top = useMemo(
    () =>
      [...figuresByAffiliate(groups.value ?? [], directory)]
        .flatMap(([id, [main]]) => (main && main.figures.conversions > 0n ? [{ id, figures: main.figures }] : []))
        .sort((a, b) => Number(b.figures[by] - a.figures[by]))
        .slice(0, SHOWN),
    [groups.value, directory, by],
  );
  if (groups.value === null) return null;
  return (
    <section className="dashboard-top" aria-label={`Top affiliates in ${currency}`}>
      <h3>{`Top affiliates by ${by}`}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Affiliate</th>
            {sortable('revenue', 'Revenue')}
            <th scope="col" className="figures">
              Share
            </th>
            {sortable('commission', 'Commission')}
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
              <td className="figures">
                <button type="button" className="link" onClick={() => show(id)}>
                  {format.percent(all > 0n ? Number(figures.revenue) / Number(all) : null)}
                </button>
              </td>
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

  /** Who is at the top of what. */
  function sortable(figure: typeof by, name: string) {
    return (
      <th scope="col" className="figures" aria-sort={by === figure ? 'descending' : undefined}>
        <button type="button" className="link" onClick={() => setBy(figure)}>
          {name}
          {by === figure && <ArrowDown size={12} aria-hidden="true" />}
        </button>
      </th>
    );
  }

  function show(affiliateId: string): void {
    showTransactions({ affiliateId, statuses: CONVERSION_STATUSES, currencies: [currency] });
  }
}
