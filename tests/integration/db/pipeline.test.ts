import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  allChecklists,
  allProgress,
  deleteChecklist,
  progressOf,
  saveChecklist,
  startChecklist,
  stopChecklist,
  tickItem,
} from '#renderer/db/checklists.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import {
  addProspect,
  moveToStage,
  removeStage,
  stageActivities,
  templateFor,
  type BoardNow,
  type MoveWish,
} from '#renderer/db/pipeline.ts';
import { preference, setPreference } from '#renderer/db/preferences.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import { addTask } from '#renderer/db/tasks.ts';
import type { Checklist } from '#shared/domain/pipeline/checklist.ts';
import type { Day } from '#shared/lib/day.ts';
import { person, STAGES, standing } from '#tests/unit/pipeline/people.ts';
import { newDesk, valueOf } from './desk.ts';

let database: DeskDatabase;
const board = (now: number): BoardNow => ({ stages: STAGES, now, zone: 'UTC' });
const to = (stageId: string | null, more: Partial<MoveWish> = {}): MoveWish => ({
  ...{ stageId, reason: '', nextStep: null },
  ...more,
});
const CALL = { title: 'Call them', due: { day: '2026-11-30' as Day, time: null } };
const LIST: Checklist = {
  ...{ id: 'c', name: 'Onboarding', stageId: 'onboarding', sample: false },
  items: [
    { id: 'i1', text: 'Terms' },
    { id: 'i2', text: 'Tax form' },
  ],
};

const everything = async () => ({
  affiliates: await database.affiliates.orderBy('id').toArray(),
  activities: (await stageActivities()).map(({ affiliateId, title }) => `${affiliateId}: ${title}`).sort(),
  tasks: (await database.tasks.toArray()).map(({ affiliateId, title }) => `${affiliateId}: ${title}`).sort(),
  progress: (await allProgress()).map(({ affiliateId, name }) => `${affiliateId}: ${name}`).sort(),
  stages: await preference('stages'),
});
const stageIds = async () =>
  Object.fromEntries((await everything()).affiliates.map(({ id, standing: held }) => [id, held?.stageId ?? null]));

beforeEach(async () => {
  database = await newDesk();
  await database.affiliates.bulkAdd([
    person('a', { createdByImport: 'i1' }),
    standing('b', 'contacted', 1),
    standing('c', 'onboarding', 1),
  ]);
});
afterEach(() => database.delete());

describe('a move', () => {
  it('is one step: standing, timeline, checklist, next step; back and forth as one', async () => {
    valueOf(await saveChecklist(LIST));
    valueOf(await addTask({ title: 'Send banners', note: '', affiliateId: 'b', due: null }, 5));
    const before = await everything();
    const moved = await moveToStage(['a', 'b', 'c', 'nobody'], to('onboarding', { nextStep: CALL }), board(10));
    expect(valueOf(moved)).toBe(2);
    const after = await everything();
    expect(after).toMatchObject({
      affiliates: [
        { id: 'a', standing: { stageId: 'onboarding', since: 10 }, editedAt: 10 },
        { id: 'b', standing: { stageId: 'onboarding', since: 10 } },
        { id: 'c', standing: { stageId: 'onboarding', since: 1 }, editedAt: null },
      ],
      activities: ['a: Moved to Onboarding', 'b: Moved to Onboarding'],
      // Who has something open needs no other next step.
      tasks: ['a: Call them', 'b: Send banners'],
      progress: ['a: Onboarding', 'b: Onboarding'],
    });
    expect(await database.tasks.filter(({ title }) => title === 'Call them').first()).toMatchObject({
      due: CALL.due,
      doneAt: null,
      priority: 'normal',
      createdAt: 10,
    });
    expect(valueOf(await undoEdit())).toBe('Move to Onboarding');
    expect(await everything()).toEqual(before);
    valueOf(await redoEdit());
    expect(await everything()).toEqual(after);
  });

  it('leaves no step where nobody moves', async () => {
    expect(valueOf(await moveToStage(['c'], to('onboarding', { nextStep: CALL }), board(10)))).toBe(0);
    expect(await database.journal.count()).toBe(0);
  });

  it('begins a checklist once, however often they come by, and not with who leaves the board', async () => {
    valueOf(await saveChecklist(LIST));
    for (const [at, stageId] of (['onboarding', 'active', 'onboarding', null] as const).entries()) {
      valueOf(await moveToStage(['a'], to(stageId), board(10 + at)));
    }
    expect((await everything()).progress).toEqual(['a: Onboarding']);
    expect(await stageIds()).toMatchObject({ a: null });
  });

  it('of thousands is one step as well', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => standing(`m${at}`, 'found', 1));
    await database.affiliates.bulkAdd(many);
    expect(
      valueOf(
        await moveToStage(
          many.map(({ id }) => id),
          to('active', { reason: 'Good fit' }),
          board(9),
        ),
      ),
    ).toBe(2_000);
    expect(await database.affiliates.filter((each) => each.standing?.reason === 'Good fit').count()).toBe(2_000);
    valueOf(await undoEdit());
    expect(await database.affiliates.filter((each) => each.standing?.stageId === 'found').count()).toBe(2_000);
    expect(await stageActivities()).toEqual([]);
  });
});

