import { useMemo, useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { showTransactions } from '#renderer/session/navigation.ts';
import { figureItems } from '#renderer/session/figure-items.ts';
import { useTheme } from '#renderer/session/theme.ts';
import { useFigures } from '#renderer/session/use-figures.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import { useFormat, usePeriod, useToday } from '#renderer/session/use-period.ts';
import { FigureRow } from '#renderer/ui/FigureRow.tsx';
import { TrendChart } from '#renderer/ui/TrendChart.tsx';
import type { LedgerFilter } from '#shared/domain/ledger/query.ts';
import type { CurrencyFigures } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { dailySeries } from '#shared/domain/metrics/series.ts';

interface FiguresProps {
  readonly ledger: LedgerClient;
  readonly filter: LedgerFilter | null;
  readonly affiliateId: string;
}

/** What an affiliate brings in the period, and day by day. */
export function AffiliateFigures({ ledger, filter, affiliateId }: FiguresProps) {
  const { figures: found, earlier } = useFigures(ledger, filter);
  const format = useFormat();
  const byCurrency = found ?? [];
  const [main, ...others] = byCurrency;
  const [all, setAll] = useState(false);

  if (found && byCurrency.length === 0) {
    return <p className="affiliate-quiet faint">Nothing from this affiliate in this period.</p>;
  }
  return (
    <>
      {(all ? byCurrency : byCurrency.slice(0, 1)).map(({ currency, figures }) => (
        <section key={currency} className="affiliate-figures" aria-label={`Figures in ${currency}`}>
          {byCurrency.length > 1 && <h3>{currency || 'No currency'}</h3>}
          <FigureRow
            items={figureItems(figures, earlierOf(earlier, currency), currency, format).map((item) => {
              const { statuses } = item;
              const open = (): void =>
                showTransactions({ affiliateId, statuses: statuses ?? [], currencies: [currency] });
              return { ...item, onOpen: statuses ? open : null };
            })}
          />
        </section>
      ))}
      {others.length > 0 && (
        <p className="affiliate-more-currencies">
          <button type="button" className="link link-accent" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Only ${main?.currency ?? ''}` : `Also in ${others.map(({ currency }) => currency).join(', ')}`}
          </button>
        </p>
      )}
      {main && <Trend ledger={ledger} filter={filter} affiliateId={affiliateId} currency={main.currency} />}
    </>
  );
}

const earlierOf = (all: readonly CurrencyFigures[], currency: string): CurrencyFigures['figures'] | null =>
  all.find((each) => each.currency === currency)?.figures ?? null;

function Trend({ ledger, filter, affiliateId, currency }: FiguresProps & { readonly currency: string }) {
  const { period } = usePeriod();
  const format = useFormat();
  const today = useToday();
  const dark = useTheme((state) => state.dark);
  const asked = filter && { ...filter, statuses: CONVERSION_STATUSES, currencies: [currency] };
  const groups = useGroups(ledger, period, asked, ['day', 'currency']);
  const series = useMemo(() => groups.value && dailySeries(groups.value, period, today), [groups.value, period, today]);
  const lines = useMemo(() => (series ? [{ name: 'Revenue', micros: series.revenue }] : []), [series]);
  if (!series || series.days.length < 2) return null;
  return (
    <section className="affiliate-trend">
      <TrendChart
        label={`Revenue a day in ${currency}`}
        days={series.days}
        lines={lines}
        currency={currency}
        format={format}
        today={today}
        dark={dark}
        height={140}
        onPick={(day) => showTransactions({ affiliateId, day, statuses: CONVERSION_STATUSES, currencies: [currency] })}
      />
    </section>
  );
}
