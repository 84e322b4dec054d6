import { useMemo } from 'react';
import type { LedgerFilter } from '#shared/domain/ledger/query.ts';
import { clicksOf, figuresByCurrency, type CurrencyFigures } from '#shared/domain/metrics/by-affiliate.ts';
import { usePreferences } from './preferences.ts';
import { useGroups, type GroupSource } from './use-groups.ts';
import { usePeriod } from './use-period.ts';

interface ShownFigures {
  /** By currency, those she prefers first; null as long as they are not here. */
  readonly figures: readonly CurrencyFigures[] | null;
  /** The same of the period that she compares with; none if she does not. */
  readonly earlier: readonly CurrencyFigures[];
  /** They are about to change. */
  readonly stale: boolean;
}

/** Figures of her period, by event date, of the transactions and clicks that meet a filter; of none for null. */
export function useFigures(ledger: GroupSource, filter: LedgerFilter | null): ShownFigures {
  const { period, before } = usePeriod();
  const now = useGroups(ledger, period, filter, ['currency', 'status']);
  const then = useGroups(ledger, before ?? period, before ? filter : null, ['currency', 'status']);
  const clicks = useGroups(ledger, period, filter, [], 'clicks').value;
  const clicksThen = useGroups(ledger, before ?? period, before ? filter : null, [], 'clicks').value;
  const preferred = usePreferences((state) => state.currencies);
  const figures = useMemo(
    () => now.value && figuresByCurrency(now.value, preferred, clicksOf(clicks ?? [])),
    [now.value, clicks, preferred],
  );
  const earlier = useMemo(
    () => figuresByCurrency(then.value ?? [], [], clicksOf(clicksThen ?? [])),
    [then.value, clicksThen],
  );
  return { figures, earlier, stale: now.stale };
}
