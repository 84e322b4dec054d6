import { useState } from 'react';
import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { stageById, type Stage } from '#shared/domain/pipeline/stage.ts';
import { askedBy, isAnswered, MoveQuestions, noAnswers, wishOf } from './MoveQuestions.tsx';
import { moveThem } from './pipeline-steps.ts';
import { useNextSteps } from './use-pipeline.ts';
import './moves.css';

interface Props {
  readonly directory: Directory;
}

/** Moves affiliates to another stage, and asks what the stage asks. */
export function StageDialog({ directory }: Props) {
  const door = useDoor((state) => state.door);
  const stages = usePreferences((state) => state.stages);
  const format = useFormat();
  const steps = useNextSteps();
  const open = door.kind === 'stage';
  const affiliates = open ? door.affiliateIds.flatMap((id) => directory.byId(id) ?? []) : [];
  const to = open ? stageById(stages, door.stageId) : null;
  const who = affiliates.length === 1 ? (affiliates[0]?.name ?? '') : `${format.count(affiliates.length)} affiliates`;
  return (
    <Dialog
      open={open && affiliates.length > 0 && steps !== null}
      onClose={closeDoor}
      title={to ? `Move ${who} to ${to.name}` : `Move ${who}`}
      width={440}
    >
      {steps && <MoveForm affiliates={affiliates} stages={stages} fixed={to} hasStep={(id) => steps.has(id)} />}
    </Dialog>
  );
}

interface FormProps {
  readonly affiliates: readonly Affiliate[];
  readonly stages: readonly Stage[];
  /** null: she chooses. */
  readonly fixed: Stage | null;
  readonly hasStep: (id: string) => boolean;
}

const OFF = 'off the board';

function MoveForm({ affiliates, stages, fixed, hasStep }: FormProps) {
  const today = useToday();
  const [chosen, setChosen] = useState<string>(() => fixed?.id ?? likely(affiliates, stages));
  const [answers, setAnswers] = useState(() => noAnswers(today));
  const to = fixed ?? stageById(stages, chosen);
  const asked = askedBy(affiliates, to, stages, hasStep);
  const here = affiliates.length === 1 ? affiliates[0]?.standing?.stageId : undefined;
  const choices = [
    ...stages.map(({ id, name }) => ({ id, name })),
    ...(affiliates.some(({ standing }) => standing !== null) ? [{ id: OFF, name: 'Off the board' }] : []),
  ];
  const complete = isAnswered(asked, answers) && (to !== null || chosen === OFF);
  const save = async (): Promise<void> => {
    if (complete && (await moveThem(affiliates, wishOf(to, asked, answers)))) closeDoor();
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {!fixed && (
        <fieldset className="move-stages">
          <legend className="hidden-but-read">Stage</legend>
          {choices.map(({ id, name }) => (
            <label key={id}>
              <input
                type="radio"
                name="stage"
                autoFocus={id === chosen}
                checked={id === chosen}
                onChange={() => setChosen(id)}
              />
              {name}
              {id === here && <span className="faint small"> now</span>}
            </label>
          ))}
        </fieldset>
      )}
      <MoveQuestions
        asked={asked}
        people={affiliates.length}
        answers={answers}
        onAnswers={setAnswers}
        autoFocus={fixed !== null}
      />
      <div className="move-foot">
        <Button onClick={closeDoor}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          Move
        </Button>
      </div>
    </form>
  );
}

/** The stage behind the one in which the first of them stands. */
function likely(affiliates: readonly Affiliate[], stages: readonly Stage[]): string {
  const at = stages.findIndex(({ id }) => id === affiliates[0]?.standing?.stageId);
  return (stages[at + 1] ?? stages[at])?.id ?? OFF;
}
