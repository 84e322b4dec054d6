import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowRightLeft, Merge, SquarePen } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { linksOf } from '#renderer/db/affiliates.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { goTo, showTransactions } from '#renderer/session/navigation.ts';
import { figureItems } from '#renderer/session/figure-items.ts';
import { useTheme } from '#renderer/session/theme.ts';
import { useFigures } from '#renderer/session/use-figures.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import { useFormat, usePeriod, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { FigureRow } from '#renderer/ui/FigureRow.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { TrendChart } from '#renderer/ui/TrendChart.tsx';
import type { LedgerFilter } from '#shared/domain/ledger/query.ts';
import type { CurrencyFigures, Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { dailySeries } from '#shared/domain/metrics/series.ts';
import { AffiliateDetails } from './AffiliateDetails.tsx';
import { EditDialog } from './EditDialog.tsx';
import { EditableName } from './EditableName.tsx';
import { JoinDialogs } from './JoinDialogs.tsx';
import './affiliates.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly affiliateId: string;
  /** Where they stand in the pipeline. */
  readonly stage: ReactNode;
  readonly questions: ReactNode;
  readonly materials: ReactNode;
  /** What is to be done about them. */
  readonly tasks: ReactNode;
  /** Their transactions, as the window has them. */
  readonly transactions: ReactNode;
}

/** One affiliate: who they are at which network, what they bring, and every sale of theirs. */
export function AffiliateScreen({
  ledger,
  directory,
  affiliateId,
  stage,
  questions,
  materials,
  tasks,
  transactions,
}: Props) {
  const affiliate = directory.byId(affiliateId);
  if (!affiliate) {
    return (
      <EmptyState action={<Button onClick={() => goTo({ screen: 'affiliates' })}>Show all affiliates</Button>}>
        This affiliate is no longer here: they were merged into another, or the import that brought them was undone.
      </EmptyState>
    );
  }
  const partners = directory.partnersOf(affiliateId);
  return (
    <div className="affiliate">
      <header className="affiliate-head">
        <EditableName affiliate={affiliate} />
        <AffiliateAccounts affiliateId={affiliateId} />
        <span className="affiliate-steps">
          <Button
            kind="quiet"
            size="small"
            icon={<SquarePen size={14} aria-hidden="true" />}
            onClick={() => ask({ kind: 'edit' })}
          >
            Edit…
          </Button>
          {directory.affiliates.length > 1 && (
            <Button
              kind="quiet"
              size="small"
              icon={<Merge size={14} aria-hidden="true" />}
              onClick={() => ask({ kind: 'merge' })}
            >
              Merge into…
            </Button>
          )}
        </span>
      </header>
      <AffiliateDetails affiliate={affiliate} />
      <EditDialog affiliate={affiliate} />
      <JoinDialogs affiliate={affiliate} accounts={partners} affiliates={directory.affiliates} />
      {stage}
      {tasks}
      {questions}
      {materials}
      <AffiliateFigures
        ledger={ledger}
        filter={partners.length === 0 ? null : { partners }}
        affiliateId={affiliateId}
      />
      <section className="affiliate-transactions" aria-label="Transactions of the affiliate">
        {transactions}
      </section>
    </div>
  );
}

/** Under which ids networks know them, and where that stands there. */
function AffiliateAccounts({ affiliateId }: { readonly affiliateId: string }) {
  const links = useLiveQuery(() => linksOf(affiliateId), [affiliateId]) ?? [];
  return (
    <ul className="affiliate-partners">
      {links.map(({ network, partnerId, status }) => (
        <li key={`${network} ${partnerId}`} className="text-selectable">
          {network} <span className="faint">{partnerId}</span>
          {status !== '' && <span className="affiliate-account-status">{status}</span>}
          <IconButton
            label={`Move ${network} ${partnerId} to another affiliate`}
            icon={<ArrowRightLeft size={12} aria-hidden="true" />}
            onClick={() => ask({ kind: 'move', account: { network, partnerId } })}
          />
        </li>
      ))}
    </ul>
  );
}

interface FiguresProps {
  readonly ledger: LedgerClient;
  readonly filter: LedgerFilter | null;
  readonly affiliateId: string;
}

function AffiliateFigures({ ledger, filter, affiliateId }: FiguresProps) {
  const { figures: found, earlier } = useFigures(ledger, filter);
  const format = useFormat();
  const byCurrency = found ?? [];
  const main = byCurrency[0];

  if (found && byCurrency.length === 0) {
    return <p className="affiliate-quiet faint">Nothing from this affiliate in this period.</p>;
  }
  return (
    <>
      {byCurrency.map(({ currency, figures }) => (
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
        height={160}
        onPick={(day) => showTransactions({ affiliateId, day, statuses: CONVERSION_STATUSES, currencies: [currency] })}
      />
    </section>
  );
}
