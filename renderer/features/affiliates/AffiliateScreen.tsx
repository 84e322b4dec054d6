import { NotebookPen, PenLine, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { tierOf } from '#shared/domain/affiliates/tiers.ts';
import { KIND_WORDS, TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { AffiliateDetails } from './AffiliateDetails.tsx';
import { AffiliateFigures } from './AffiliateFigures.tsx';
import { EditableName } from './EditableName.tsx';
import { JoinDialogs } from './JoinDialogs.tsx';
import { Timeline } from './Timeline.tsx';
import './affiliate-page.css';
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

type View = 'timeline' | 'materials' | 'transactions';

const VIEWS = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'materials', label: 'Materials' },
  { id: 'transactions', label: 'Transactions' },
] as const;

/** Everything about one affiliate: what they bring, what waits, what happened, who they are. */
export function AffiliateScreen({ ledger, directory, affiliateId, ...slots }: Props) {
  const [view, setView] = useState<View>('timeline');
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
        <Marks affiliate={affiliate} />
        <Actions affiliate={affiliate} directory={directory} />
      </header>
      <JoinDialogs affiliate={affiliate} accounts={partners} affiliates={directory.affiliates} />
      <div className="affiliate-body">
        <div className="affiliate-main" tabIndex={-1}>
          {slots.stage}
          <AffiliateFigures
            ledger={ledger}
            filter={partners.length === 0 ? null : { partners }}
            affiliateId={affiliateId}
          />
          <div className="affiliate-waiting">
            <section aria-label="To do">
              <h3>To do</h3>
              {slots.tasks}
            </section>
            <section aria-label="Questions">
              <h3>Questions</h3>
              {slots.questions}
            </section>
          </div>
          <Tabs label="More of the affiliate" items={VIEWS} open={view} onOpen={setView}>
            {view === 'timeline' && <Timeline affiliateId={affiliateId} />}
            {view === 'materials' && <div className="affiliate-tab">{slots.materials}</div>}
            {view === 'transactions' && (
              <section className="affiliate-transactions" aria-label="Transactions of the affiliate">
                {slots.transactions}
              </section>
            )}
          </Tabs>
        </div>
        <aside className="affiliate-side" aria-label="What is known">
          <AffiliateDetails ledger={ledger} affiliate={affiliate} directory={directory} />
        </aside>
      </div>
    </div>
  );
}

/** What they are, in a few words. */
function Marks({ affiliate }: { readonly affiliate: Affiliate }) {
  const bounds = usePreferences((state) => state.tierBounds);
  const tier = tierOf(affiliate, bounds);
  return (
    <span className="affiliate-marks">
      {affiliate.kind !== '' && <span className="tag tag-strong">{KIND_WORDS[affiliate.kind]}</span>}
      {tier !== '' && <span className="tag tag-strong">{TIER_WORDS[tier]}</span>}
      {affiliate.tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      {affiliate.privacy.mail === 'no' && <span className="tag tag-warning">No mail</span>}
    </span>
  );
}

type More = 'question' | 'give' | 'links' | 'move' | 'merge';

/** What is done about an affiliate. */
function Actions({ affiliate, directory }: { readonly affiliate: Affiliate; readonly directory: Directory }) {
  const { id } = affiliate;
  const more: Readonly<Record<More, () => void>> = {
    question: () => openDoor({ kind: 'question', affiliateId: id, transactions: [] }),
    give: () => openDoor({ kind: 'give', affiliateIds: [id], materialId: null }),
    links: () => openDoor({ kind: 'links', affiliateIds: [id] }),
    move: () => openDoor({ kind: 'stage', affiliateIds: [id], stageId: null }),
    merge: () => ask({ kind: 'merge' }),
  };
  return (
    <span className="affiliate-steps">
      <Button
        size="small"
        icon={<PenLine size={14} aria-hidden="true" />}
        onClick={() => openDoor({ kind: 'compose', affiliateIds: [id], templateId: null })}
      >
        Write…
      </Button>
      <Button
        size="small"
        icon={<NotebookPen size={14} aria-hidden="true" />}
        onClick={() => openDoor({ kind: 'activity', affiliateId: id, activity: 'call' })}
      >
        Log…
      </Button>
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={() => openNewTask([id])}>
        Task
      </Button>
      <MenuButton
        label="More"
        choices={[
          { value: 'question', label: 'New question…' },
          { value: 'give', label: 'Give material…' },
          { value: 'links', label: 'Make links…' },
          { value: 'move', label: 'Move in the pipeline…' },
          ...(directory.affiliates.length > 1 ? [{ value: 'merge' as const, label: 'Merge into…' }] : []),
        ]}
        onChoose={(chosen) => more[chosen]()}
      />
    </span>
  );
}
