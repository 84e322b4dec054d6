import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newActivity } from '#shared/domain/affiliates/activity.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import { timeline, type MetImport } from '#shared/domain/tasks/timeline.ts';

const call = (id: string, at: number) => newActivity({ id, affiliateId: 'a', kind: 'call', at, title: `Call ${id}` });
const task = (id: string, createdAt: number, doneAt: number | null): Task => ({
  ...{ id, title: 'Banners', note: '970x250', affiliateId: 'a', due: null, snoozedUntil: null },
  ...{ ...PLAIN_TASK, createdAt, doneAt, sample: false },
});
const question = (id: string, askedAt: number, resolvedAt: number | null): Question => ({
  ...{ id, affiliateId: 'a', kind: 'payment', status: resolvedAt === null ? 'open' : 'resolved', title: 'May' },
  ...{ text: 'Where is it', due: null, transactions: [], resolution: 'Paid', askedAt, resolvedAt, sample: false },
});
const met = (id: string, known: Partial<MetImport>): MetImport => ({
  record: { id, fileName: 'may.csv', profileName: 'Impact', appliedAt: 5 },
  ...{ brought: false, mention: null, accounts: [] },
  ...known,
});
const nothing = { activities: [], tasks: [], questions: [], imports: [] };

describe('timeline', () => {
  it('tells everything, newest first: what was begun and what was ended', () => {
    const entries = timeline({
      activities: [call('1', 10), call('2', 40)],
      tasks: [task('t', 20, 50), task('open', 21, null)],
      questions: [question('q', 30, 60), question('open', 31, null)],
      imports: [met('i', { brought: true })],
    });
    expect(entries.map(({ at, title, text }) => `${at} ${title}|${text}`)).toEqual([
      '60 Resolved: May|Paid',
      '50 Done: Banners|',
      '40 Call 2|',
      '31 Asked: May|Where is it',
      '30 Asked: May|Where is it',
      '21 To do: Banners|970x250',
      '20 To do: Banners|970x250',
      '10 Call 1|',
      '5 Came with “may.csv”|Impact',
    ]);
  });

  it.each([
    [{ brought: true, accounts: [{ network: 'Impact', partnerId: '7' }] }, 'Came with “may.csv”'],
    [{ accounts: [{ network: 'Impact', partnerId: '7' }] }, '“may.csv” brought Impact 7'],
    [{ mention: { said: [{ place: 'tag x', before: null, after: 'x' }] } }, '“may.csv” said something new of them'],
    [{ mention: { said: [{ place: 'tag x', before: 'x', after: 'x' }] } }, '“may.csv” names them'],
  ])('says what an import had to do with them', (known, title) =>
    expect(timeline({ ...nothing, imports: [met('i', known)] })[0]).toMatchObject({ title, kind: 'import' }),
  );

  it('has each once under its own key, in the same order whichever way they came', () => {
    const facts = fc.array(fc.record({ at: fc.nat(5), done: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(facts, (each) => {
        const activities = each.map(({ at }, id) => call(String(id), at));
        const tasks = each.map(({ at, done }, id) => task(String(id), at, done ? at + 1 : null));
        const questions = each.map(({ at, done }, id) => question(String(id), at, done ? at : null));
        const entries = timeline({ ...nothing, activities, tasks, questions });
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        expect(entries).toHaveLength(3 * each.length + 2 * each.filter(({ done }) => done).length);
        expect(entries.every(({ at }, index) => at <= (entries[index - 1]?.at ?? 99))).toBe(true);
        const back = { activities: activities.toReversed(), tasks: tasks.toReversed(), questions };
        expect(timeline({ ...nothing, ...back })).toEqual(entries);
      }),
    );
  });
});
