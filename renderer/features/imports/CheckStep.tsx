import { useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tabs, type TabItem } from '#renderer/ui/Tabs.tsx';
import type { PlanKind } from '#shared/domain/ledger/plan.ts';
import type { PlanSummary } from '#renderer/ledger/types.ts';
import { addDays, parseDay } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { AsOf } from './AsOf.tsx';
import { counted } from './effect-words.ts';
import { IssueTable, PlannedTable, SkippedTable } from './PreviewTables.tsx';
import { verdict, type Wizard } from './wizard.ts';
import { answer, close, save } from './wizard-store.ts';

type TabId = PlanKind | 'issues' | 'skipped';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Extract<Wizard, { kind: 'previewing' | 'saving' }>;
  /** The progress of writing, in the place of the buttons. */
  readonly saving: ReactNode;
}

/** What importing would do, row by row, and the button that does it. */
export function CheckStep({ ledger, wizard, saving }: Props) {
  const { plan } = wizard;
  const format = useFormat();
  const items = tabs(plan, format);
  const [open, setOpen] = useState<TabId>(() => items.find((item) => !item.muted)?.id ?? 'new');
  return (
    <section className="import-check" aria-label="Check">
      <div className="import-verdict">
        <div>
          <p className="import-sentence">{sentence(plan, format)}</p>
          <AboutFile plan={plan} />
        </div>
        {saving ?? <Buttons ledger={ledger} plan={plan} />}
      </div>
      <div className="import-as-of">
        <AsOf
          asOf={plan.settings.asOf}
          disabled={wizard.kind === 'saving'}
          onChange={(asOf) => void answer(ledger, plan.recognition, { ...plan.settings, asOf })}
        />
      </div>
      <Tabs label="Rows of the file" items={items} open={open} onOpen={setOpen}>
        <Rows ledger={ledger} plan={plan} open={open} />
      </Tabs>
    </section>
  );
}

function Rows({
  ledger,
  plan,
  open,
}: {
  readonly ledger: LedgerClient;
  readonly plan: PlanSummary;
  readonly open: TabId;
}) {
  if (open === 'issues') return <IssueTable ledger={ledger} planId={plan.planId} />;
  if (open === 'skipped') return <SkippedTable ledger={ledger} planId={plan.planId} />;
  return <PlannedTable key={open} ledger={ledger} plan={plan} kind={open} />;
}

function Buttons({ ledger, plan }: { readonly ledger: LedgerClient; readonly plan: PlanSummary }) {
  const what = verdict(plan);
  const cancel = <Button onClick={() => void close(ledger)}>{what === 'changes' ? 'Cancel' : 'Close'}</Button>;
  if (what === 'nothing' || what === 'unreadable') return <div className="import-buttons">{cancel}</div>;
  return (
    <div className="import-buttons">
      {cancel}
      <Button kind={what === 'changes' ? 'primary' : 'normal'} autoFocus onClick={() => void save(ledger)}>
        {what === 'changes' ? 'Import these rows' : 'Keep them as history'}
      </Button>
    </div>
  );
}

function AboutFile({ plan }: { readonly plan: PlanSummary }) {
  const format = useFormat();
  const first = parseDay(plan.firstDay);
  const last = parseDay(plan.lastDay);
  const days = first && last ? format.period({ from: first, to: addDays(last, 1) }) : '';
  const currencies = [...new Set(plan.totals.map((total) => total.currency))];
  const sales = currencies.map((currency) => {
    const sum = plan.totals.reduce((all, total) => (total.currency === currency ? all + total.saleMicros : all), 0n);
    return `sales ${format.money(sum, currency)}`;
  });
  const partners = plan.newPartners > 0 ? [counted(plan.newPartners, 'new affiliate', 'new affiliates', format)] : [];
  return <p className="faint">{[days, ...sales, ...partners].filter((part) => part !== '').join(' · ')}</p>;
}

function sentence(plan: PlanSummary, format: Format): string {
  const { counts, rows } = plan;
  const accepted = counted(rows.accepted, 'row', 'rows', format);
  switch (verdict(plan)) {
    case 'changes': {
      const parts = [
        ...(counts.new > 0 ? [`${format.count(counts.new)} new`] : []),
        ...(counts.changed > 0 ? [`${format.count(counts.changed)} changed`] : []),
      ];
      return counts.new === rows.accepted ? `All ${accepted} are new.` : `${parts.join(' and ')}, of ${accepted}.`;
    }
    case 'only-history':
      return 'This file changes no figures: what is here is newer.';
    case 'nothing':
      return rows.accepted === 1
        ? 'This file changes nothing: its one row is already here.'
        : `This file changes nothing: all ${accepted} are already here.`;
    case 'unreadable':
      return rows.rejected === 0
        ? 'This file has no rows below its header.'
        : `None of the ${counted(rows.rejected, 'row', 'rows', format)} can be read.`;
  }
}

function tabs(plan: PlanSummary, format: Format): readonly TabItem<TabId>[] {
  const { counts, rows } = plan;
  const all: readonly (readonly [TabId, string, number, 'always' | 'if any'])[] = [
    ['new', 'New', counts.new, 'always'],
    ['changed', 'Changed', counts.changed, 'always'],
    ['same', 'Same', counts.same, 'always'],
    ['older', 'Older', counts.older, 'if any'],
    ['repeated', 'Repeated', counts.repeated, 'if any'],
    ['issues', 'Can’t be read', rows.rejected, 'always'],
    ['skipped', 'Skipped', rows.skipped, 'if any'],
  ];
  return all
    .filter(([, , count, when]) => when === 'always' || count > 0)
    .map(([id, label, count]) => ({ id, label, count: format.count(count), muted: count === 0 }));
}
