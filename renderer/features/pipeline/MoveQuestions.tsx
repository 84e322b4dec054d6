import type { MoveWish } from '#renderer/db/pipeline.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { stageOf } from '#shared/domain/pipeline/board.ts';
import { asksReason, type Stage } from '#shared/domain/pipeline/stage.ts';
import { addDays, parseDay, type Day } from '#shared/lib/day.ts';

/** What she says of a move, as it stands in the fields. */
export interface Answers {
  readonly reason: string;
  readonly step: string;
  /** '' for whenever. */
  readonly day: string;
}

/** A week is when one asks again. */
export const noAnswers = (today: Day): Answers => ({ reason: '', step: '', day: addDays(today, 7) });

/** What a move asks: why they are won or lost, and the next step of those who have none where the stage wants one. */
export interface Asked {
  readonly reason: 'won' | 'lost' | null;
  /** How many have no task open. */
  readonly steps: number;
}

export function askedBy(
  affiliates: readonly Affiliate[],
  to: Stage | null,
  stages: readonly Stage[],
  hasStep: (id: string) => boolean,
): Asked {
  const moving = affiliates.filter(({ standing }) => standing?.stageId !== to?.id);
  const asks = moving.some((affiliate) => asksReason(stageOf(affiliate, stages), to));
  return {
    reason: asks && (to?.kind === 'won' || to?.kind === 'lost') ? to.kind : null,
    steps: to?.needsNextStep ? moving.filter(({ id }) => !hasStep(id)).length : 0,
  };
}

/** Whether all is said that must be. */
export const isAnswered = ({ steps }: Asked, { step }: Answers): boolean => steps === 0 || step.trim() !== '';

export function wishOf(to: Stage | null, asked: Asked, { reason, step, day }: Answers): MoveWish {
  const due = parseDay(day);
  return {
    stageId: to?.id ?? null,
    reason: asked.reason === null ? '' : reason.trim(),
    nextStep: asked.steps === 0 ? null : { title: step.trim(), due: due && { day: due, time: null } },
  };
}

interface Props {
  readonly asked: Asked;
  readonly people: number;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  /** The first field takes the keys. */
  readonly autoFocus?: boolean;
}

/** The fields of what a move asks. */
export function MoveQuestions({ asked, people, answers, onAnswers, autoFocus = false }: Props) {
  const offered = usePreferences((state) => (asked.reason ? state.reasons[asked.reason] : NONE));
  const format = useFormat();
  return (
    <>
      {asked.reason !== null && (
        <fieldset className="move-asked">
          <legend>{asked.reason === 'won' ? 'Why did it work out?' : 'Why not, or no longer?'}</legend>
          <div className="move-reasons">
            {offered.map((reason) => (
              <Button
                key={reason}
                size="small"
                aria-pressed={answers.reason === reason}
                onClick={() => onAnswers({ ...answers, reason: answers.reason === reason ? '' : reason })}
              >
                {reason}
              </Button>
            ))}
          </div>
          <input
            className="field"
            aria-label="Reason in your own words"
            placeholder="In your own words, if you like"
            maxLength={200}
            autoFocus={autoFocus}
            value={answers.reason}
            onChange={({ target }) => onAnswers({ ...answers, reason: target.value })}
          />
        </fieldset>
      )}
      {asked.steps > 0 && (
        <fieldset className="move-asked">
          <legend>Next step</legend>
          {people > 1 && (
            <p className="faint small">
              {asked.steps === people
                ? 'A task for each of them.'
                : `${format.count(asked.steps)} of ${format.count(people)} have no open task: one for each of these.`}
            </p>
          )}
          <div className="move-step">
            <input
              className="field"
              aria-label="Next step"
              placeholder="What is to be done next"
              maxLength={300}
              autoFocus={autoFocus && asked.reason === null}
              value={answers.step}
              onChange={({ target }) => onAnswers({ ...answers, step: target.value })}
            />
            <input
              type="date"
              aria-label="Due day"
              className="field"
              max="9999-12-31"
              value={answers.day}
              onChange={({ target }) => onAnswers({ ...answers, day: target.value })}
            />
          </div>
        </fieldset>
      )}
    </>
  );
}

const NONE: readonly string[] = [];
