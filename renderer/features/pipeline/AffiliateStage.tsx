import { useLiveQuery } from 'dexie-react-hooks';
import { Check, X } from 'lucide-react';
import { allChecklists, progressOf } from '#renderer/db/checklists.ts';
import { useClock } from '#renderer/session/clock.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { daysSince, stageOf } from '#shared/domain/pipeline/board.ts';
import type { Progress } from '#shared/domain/pipeline/checklist.ts';
import { doneCount } from '#shared/domain/pipeline/progress.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { start, stop, tick } from './checklist-steps.ts';
import './affiliate-stage.css';

interface Props {
  readonly affiliate: Affiliate;
}

/** Where an affiliate stands in the pipeline, and the checklists they are going through. */
export function AffiliateStage({ affiliate }: Props) {
  const stages = usePreferences((state) => state.stages);
  const now = useClock((state) => state.now);
  const format = useFormat();
  const today = useToday();
  const checklists = useLiveQuery(allChecklists) ?? [];
  const theirs = useLiveQuery(() => progressOf(affiliate.id), [affiliate.id]) ?? [];
  const stage = stageOf(affiliate, stages);
  const { standing } = affiliate;
  const move = (): void => openDoor({ kind: 'stage', affiliateIds: [affiliate.id], stageId: null });
  const offered = checklists.filter(
    ({ id, items }) => items.length > 0 && theirs.every((each) => each.checklistId !== id),
  );
  return (
    <section className="affiliate-stage" aria-label="In the pipeline">
      <div className="affiliate-stage-line">
        {stage && standing ? (
          <>
            <button
              type="button"
              className="affiliate-stage-name"
              title="Show the board"
              onClick={() => goTo({ screen: 'pipeline', view: 'board' })}
            >
              {stage.name}
            </button>
            <span className="faint">
              {sinceWords(
                daysSince(standing.since, now, format.zone),
                format.day(dayOf(standing.since, format.zone), today),
              )}
              {standing.reason !== '' && ` · ${standing.reason}`}
            </span>
            <Button size="small" onClick={move}>
              Move…
            </Button>
          </>
        ) : (
          <>
            <span className="faint">Not on the board</span>
            <Button size="small" onClick={move}>
              Put on the board…
            </Button>
          </>
        )}
        {offered.length > 0 && (
          <MenuButton
            label="Start a checklist"
            choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(id) => {
              const checklist = offered.find((each) => each.id === id);
              if (checklist) void start(checklist, affiliate);
            }}
          />
        )}
      </div>
      {theirs.length > 0 && (
        <div className="affiliate-checklists">
          {theirs.map((progress) => (
            <ProgressList key={progress.id} progress={progress} />
          ))}
        </div>
      )}
    </section>
  );
}

function sinceWords(days: number, day: string): string {
  if (days === 0) return 'since today';
  return `since ${day}, ${days === 1 ? '1 day' : `${days} days`}`;
}

function ProgressList({ progress }: { readonly progress: Progress }) {
  const format = useFormat();
  const today = useToday();
  const done = doneCount(progress);
  return (
    <div className="checklist" role="group" aria-label={progress.name}>
      <div className="checklist-head">
        <h3>{progress.name}</h3>
        <span className="faint">{`${done} of ${progress.items.length}`}</span>
        <IconButton
          label={`Take ${progress.name} away`}
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => void stop(progress)}
        />
      </div>
      <ul>
        {progress.items.map((item) => (
          <li key={item.id} className={item.doneAt === null ? undefined : 'checklist-done'}>
            <button
              type="button"
              role="checkbox"
              className="check-box"
              aria-checked={item.doneAt !== null}
              onClick={() => void tick(progress, item)}
            >
              <span className="check-mark">
                <Check size={11} strokeWidth={3} aria-hidden="true" />
              </span>
              <span>{item.text}</span>
            </button>
            {item.doneAt !== null && (
              <span className="faint small">{format.day(dayOf(item.doneAt, format.zone), today)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
