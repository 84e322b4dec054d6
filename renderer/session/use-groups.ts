import type { Book } from '#shared/domain/ledger/book.ts';
import type { Group, GroupKey, GroupQuery, LedgerFilter, Listed } from '#shared/domain/ledger/query.ts';
import { FIGURE_MEASURES } from '#shared/domain/metrics/figures.ts';
import type { Period } from '#shared/lib/day.ts';
import { useLedgerVersion } from './ledger-version.ts';
import { useLoaded, type Loaded } from './use-loaded.ts';

/** The part of the ledger that is asked here. */
export interface GroupSource {
  groups(query: GroupQuery, signal?: AbortSignal): Promise<Listed<Group>>;
}

/** More groups than any program has; the worker answers with what there is. */
const ALL_GROUPS = { offset: 0, limit: 1_000_000 };

/** Sums of the period by the keys, by event date: figures of transactions, or clicks. `filter` null: there is nothing to ask for. */
export function useGroups(
  ledger: GroupSource,
  period: Period | null,
  filter: LedgerFilter | null,
  groupBy: readonly GroupKey[],
  book: Exclude<Book, 'orders'> = 'transactions',
): Loaded<readonly Group[]> {
  const version = useLedgerVersion((state) => state.version);
  return useLoaded(JSON.stringify([period, filter, groupBy, book, version]), async (signal) => {
    if (!filter) return [];
    const groups = await ledger.groups(
      {
        book,
        period,
        basis: 'eventTime',
        filter,
        groupBy,
        measures: book === 'clicks' ? ['quantity'] : FIGURE_MEASURES,
        sort: [],
        window: ALL_GROUPS,
      },
      signal,
    );
    return groups.rows;
  });
}
