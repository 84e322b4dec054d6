import type { LedgerClient } from '#renderer/ledger/types.ts';
import { lastConversions } from '#renderer/session/last-conversions.ts';
import type { Group, GroupQuery } from '#shared/domain/ledger/query.ts';
import { figuresByCurrency, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { FIGURE_MEASURES } from '#shared/domain/metrics/figures.ts';
import type { Needs } from '#shared/domain/segments/evaluate.ts';
import type { SegmentFacts } from '#shared/domain/segments/facts.ts';
import { spanFigures, spanKey, spanPeriod } from '#shared/domain/segments/figures.ts';
import type { Day, Period } from '#shared/lib/day.ts';

/** When and where is asked. */
export interface Asked {
  readonly directory: Directory;
  readonly today: Day;
  readonly zone: string;
  /** The period of the window; null: everything. */
  readonly window: Period | null;
  /** ISO 4217, that of the amounts. */
  readonly currency: string;
}

type LedgerFacts = Pick<SegmentFacts, 'figures' | 'lastConversions'>;

/** More groups than any program has; the worker answers with what there is. */
const ALL_GROUPS = { offset: 0, limit: 1_000_000 };

/** What rules need of the ledger, and nothing else of it. */
export async function ledgerFacts(
  ledger: LedgerClient,
  needs: Needs,
  { directory, today, zone, window, currency }: Asked,
  signal?: AbortSignal,
): Promise<LedgerFacts> {
  const ask = async (query: Partial<GroupQuery> & Pick<GroupQuery, 'period'>): Promise<readonly Group[]> => {
    const { rows } = await ledger.groups(
      {
        basis: 'eventTime',
        filter: {},
        groupBy: ['partner', 'status', 'currency'],
        measures: FIGURE_MEASURES,
        sort: [],
        window: ALL_GROUPS,
        ...query,
      },
      signal,
    );
    return rows;
  };
  const figures = await Promise.all(
    needs.spans.map(async ({ days, clicks }) => {
      const period = spanPeriod(days, today, window);
      const [groups, clicked] = await Promise.all([
        ask({ period }),
        clicks ? ask({ book: 'clicks', period, groupBy: ['partner'], measures: ['quantity'] }) : [],
      ]);
      return [spanKey(days), spanFigures(groups, clicked, directory, currency)] as const;
    }),
  );
  return {
    figures: new Map(figures),
    lastConversions: needs.lastConversions ? await lastConversions(ledger, directory, zone, signal) : null,
  };
}

/** The currency of amounts in rules: her main one, else the one with the most revenue; '' if there is none. */
export async function mainCurrency(
  ledger: LedgerClient,
  preferred: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const [first] = preferred;
  if (first !== undefined) return first;
  const { rows } = await ledger.groups(
    {
      period: null,
      basis: 'eventTime',
      filter: {},
      groupBy: ['currency', 'status'],
      measures: FIGURE_MEASURES,
      sort: [],
      window: ALL_GROUPS,
    },
    signal,
  );
  return figuresByCurrency(rows)[0]?.currency ?? '';
}
