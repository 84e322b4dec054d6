import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import {
  addProspect,
  moveToStage,
  removeStage,
  type BoardNow,
  type MoveWish,
  type Prospect,
} from '#renderer/db/pipeline.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { choose, usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { stageOf } from '#shared/domain/pipeline/board.ts';
import { asksReason, stageById, type Stage } from '#shared/domain/pipeline/stage.ts';
import { makeFormat } from '#shared/lib/format.ts';
import type { Result } from '#shared/lib/result.ts';

const boardNow = (): BoardNow => {
  const { stages, zone } = usePreferences.getState();
  return { stages, zone, now: Date.now() };
};

const NOTHING_SAID = { reason: '', nextStep: null } as const;

/** Moves affiliates, unless the move asks something: then the dialog does. `null`: off the board. */
export function wantMove(affiliates: readonly Affiliate[], to: Stage | null, hasStep: (id: string) => boolean): void {
  const { stages } = usePreferences.getState();
  const moving = affiliates.filter(({ standing }) => standing?.stageId !== to?.id);
  if (moving.length === 0) return;
  const ids = moving.map(({ id }) => id);
  const asks = moving.some(
    (affiliate) => asksReason(stageOf(affiliate, stages), to) || (to?.needsNextStep && !hasStep(affiliate.id)),
  );
  if (asks && to) openDoor({ kind: 'stage', affiliateIds: ids, stageId: to.id });
  else void moveThem(moving, { ...NOTHING_SAID, stageId: to?.id ?? null });
}

/** Moves affiliates as she has said. True if they are there. */
export async function moveThem(affiliates: readonly Affiliate[], wish: MoveWish): Promise<boolean> {
  const board = boardNow();
  const to = stageById(board.stages, wish.stageId);
  const ids = affiliates.map(({ id }) => id);
  const moved = await moveToStage(ids, wish, board);
  if (!moved.ok) {
    say(moved.error.message);
    return false;
  }
  if (moved.value === 0) return true;
  const who = affiliates.length === 1 ? (affiliates[0]?.name ?? '') : counted(moved.value);
  did(to ? `Moved ${who} to ${to.name}` : `Took ${who} off the board`, newReason(to, wish.reason));
  return true;
}

/** Writes somebody new down who is to be won. True if they are there. */
export async function addSomebody(prospect: Prospect, wish: MoveWish): Promise<boolean> {
  const board = boardNow();
  const added = await addProspect(prospect, wish, board);
  if (!added.ok) say(added.error.message);
  else did(`Added ${prospect.name}`, newReason(stageById(board.stages, wish.stageId), wish.reason));
  return added.ok;
}

/** Takes a stage away; who stands there goes to another (null: nobody does). */
export async function takeStageAway(stage: Stage, to: Stage | null, people: number): Promise<void> {
  const board = boardNow();
  const removed: Result<readonly Stage[]> = await removeStage(stage.id, to?.id ?? null, board);
  if (!removed.ok) return say(removed.error.message);
  const gone =
    to && people > 0 ? `; ${people === 1 ? 'who stood there is' : `${counted(people)} are`} in ${to.name}` : '';
  choose({ stages: removed.value });
  did(`Removed the stage ${stage.name}${gone}`, { before: { stages: board.stages }, after: { stages: removed.value } });
}

interface Choice {
  readonly before: Partial<PreferencesState>;
  readonly after: Partial<PreferencesState>;
}

/** Remembers what was done in one edit, with what the window has chosen along with it. */
function did(label: string, along: Choice | null): void {
  const steps = (step: () => Promise<Result<string>>, wish: Partial<PreferencesState> | undefined) => async () => {
    const result = await step();
    if (result.ok && wish) choose(wish);
    return result;
  };
  didStep({ label, undo: steps(undoEdit, along?.before), redo: steps(redoEdit, along?.after) });
}

/** A reason in her own words is offered from then on. */
function newReason(to: Stage | null, said: string): Choice | null {
  const { reasons } = usePreferences.getState();
  const reason = said.trim();
  if (reason === '' || (to?.kind !== 'won' && to?.kind !== 'lost') || reasons[to.kind].includes(reason)) return null;
  const after = { reasons: { ...reasons, [to.kind]: [...reasons[to.kind], reason] } };
  choose(after);
  return { before: { reasons }, after };
}

const counted = (count: number): string =>
  count === 1 ? '1 affiliate' : `${makeFormat(usePreferences.getState().locale, 'UTC').count(count)} affiliates`;
