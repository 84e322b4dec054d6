import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { useLoaded, type Loaded } from '#renderer/session/use-loaded.ts';
import type { Group, GroupKey, LedgerFilter } from '#shared/domain/ledger/query.ts';
import type { Period } from '#shared/lib/day.ts';

/** More groups than any program has; the worker answers with what there is. */
const ALL_GROUPS = { offset: 0, limit: 1_000_000 };

/** Sums of the period by the keys, by event date. `filter` null: there is nothing to ask for. */
export function useGroups(
  ledger: LedgerClient,
  period: Period | null,
  filter: LedgerFilter | null,
  groupBy: readonly GroupKey[],
): Loaded<readonly Group[]> {
  const version = useLedgerVersion((state) => state.version);
  return useLoaded(JSON.stringify([period, filter, groupBy, version]), async (signal) => {
    if (!filter) return [];
    const groups = await ledger.groups(
      {
        period,
        basis: 'eventTime',
        filter,
        groupBy,
        measures: ['transactions', 'sale', 'commission'],
        sort: [],
        window: ALL_GROUPS,
      },
      signal,
    );
    return groups.rows;
  });
}
