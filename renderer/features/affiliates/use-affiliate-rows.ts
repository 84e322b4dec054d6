import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { allTasks } from '#renderer/db/tasks.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import { usePeriod } from '#renderer/session/use-period.ts';
import { clicksByAffiliate, figuresByAffiliate, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { affiliateFacts, type AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { useLastConversions } from './use-last-conversions.ts';

const NO_TASKS: readonly Task[] = [];

interface AffiliateRows {
  /** Everyone, by name. */
  readonly rows: readonly AffiliateRow[];
  /** An import tells of clicks. */
  readonly clicked: boolean;
  /** Figures are about to change. */
  readonly stale: boolean;
}

/** Everyone in the program with what is known of them and their figures of the period. */
export function useAffiliateRows(ledger: LedgerClient, directory: Directory): AffiliateRows {
  const { period } = usePeriod();
  const preferred = usePreferences((state) => state.currencies);
  const stages = usePreferences((state) => state.stages);
  const bounds = usePreferences((state) => state.tierBounds);
  const tasks = useLiveQuery(allTasks) ?? NO_TASKS;
  const groups = useGroups(ledger, period, {}, ['partner', 'currency', 'status']);
  const clickGroups = useGroups(ledger, period, {}, ['partner'], 'clicks').value;
  const lastDays = useLastConversions(ledger, directory);

  const facts = useMemo(() => affiliateFacts({ directory, stages, bounds, tasks }), [directory, stages, bounds, tasks]);
  const clicks = useMemo(() => clicksByAffiliate(clickGroups ?? [], directory), [clickGroups, directory]);
  const figures = useMemo(
    () => figuresByAffiliate(groups.value ?? [], directory, preferred, clicks),
    [groups.value, directory, preferred, clicks],
  );
  const rows = useMemo(
    () =>
      facts.map((known): AffiliateRow => {
        const { id } = known.affiliate;
        return {
          ...known,
          byCurrency: figures.get(id) ?? [],
          clicks: clicks.get(id) ?? null,
          lastConversion: lastDays ? (lastDays.get(id) ?? null) : undefined,
        };
      }),
    [facts, figures, clicks, lastDays],
  );
  return { rows, clicked: clickGroups !== null && clickGroups.length > 0, stale: groups.stale };
}
