import { useMemo } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import { useFormat, usePeriod } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { figuresByAffiliate, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { PLAIN_LOOK } from '#shared/lib/table-look.ts';

/** What a card may show beside who it is; what she has chosen is kept as for a table. */
const PARTS = [
  { id: 'name', header: 'Name' },
  { id: 'revenue', header: 'Revenue on the board' },
] as const;
const FIRST_LOOK = { ...PLAIN_LOOK, hidden: ['revenue'] };

interface BoardRevenue {
  readonly shown: boolean;
  toggle(): void;
  /** Revenue of the period in their main currency; '' for none. */
  of(affiliateId: string): string;
}

/** Revenue beside the names, if she wants it. */
export function useBoardRevenue(ledger: LedgerClient, directory: Directory): BoardRevenue {
  const kept = useTable('pipeline', PARTS, FIRST_LOOK);
  const shown = kept.columns.some(({ id }) => id === 'revenue');
  const { period } = usePeriod();
  const format = useFormat();
  const preferred = usePreferences((state) => state.currencies);
  const groups = useGroups(ledger, period, shown ? {} : null, ['partner', 'currency', 'status']).value;
  const figures = useMemo(() => figuresByAffiliate(groups ?? [], directory, preferred), [groups, directory, preferred]);
  return {
    shown,
    toggle: () => kept.show(PARTS[1], !shown),
    of: (affiliateId) => {
      const main = figures.get(affiliateId)?.[0];
      return main ? format.money(main.figures.revenue, main.currency) : '';
    },
  };
}
