import { useLiveQuery } from 'dexie-react-hooks';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { allChecklists, allProgress } from '#renderer/db/checklists.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Checklist } from '#shared/domain/pipeline/checklist.ts';
import { stuck } from '#shared/domain/pipeline/progress.ts';
import { stageById } from '#shared/domain/pipeline/stage.ts';
import { SUGGESTED_CHECKLISTS } from '#shared/domain/pipeline/suggestions.ts';
import { addSuggested } from './checklist-steps.ts';
import { ChecklistDialog } from './ChecklistDialog.tsx';
import { StuckTable } from './StuckTable.tsx';
import './checklists.css';

/** Her checklists, and who is stuck where. */
export function Checklists({ directory }: { readonly directory: Directory }) {
  const stages = usePreferences((state) => state.stages);
  const checklists = useLiveQuery(allChecklists);
  const progress = useLiveQuery(allProgress);
  const format = useFormat();
  const [editing, setEditing] = useState<Checklist | null>(null);
  if (!checklists || !progress) return null;

  const offered = SUGGESTED_CHECKLISTS.filter(({ name }) => checklists.every((each) => each.name !== name));
  const fresh = (): void => setEditing({ id: crypto.randomUUID(), name: '', stageId: '', items: [], sample: false });
  const open = stuck(progress);
  const goingThrough = (id: string): number => open.filter(({ progress: each }) => each.checklistId === id).length;
  const dialog = (
    <ChecklistDialog
      checklist={editing}
      isNew={editing !== null && checklists.every(({ id }) => id !== editing.id)}
      onClose={() => setEditing(null)}
    />
  );
  const tools = (
    <>
      {offered.length > 0 && (
        <MenuButton
          label="Ready-made"
          choices={offered.map(({ name }) => ({ value: name, label: name }))}
          onChoose={(name) => {
            const chosen = offered.find((each) => each.name === name);
            if (chosen) void addSuggested(chosen);
          }}
        />
      )}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={fresh}>
        New checklist
      </Button>
    </>
  );
  if (checklists.length === 0 && progress.length === 0) {
    return (
      <>
        <EmptyState
          icon={<ListChecks size={28} aria-hidden="true" />}
          action={
            <div className="checklists-begin">
              {offered.map((suggested) => (
                <Button key={suggested.name} onClick={() => void addSuggested(suggested)}>
                  {`Add “${suggested.name}”`}
                </Button>
              ))}
              <Button kind="quiet" onClick={fresh}>
                New checklist
              </Button>
            </div>
          }
        >
          A checklist begins by itself when somebody comes to a stage, and shows here who is stuck where. Take a
          ready-made one or write your own.
        </EmptyState>
        {dialog}
      </>
    );
  }
  return (
    <>
      <section className="checklists" aria-label="Checklists">
        <ul>
          {checklists.map((checklist) => {
            const stage = stageById(stages, checklist.stageId);
            const going = goingThrough(checklist.id);
            return (
              <li key={checklist.id}>
                <button type="button" className="link checklists-name" onClick={() => setEditing(checklist)}>
                  {checklist.name}
                </button>
                <span className="faint">
                  {`${checklist.items.length === 1 ? '1 item' : `${format.count(checklist.items.length)} items`}, `}
                  {stage ? `begins with ${stage.name}` : 'begins by hand'}
                </span>
                <span className="faint">{going > 0 && `${format.count(going)} going through it`}</span>
              </li>
            );
          })}
        </ul>
        <div className="checklists-tools">{tools}</div>
      </section>
      <StuckTable all={open} directory={directory} />
      {dialog}
    </>
  );
}
