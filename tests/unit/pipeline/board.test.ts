import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { placeAfter } from '#renderer/features/pipeline/board-keys.ts';
import { boardColumns, daysSince, stageOf } from '#shared/domain/pipeline/board.ts';
import { moveAffiliate } from '#shared/domain/pipeline/move.ts';
import { nextSteps } from '#shared/domain/pipeline/next-step.ts';
import { asksReason, stageForNo, stageForPartners, stageForYes } from '#shared/domain/pipeline/stage.ts';
import type { Day } from '#shared/lib/day.ts';
import { person, stage, STAGES, standing, task } from './people.ts';

const due = (day: string, time: string | null = null) => ({ day: day as Day, time });

describe('the next step', () => {
  it('is the open task that is due first; a day without a time comes before its times, no day last, then the oldest', () => {
    const tasks = [
      task('whenever', 'a', { createdAt: 1 }),
      task('at nine', 'a', { due: due('2026-11-23', '09:00') }),
      task('that day', 'a', { due: due('2026-11-23') }),
      task('done', 'a', { due: due('2026-11-01'), doneAt: 5 }),
      task('younger', 'b', { createdAt: 9 }),
      task('older', 'b', { createdAt: 2 }),
      task('nobody’s', null),
    ];
    const steps = nextSteps(tasks);
    expect([...steps].map(([who, { id }]) => [who, id])).toEqual([
      ['a', 'that day'],
      ['b', 'older'],
    ]);
    expect(nextSteps(tasks.toReversed())).toEqual(steps);
  });
});

