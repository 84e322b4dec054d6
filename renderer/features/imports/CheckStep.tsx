import type { ReactNode } from 'react';
import type { LedgerClient, PlanSummary } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { addDays, parseDay } from '#shared/lib/day.ts';
import { AsOf } from './AsOf.tsx';
import { checkTabs, type CheckTab } from './check-tabs.ts';
import { counted } from './effect-words.ts';
import { Partners, PeopleTable, PeopleToAsk } from './People.tsx';
import { PlannedTable, RemarkTable, SkippedTable } from './PreviewTables.tsx';
import { ownName } from './own-name.ts';
import { RejectedRows } from './RejectedRows.tsx';
import { UnknownWords } from './UnknownWords.tsx';
import { verdictWords } from './verdict-words.ts';
import { verdict, type Wizard } from './wizard.ts';
import { close, readAnew } from './wizard-steps.ts';
import { save } from './save-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Extract<Wizard, { kind: 'previewing' | 'saving' }>;
  /** The one she has opened; it stays open when the file is read anew, as long as there is something in it. */
  readonly tab: CheckTab | null;
  readonly onTab: (tab: CheckTab) => void;
  /** The progress of writing, in the place of the buttons. */
  readonly saving: ReactNode;
}

/** Remarks that are looked through. */
const REMARKS = 500;

/** What importing would do, row by row, and the button that does it. */
export function CheckStep({ ledger, wizard, tab, onTab, saving }: Props) {
  const { plan, reading } = wizard;
  const { planId } = plan;
  const format = useFormat();
  const issues = useLoaded(`${planId} issues`, () => ledger.issues(planId, { offset: 0, limit: REMARKS }));
  const remarks = (issues.value?.rows ?? []).filter(({ effect }) => effect !== 'rejected');
  const items = checkTabs(plan, remarks.length, format);
  const wanted = items.find(({ id, muted }) => id === tab && !muted);
  const open = wanted?.id ?? items.find(({ muted }) => !muted)?.id ?? 'new';
  const disabled = wizard.kind === 'saving';
  return (
    <section className="import-check" aria-label="Check">
      <div className="import-verdict">
        <div>
          <p className="import-sentence">{verdictWords(plan, format)}</p>
          <AboutFile plan={plan} />
        </div>
        {saving ?? <Buttons ledger={ledger} plan={plan} />}
      </div>
      {plan.recognition.kind !== 'people' && (
        <div className="import-as-of">
          <AsOf
            asOf={plan.settings.asOf}
            disabled={disabled}
            onChange={(asOf) => void readAnew(ledger, { settings: { ...reading.settings, asOf } })}
          />
        </div>
      )}
      {plan.unknownWords.length > 0 && (
        <UnknownWords ledger={ledger} words={plan.unknownWords} settings={reading.settings} disabled={disabled} />
      )}
      <Tabs label="Rows of the file" items={items} open={open} onOpen={onTab}>
        {rows()}
      </Tabs>
    </section>
  );

  function rows(): ReactNode {
    const { choices } = wizard;
    switch (open) {
      case 'issues':
        return (
          <RejectedRows
            {...{ ledger, plan, disabled }}
            fileName={ownName(wizard.file)}
            corrections={reading.corrections}
          />
        );
      case 'remarks':
        return <RemarkTable planId={planId} remarks={remarks} />;
      case 'skipped':
        return <SkippedTable ledger={ledger} planId={planId} />;
      case 'partners':
        return <Partners proposals={plan.proposals} choices={choices} disabled={disabled} />;
      case 'ask':
        return <PeopleToAsk {...{ ledger, planId, choices, disabled }} />;
      case 'older':
      case 'repeated':
        return <PlannedTable key={open} ledger={ledger} plan={plan} kind={open} />;
      default:
        return plan.people === null ? (
          <PlannedTable key={open} ledger={ledger} plan={plan} kind={open} />
        ) : (
          <PeopleTable key={open} ledger={ledger} planId={planId} kind={open} />
        );
    }
  }
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
  const currencies = [...new Set(plan.totals.map((total) => total.currency))].filter((currency) => currency !== '');
  const sales = currencies.map((currency) => {
    const sum = plan.totals.reduce((all, total) => (total.currency === currency ? all + total.saleMicros : all), 0n);
    return `sales ${format.money(sum, currency)}`;
  });
  const proposed = plan.proposals.length;
  const partners = [
    ...(plan.newPartners > proposed
      ? [counted(plan.newPartners - proposed, 'new affiliate', 'new affiliates', format)]
      : []),
    ...(proposed > 0 ? [counted(proposed, 'partner id to check', 'partner ids to check', format)] : []),
  ];
  return <p className="faint">{[days, ...sales, ...partners].filter((part) => part !== '').join(' · ')}</p>;
}
