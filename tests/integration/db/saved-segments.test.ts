import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { undoEdit } from '#renderer/db/journal.ts';
import { openDesk } from '#renderer/db/open.ts';
import { addSegment, allSegments, aroundAll, deleteSegment, editSegment } from '#renderer/db/saved-segments.ts';
import { newLink } from '#shared/domain/affiliates/affiliate.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';
import type { Result } from '#shared/lib/result.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

beforeEach(async () => {
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
});
afterEach(() => database().delete());

const words = {
  name: 'VIPs',
  match: 'all',
  rules: [{ field: 'tags', operator: 'is', value: ['vip'], days: null }],
} as const;
const names = async () => (await allSegments()).map(({ name }) => name);

describe('saved segments', () => {
  it('have names of their own, whatever the case, and are deleted and brought back', async () => {
    const id = valueOf(await addSegment(words));
    valueOf(await addSegment({ ...words, name: 'vips' }));
    expect(await names()).toEqual(['VIPs', 'vips (2)']);
    expect(await editSegment(id, () => ({ name: 'Vips  (2)' }))).toMatchObject({ error: { code: 'name-taken' } });
    valueOf(await deleteSegment(id));
    expect(await names()).toEqual(['vips (2)']);
    valueOf(await undoEdit());
    expect(await names()).toEqual(['VIPs', 'vips (2)']);
    expect(await editSegment('gone', () => ({ name: 'x' }))).toMatchObject({ error: { code: 'no-segment' } });
  });

  it('lose nothing of two changes at once, each of which can be taken back', async () => {
    const id = valueOf(await addSegment(words));
    const add = (field: string) =>
      editSegment(id, ({ rules }) => ({ rules: [...rules, { field, operator: 'set', value: '', days: null }] }));
    expect((await Promise.all([add('name'), add('company')])).map(valueOf)).toEqual([true, true]);
    const fields = async () => (await allSegments())[0]?.rules.map(({ field }) => field);
    expect(await fields()).toEqual(['tags', 'name', 'company']);
    valueOf(await undoEdit());
    expect(await fields()).toEqual(['tags', 'name']);
    expect(valueOf(await editSegment(id, ({ name }) => ({ name })))).toBe(false);
  });
});

it('what is around affiliates is what is open, late, unfinished and outdated on the day', async () => {
  const today = parseDay('2026-11-23') as Day;
  const { links, tasks, questions, progress, materials, given } = database();
  const task = (id: string, day: string | null, doneAt: number | null, affiliateId: string | null = 'a'): Task => ({
    ...{ id, title: id, note: '', affiliateId, ...PLAIN_TASK, snoozedUntil: null, doneAt, createdAt: 1, sample: false },
    due: day === null ? null : { day: parseDay(day) as Day, time: null },
  });
  await links.bulkAdd([
    newLink({ network: 'Awin', partnerId: '1', affiliateId: 'a', status: 'Joined' }),
    newLink({ network: 'Impact', partnerId: '2', affiliateId: 'a' }),
    newLink({ network: 'Impact', partnerId: '3', affiliateId: 'b' }),
  ]);
  await tasks.bulkAdd([
    task('late', '2026-11-22', null),
    task('today', '2026-11-23', null),
    task('whenever', null, null),
    task('done', '2026-11-01', 5),
    task('nobody’s', '2026-11-01', null, null),
  ]);
  const question = {
    affiliateId: 'a',
    kind: 'terms',
    title: '',
    text: '',
    due: null,
    transactions: [],
    resolution: '',
  } as const;
  const times = { askedAt: 1, resolvedAt: null, sample: false };
  await questions.bulkAdd([
    { id: 'q1', status: 'open', ...question, ...times },
    { id: 'q2', status: 'waiting', ...question, ...times },
    { id: 'q3', status: 'resolved', ...question, ...times, resolvedAt: 2 },
  ]);
  const begun = { affiliateId: 'a', checklistId: 'c', name: 'C', startedAt: 1, sample: false };
  await progress.bulkAdd([
    { id: 'p1', ...begun, items: [{ id: 'i', text: 'x', doneAt: null }] },
    { id: 'p2', ...begun, items: [{ id: 'i', text: 'x', doneAt: 3 }] },
  ]);
  const version = (id: string, until: string) =>
    ({ id, file: null, text: 'x', from: '', until: until === '' ? '' : (parseDay(until) as Day), addedAt: 1 }) as const;
  const material = { kind: 'copy', tags: [], note: '', sample: false } as const;
  await materials.bulkAdd([
    { id: 'm1', name: 'New', ...material, versions: [version('v1', ''), version('v2', '')] },
    { id: 'm2', name: 'Over', ...material, versions: [version('v3', '2026-11-22')] },
    { id: 'm3', name: 'Good', ...material, versions: [version('v4', '2026-11-23')] },
  ]);
  const has = (id: string, materialId: string, versionId: string) =>
    ({ id, affiliateId: 'a', materialId, versionId, givenAt: 1, sample: false }) as const;
  await given.bulkAdd([has('g1', 'm1', 'v1'), has('g2', 'm2', 'v3'), has('g3', 'm3', 'v4')]);

  const around = await aroundAll(today);
  expect([...around.keys()].sort()).toEqual(['a', 'b']);
  expect(around.get('a')).toEqual({
    accounts: [
      { network: 'Awin', status: 'Joined' },
      { network: 'Impact', status: '' },
    ],
    openTasks: 3,
    overdueTasks: 1,
    openQuestions: 2,
    unfinishedChecklists: 1,
    outdatedMaterials: 2,
  });
});
