import type { PlanSummary } from '#renderer/ledger/types.ts';
import type { TabItem } from '#renderer/ui/Tabs.tsx';
import type { PlanKind } from '#shared/domain/ledger/plan.ts';
import type { Format } from '#shared/lib/format.ts';

export type CheckTab = PlanKind | 'ask' | 'partners' | 'issues' | 'remarks' | 'skipped';

type Line = readonly [id: CheckTab, label: string, count: number, when: 'always' | 'if any'];

/** What there is to look at before importing, in the order of how much it asks of her. Those that are empty are muted. */
export function checkTabs(plan: PlanSummary, remarks: number, format: Format): readonly TabItem<CheckTab>[] {
  const { counts, rows, people, proposals } = plan;
  const records: readonly Line[] =
    people === null
      ? [
          ['new', 'New', counts.new, 'always'],
          ['changed', 'Changed', counts.changed, 'always'],
          ['same', 'Same', counts.same, 'always'],
          ['older', 'Older', counts.older, 'if any'],
          ['repeated', 'Repeated', counts.repeated, 'if any'],
          ['partners', 'Partners', proposals.length, 'if any'],
        ]
      : [
          ['new', 'New', people.new, 'always'],
          ['changed', 'Changed', people.changed, 'always'],
          ['same', 'Same', people.same, 'always'],
          ['ask', 'To choose', people.ask, 'if any'],
        ];
  const all: readonly Line[] = [
    ...records,
    ['issues', 'Can’t be read', rows.rejected, 'always'],
    ['remarks', 'Remarks', remarks, 'if any'],
    ['skipped', 'Skipped', rows.skipped, 'if any'],
  ];
  return all
    .filter(([, , count, when]) => when === 'always' || count > 0)
    .map(([id, label, count]) => ({ id, label, count: format.count(count), muted: count === 0 }));
}