test('somebody new comes onto the board in one step, and goes with it', async () => {
  valueOf(await saveChecklist({ ...LIST, stageId: 'contacted' }));
  const before = await everything();
  const mia = { name: 'Mia', site: 'https://mia.dog', email: 'mia@mia.dog', foundThrough: 'Search' };
  const id = valueOf(await addProspect(mia, to('contacted', { nextStep: CALL }), board(10)));
  expect(await database.affiliates.get(id)).toMatchObject({
    name: 'Mia',
    sites: ['https://mia.dog'],
    contacts: [{ email: 'mia@mia.dog' }],
    foundThrough: 'Search',
    standing: { stageId: 'contacted', since: 10 },
    createdByImport: null,
  });
  expect(await everything()).toMatchObject({ tasks: [`${id}: Call them`], progress: [`${id}: Onboarding`] });
  valueOf(await undoEdit());
  expect(await everything()).toEqual(before);
});

describe('a stage that is removed', () => {
  it('hands on who stood there, in the same step; its checklist begins by hand', async () => {
    valueOf(await saveChecklist({ ...LIST, stageId: 'contacted' }));
    const left = valueOf(await removeStage('contacted', 'found', board(10)));
    expect(left.map(({ id }) => id)).not.toContain('contacted');
    expect(await preference('stages')).toEqual(left);
    expect(await stageIds()).toEqual({ a: null, b: 'found', c: 'onboarding' });
    expect((await stageActivities())[0]).toMatchObject({ affiliateId: 'b', move: { from: 'contacted', to: 'found' } });
    expect(await allChecklists()).toMatchObject([{ stageId: '' }]);

    expect(valueOf(await undoEdit())).toBe('Remove the stage Contacted');
    expect(await stageIds()).toEqual({ a: null, b: 'contacted', c: 'onboarding' });
    expect(await preference('stages')).toEqual(STAGES);
    expect(await allChecklists()).toMatchObject([{ stageId: 'contacted' }]);
    // The window writes down what it shows, and the step can still be done again.
    valueOf(await setPreference('stages', STAGES));
    valueOf(await redoEdit());
    expect(await stageIds()).toMatchObject({ b: 'found' });
    expect(await preference('stages')).toEqual(left);
  });
});

describe('checklists', () => {
  it('are written, begun by hand, ticked, taken away and deleted, each to be taken back', async () => {
    valueOf(await saveChecklist(LIST));
    valueOf(await saveChecklist(LIST));
    valueOf(await startChecklist('c', ['a'], 20));
    const [begun] = await progressOf('a');
    expect(begun).toMatchObject({ name: 'Onboarding', startedAt: 20, items: [{ doneAt: null }, { doneAt: null }] });
    expect(await database.affiliates.get('a')).toMatchObject({ editedAt: 20 });
    const id = begun?.id ?? '';
    expect(valueOf(await tickItem(id, 'i1', 30))).toBe(true);
    expect(valueOf(await tickItem(id, 'i1', 40))).toBe(false);
    expect(await progressOf('a')).toMatchObject([{ items: [{ doneAt: 30 }, { doneAt: null }] }]);
    // Another wording is for whom it begins with from now on.
    valueOf(await saveChecklist({ ...LIST, items: [{ id: 'i9', text: 'Something else' }] }));
    expect(await progressOf('a')).toMatchObject([{ items: [{ text: 'Terms' }, { text: 'Tax form' }] }]);
    valueOf(await deleteChecklist('c'));
    expect(await progressOf('a')).toHaveLength(1);
    expect(valueOf(await stopChecklist(id))).toBe(true);
    expect(await progressOf('a')).toEqual([]);
    for (const label of [
      'Take a checklist away',
      'Delete the checklist Onboarding',
      'Save the checklist Onboarding',
      'Tick an item',
      'Start Onboarding',
      'Save the checklist Onboarding',
    ]) {
      expect(valueOf(await undoEdit())).toBe(label);
    }
    expect([await allChecklists(), await allProgress()]).toEqual([[], []]);
    expect(await database.affiliates.get('a')).toMatchObject({ editedAt: null });
  });

  it('that are gone are said to be gone', async () => {
    expect(await startChecklist('x', ['a'], 1)).toMatchObject({ ok: false, error: { code: 'no-checklist' } });
    expect(await tickItem('x', 'i1', 1)).toMatchObject({ ok: false, error: { code: 'no-checklist' } });
    expect(await deleteChecklist('x')).toMatchObject({ ok: false, error: { code: 'no-checklist' } });
  });
});

test('the message for a yes is the one she has for it', async () => {
  expect(await templateFor('approve')).toBeNull();
  const template = {
    id: 't',
    name: 'Welcome',
    subject: '',
    body: '',
    fallbacks: {},
    use: 'approve',
    sample: false,
  } as const;
  await database.templates.add(template);
  expect(await templateFor('approve')).toBe('t');
  expect(await templateFor('decline')).toBeNull();
});
