import type { Activity } from '#shared/domain/affiliates/activity.ts';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { moveAffiliate } from '#shared/domain/pipeline/move.ts';
import { beginChecklist, checklistsToBegin } from '#shared/domain/pipeline/progress.ts';
import { stageById, type Stage } from '#shared/domain/pipeline/stage.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { activityChanges, type AffiliateChange } from './activities.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change, PreferenceRecord } from './records.ts';

/** The board as the window has it: the stages are a preference, which this repository is told. */
export interface BoardNow {
  readonly stages: readonly Stage[];
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

/** What she says of a move. */
export interface MoveWish {
  /** null: off the board. */
  readonly stageId: string | null;
  /** Why they are won or lost; '' if she does not say. */
  readonly reason: string;
  /** A task for each of them who has none open; null: none is written. */
  readonly nextStep: Pick<Task, 'title' | 'due'> | null;
}

/** Everything timelines say of stages, for all affiliates. For liveQuery. */
export async function stageActivities(): Promise<readonly Activity[]> {
  return database()
    .activities.filter(({ kind }) => kind === 'stage')
    .toArray();
}

/** The message she has for a yes or a no; null if she has none. For liveQuery. */
export async function templateFor(use: 'approve' | 'decline'): Promise<string | null> {
  const template = await database()
    .templates.filter((each) => each.use === use)
    .first();
  return template?.id ?? null;
}

/**
 * Moves affiliates to a stage in one step that can be undone: their standing, a line on each timeline, the checklists that begin with
 * the stage, and the next step. Answers how many were moved: those who stand there already stay as they are.
 */
export async function moveToStage(
  affiliateIds: readonly string[],
  wish: MoveWish,
  board: BoardNow,
): Promise<Result<number>> {
  let moved = 0;
  const to = stageById(board.stages, wish.stageId);
  const done = await edit(to ? `Move to ${to.name}` : 'Take off the board', async () => {
    const found = await database().affiliates.bulkGet([...new Set(affiliateIds)]);
    const changes = await moves(
      found.flatMap((affiliate) => affiliate ?? []),
      to,
      wish.reason,
      board,
    );
    moved = changes.ids.length;
    return [
      ...changes.all,
      ...(await checklistsFor(changes.ids, to, board.now)),
      ...(await stepsFor(changes.ids, wish.nextStep, board.now)),
    ];
  });
  return done.ok ? ok(moved) : done;
}

/** Somebody to win, whom the program does not know yet; '' for what she does not know of them. */
export interface Prospect {
  readonly name: string;
  readonly site: string;
  readonly email: string;
  readonly foundThrough: string;
}

/** Writes somebody new down and puts them on the board, in one step. Answers their id. */
export async function addProspect(
  { name, site, email, foundThrough }: Prospect,
  wish: MoveWish,
  board: BoardNow,
): Promise<Result<string>> {
  const { now } = board;
  const stamp = { id: crypto.randomUUID(), createdAt: now, createdByImport: null, editedAt: now };
  const contacts = email === '' ? [] : [{ name: '', email, phone: '', role: '', source: '' }];
  const fresh = newAffiliate({ ...stamp, name, sites: site === '' ? [] : [site], contacts, foundThrough });
  const to = stageById(board.stages, wish.stageId);
  const done = await edit(`Add ${name}`, async () => {
    const { all, ids } = await moves([fresh], to, wish.reason, board);
    return [
      // They come with this step, so there is nobody before it.
      ...all.map((change): Change => (change.table === 'affiliates' ? { ...change, before: null } : change)),
      ...(await checklistsFor(ids, to, now)),
      ...(await stepsFor(ids, wish.nextStep, now)),
    ];
  });
  return done.ok ? ok(fresh.id) : done;
}

/**
 * Takes a stage off the board in one step: who stands there goes to `toId` (null: off the board), checklists that began with it begin
 * by hand. The window is to choose the stages that are answered: they are written down already.
 */
export async function removeStage(
  stageId: string,
  toId: string | null,
  board: BoardNow,
): Promise<Result<readonly Stage[]>> {
  const { affiliates, checklists } = database();
  const { stages } = board;
  const left = stages.filter(({ id }) => id !== stageId);
  const name = stageById(stages, stageId)?.name ?? '';
  const done = await edit(`Remove the stage ${name}`, async () => {
    const there = await affiliates.filter(({ standing }) => standing?.stageId === stageId).toArray();
    const begun = await checklists.filter((checklist) => checklist.stageId === stageId).toArray();
    // Until she changes them the stages are written down nowhere: the step goes back to what the window has.
    const before: PreferenceRecord = { key: 'stages', value: stages };
    return [
      { table: 'preferences', before, after: { key: 'stages', value: left } },
      ...begun.map((checklist): Change => ({
        table: 'checklists',
        before: checklist,
        after: { ...checklist, stageId: '' },
      })),
      ...(await moves(there, stageById(left, toId), '', board)).all,
    ];
  });
  return done.ok ? ok(left) : done;
}

interface Moves {
  readonly all: readonly Change[];
  /** Of those who moved. */
  readonly ids: readonly string[];
}

async function moves(
  people: readonly Affiliate[],
  to: Stage | null,
  reason: string,
  { stages, now, zone }: BoardNow,
): Promise<Moves> {
  const moved = people.flatMap((before) => {
    const made = moveAffiliate(before, to, stages, { reason, now, id: crypto.randomUUID() });
    return made ? [{ before, ...made }] : [];
  });
  const affiliates = moved.map(({ before, after }): AffiliateChange => ({ before, after }));
  return {
    all: await activityChanges(
      moved.map(({ activity }) => activity),
      { now, zone, affiliates },
    ),
    ids: moved.map(({ after }) => after.id),
  };
}

async function checklistsFor(ids: readonly string[], to: Stage | null, now: number): Promise<readonly Change[]> {
  if (!to || ids.length === 0) return [];
  const { checklists, progress } = database();
  const theirs = await checklists.filter(({ stageId }) => stageId === to.id).toArray();
  if (theirs.length === 0) return [];
  const known = await progress.where('affiliateId').anyOf(ids).toArray();
  return checklistsToBegin(theirs, to.id, ids, known).map(({ checklist, affiliateId }): Change => ({
    table: 'progress',
    before: null,
    after: beginChecklist(checklist, { id: crypto.randomUUID(), affiliateId, now }),
  }));
}

async function stepsFor(ids: readonly string[], step: MoveWish['nextStep'], now: number): Promise<readonly Change[]> {
  if (!step || ids.length === 0) return [];
  const theirs = await database().tasks.where('affiliateId').anyOf(ids).toArray();
  const busy = new Set(theirs.filter(({ doneAt }) => doneAt === null).map(({ affiliateId }) => affiliateId));
  return ids
    .filter((id) => !busy.has(id))
    .map((affiliateId): Change => ({
      table: 'tasks',
      before: null,
      after: {
        ...PLAIN_TASK,
        id: crypto.randomUUID(),
        title: step.title,
        note: '',
        affiliateId,
        due: step.due,
        snoozedUntil: null,
        doneAt: null,
        createdAt: now,
        sample: false,
      },
    }));
}