describe('the board', () => {
  it('shows who lacks the step first, then what is due first, then who has stood there longest', () => {
    const people = [
      standing('long', 'contacted', 1),
      standing('later', 'contacted', 2),
      standing('sooner', 'contacted', 3),
      standing('lacks', 'contacted', 4),
    ];
    const steps = nextSteps([
      task('1', 'long', {}),
      task('2', 'later', { due: due('2026-12-02') }),
      task('3', 'sooner', { due: due('2026-12-01', '10:00') }),
    ]);
    const column = boardColumns(people, STAGES, steps)[1];
    expect(column?.cards.map(({ affiliate, stepMissing }) => [affiliate.id, stepMissing])).toEqual([
      ['lacks', true],
      ['sooner', false],
      ['later', false],
      ['long', false],
    ]);
    // Where no step is wanted, none is missing.
    const active = boardColumns([standing('x', 'active', 5), standing('y', 'active', 4)], STAGES, new Map())[6];
    expect(active?.cards.map(({ affiliate, stepMissing }) => [affiliate.id, stepMissing])).toEqual([
      ['y', false],
      ['x', false],
    ]);
  });

  test('everybody in a stage that is there stands on it once, nobody else does', () => {
    const stageIds = fc.constantFrom(...STAGES.map(({ id }) => id), 'gone', null);
    fc.assert(
      fc.property(fc.array(stageIds), (ids) => {
        const people = ids.map((id, at) => (id === null ? person(`p${at}`) : standing(`p${at}`, id, at)));
        const shown = boardColumns(people, STAGES, new Map()).flatMap(({ stage: { id }, cards }) =>
          cards.map(({ affiliate }) => `${affiliate.id} ${id}`),
        );
        const expected = people.flatMap((each) => {
          const found = stageOf(each, STAGES);
          return found ? [`${each.id} ${found.id}`] : [];
        });
        expect(shown.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('counts days on the calendar of the zone', () => {
    const since = Date.UTC(2026, 10, 22, 23, 30);
    expect(daysSince(since, Date.UTC(2026, 10, 23, 0, 30), 'UTC')).toBe(1);
    expect(daysSince(since, Date.UTC(2026, 10, 23, 0, 30), 'America/Los_Angeles')).toBe(0);
    expect(daysSince(since, since - 1, 'UTC')).toBe(0);
  });
});

describe('a move', () => {
  const say = { reason: ' Good fit ', now: 50, id: 'x' };

  it('is where they stand now, and a line on their timeline', () => {
    const moved = moveAffiliate(standing('a', 'applied', 10), stage('approved'), STAGES, say);
    expect(moved?.after).toMatchObject({
      standing: { stageId: 'approved', since: 50, reason: 'Good fit' },
      editedAt: 50,
    });
    expect(moved?.activity).toMatchObject({
      id: 'x',
      affiliateId: 'a',
      kind: 'stage',
      at: 50,
      title: 'Moved to Approved',
      move: { from: 'applied', to: 'approved', reason: 'Good fit' },
    });
  });

  it('leads off the board and onto it, and nowhere from where they are', () => {
    expect(moveAffiliate(standing('a', 'found'), stage('found'), STAGES, say)).toBeNull();
    expect(moveAffiliate(person('a'), null, STAGES, say)).toBeNull();
    expect(moveAffiliate(person('a'), stage('found'), STAGES, say)).toMatchObject({
      after: { standing: { stageId: 'found', reason: '' } },
      activity: { move: { from: null, to: 'found', reason: '' } },
    });
    expect(moveAffiliate(standing('a', 'found'), null, STAGES, say)).toMatchObject({
      after: { standing: null },
      activity: { title: 'Taken off the board', move: { from: 'found', to: null } },
    });
  });

  it('keeps why they were won among the stages of partners, and not beyond', () => {
    const won = person('a', { standing: { stageId: 'approved', since: 1, reason: 'Good fit' } });
    const unsaid = { ...say, reason: '' };
    const reasonAt = (to: string) => moveAffiliate(won, stage(to), STAGES, unsaid)?.after.standing?.reason;
    expect(reasonAt('onboarding')).toBe('Good fit');
    expect(reasonAt('ended')).toBe('');
    expect(reasonAt('in-talks')).toBe('');
  });

  it('asks why as they are won or lost, and not from one stage of partners to the next', () => {
    expect(asksReason(stage('applied'), stage('approved'))).toBe(true);
    expect(asksReason(null, stage('active'))).toBe(true);
    expect(asksReason(stage('active'), stage('ended'))).toBe(true);
    expect(asksReason(stage('approved'), stage('onboarding'))).toBe(false);
    expect(asksReason(stage('found'), stage('contacted'))).toBe(false);
    expect(asksReason(stage('active'), null)).toBe(false);
  });
});

test('a yes leads to the first stage of partners behind the applications, a no to the lost, partners to Active', () => {
  const ids = (stages: typeof STAGES) =>
    [stageForYes(stages), stageForNo(stages), stageForPartners(stages)].map((each) => each?.id);
  expect(ids(STAGES)).toEqual(['approved', 'ended', 'active']);
  const turned = [stage('dormant'), stage('applied'), stage('onboarding')];
  expect(ids(turned)).toEqual(['onboarding', undefined, 'dormant']);
  expect(ids([stage('dormant'), stage('applied')])).toEqual(['dormant', undefined, 'dormant']);
  expect(ids([stage('found')])).toEqual([undefined, undefined, undefined]);
});

describe('the keys of the board', () => {
  const sizes = [2, 0, 3];
  it.each([
    ['ArrowDown', { column: 0, row: 0 }, { column: 0, row: 1 }],
    ['ArrowDown', { column: 0, row: 1 }, { column: 0, row: 1 }],
    ['ArrowUp', { column: 0, row: 0 }, { column: 0, row: 0 }],
    ['ArrowRight', { column: 0, row: 1 }, { column: 2, row: 1 }],
    ['ArrowRight', { column: 2, row: 1 }, { column: 2, row: 1 }],
    ['ArrowLeft', { column: 2, row: 2 }, { column: 0, row: 1 }],
    ['End', { column: 2, row: 0 }, { column: 2, row: 2 }],
    ['Home', { column: 2, row: 2 }, { column: 2, row: 0 }],
    ['j', { column: 2, row: 0 }, { column: 2, row: 1 }],
    ['x', { column: 2, row: 0 }, null],
    ['ArrowLeft', null, { column: 0, row: 0 }],
  ] as const)('%s leads from %o to %o', (key, from, to) => {
    expect(placeAfter(key, from, sizes, true)).toEqual(to);
  });
  it('has letters only where she wants them, and leads nowhere on an empty board', () => {
    expect(placeAfter('j', { column: 0, row: 0 }, sizes, false)).toBeNull();
    expect(placeAfter('ArrowDown', null, [0, 0], true)).toBeNull();
  });
});
