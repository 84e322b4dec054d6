import { useMemo } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { figureItems } from '#renderer/session/figure-items.ts';
import { showTransactions } from '#renderer/session/navigation.ts';
import { choose } from '#renderer/session/preferences.ts';
import { useFigures } from '#renderer/session/use-figures.ts';
import { useTheme } from '#renderer/session/theme.ts';
import { PERIOD_NAMES, useFormat, usePeriod, useToday, type ChosenPeriod } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { FigureRow } from '#renderer/ui/FigureRow.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { TrendChart } from '#renderer/ui/TrendChart.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES, type Figures } from '#shared/domain/metrics/figures.ts';
import { dailySeries } from '#shared/domain/metrics/series.ts';
import type { Format } from '#shared/lib/format.ts';
import { TopAffiliates } from './TopAffiliates.tsx';
import { useGroups } from '#renderer/session/use-groups.ts';
import './dashboard.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
}

/** How the program does: a block of figures, a line and the best affiliates, for each currency by itself. */
export function DashboardScreen({ ledger, directory }: Props) {
  const chosen = usePeriod();
  const format = useFormat();
  const { figures: found, earlier, stale } = useFigures(ledger, {});
  const byCurrency = found ?? [];
  if (found && byCurrency.length === 0) {
    const all = <Button onClick={() => choose({ period: { kind: 'all' } })}>Show all time</Button>;
    return <EmptyState action={all}>{`No transactions by event date in ${periodWords(chosen, format)}.`}</EmptyState>;
  }
  return (
    <div className="dashboard" aria-busy={stale}>
      <p className="faint dashboard-about">
        {`By event date, ${periodWords(chosen, format)}`}
        {chosen.before && `, compared with ${format.period(chosen.before)}`}
      </p>
      {byCurrency.map(({ currency, figures }) => (
        <CurrencyBlock
          key={currency}
          ledger={ledger}
          directory={directory}
          currency={currency}
          figures={figures}
          before={earlier.find((each) => each.currency === currency)?.figures ?? null}
          named={byCurrency.length > 1}
        />
      ))}
    </div>
  );
}

interface BlockProps extends Props {
  readonly currency: string;
  readonly figures: Figures;
  readonly before: Figures | null;
  /** There are others: it has to say which it is. */
  readonly named: boolean;
}

function CurrencyBlock({ ledger, directory, currency, figures, before, named }: BlockProps) {
  const format = useFormat();
  const items = figureItems(figures, before, currency, format).map((item) => {
    const { statuses } = item;
    const open = (): void => showTransactions({ statuses: statuses ?? [], currencies: [currency] });
    return { ...item, onOpen: statuses ? open : null };
  });
  return (
    <section className="dashboard-block" aria-label={`Figures in ${currency || 'no currency'}`}>
      {named && <h2>{currency || 'No currency'}</h2>}
      <FigureRow items={items} />
      <div className="dashboard-lower">
        <Daily ledger={ledger} currency={currency} />
        <TopAffiliates ledger={ledger} directory={directory} currency={currency} all={figures.revenue} />
      </div>
    </section>
  );
}

function Daily({ ledger, currency }: { readonly ledger: LedgerClient; readonly currency: string }) {
  const { period } = usePeriod();
  const format = useFormat();
  const today = useToday();
  const dark = useTheme((state) => state.dark);
  const groups = useGroups(ledger, period, { statuses: CONVERSION_STATUSES, currencies: [currency] }, [
    'day',
    'currency',
  ]);
  const series = useMemo(() => groups.value && dailySeries(groups.value, period, today), [groups.value, period, today]);
  const lines = useMemo(
    () =>
      series
        ? [
            { name: 'Revenue', micros: series.revenue },
            { name: 'Commission', micros: series.commission },
          ]
        : [],
    [series],
  );
  return (
    <section className="dashboard-daily" aria-label={`Revenue and commission a day in ${currency}`}>
      <h3>Revenue and commission a day</h3>
      {series && (
        <TrendChart
          label={`Revenue and commission a day in ${currency}`}
          days={series.days}
          lines={lines}
          currency={currency}
          format={format}
          today={today}
          dark={dark}
          height={260}
          onPick={(day) => showTransactions({ day, statuses: CONVERSION_STATUSES, currencies: [currency] })}
        />
      )}
    </section>
  );
}

function periodWords({ choice, period }: ChosenPeriod, format: Format): string {
  if (!period) return 'all time';
  const days = format.period(period);
  if (choice.kind === 'custom') return days;
  const name = PERIOD_NAMES[choice.kind].toLowerCase();
  return `${name.startsWith('last') && name !== 'last month' ? `the ${name}` : name} (${days})`;
}
