import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newActivity } from '#shared/domain/affiliates/activity.ts';
import { allMoves, median, sourceRates, stageRates, type Move } from '#shared/domain/pipeline/conversion.ts';
import { DAY_MS } from '#shared/lib/day.ts';
import { person, STAGES, standing } from './people.ts';

/** Moves of one affiliate: stage and day, one after the other; from off the board. */
const walk = (affiliateId: string, ...steps: readonly (readonly [to: string | null, day: number])[]): Move[] =>
  steps.map(([to, day], at) => ({ affiliateId, from: steps[at - 1]?.[0] ?? null, to, at: day * DAY_MS }));

const of = (moves: readonly Move[], stageId: string, span: [number, number] | null = null) => {
  const rates = stageRates(moves, STAGES, span && { from: span[0] * DAY_MS, to: span[1] * DAY_MS });
  const found = rates.find(({ stage }) => stage.id === stageId);
  if (!found) throw new Error('No rate');
  return [found.came.length, found.on, found.lost, found.share, found.medianDays];
};

describe('from stage to stage', () => {
  const moves = [
    ...walk('quick', ['found', 0], ['contacted', 2], ['active', 3]),
    ...walk('slow', ['found', 0], ['contacted', 10]),
    ...walk('lost', ['found', 1], ['ended', 4]),
    ...walk('waits', ['found', 5]),
    ...walk('back', ['contacted', 0], ['found', 3], ['contacted', 7]),
  ].sort((a, b) => a.at - b.at);

  it.each([
    ['found', null, [5, 3, 1, 3 / 5, 4]],
    ['contacted', null, [3, 1, 0, 1 / 3, 1]],
    ['in-talks', null, [0, 0, 0, null, null]],
    ['active', null, [1, 0, 0, 0, null]],
    // Nobody goes on from the last stage of partners, or from the lost.
    ['dormant', null, [0, 0, 0, null, null]],
    ['ended', null, [1, 0, 0, null, null]],
    // Who came in the span, and what became of them since, also later.
    ['found', [0, 1], [2, 2, 0, 1, 6]],
    ['found', [4, 9], [1, 0, 0, 0, null]],
  ] as const)('%s in %o', (stageId, span, expected) => {
    expect(of(moves, stageId, span && [span[0], span[1]])).toEqual(expected);
  });

  it('counts who comes by twice once, and who goes on after having been lost as lost', () => {
    const twice = walk('a', ['found', 0], ['contacted', 1], ['found', 2], ['contacted', 9]);
    expect(of(twice, 'found')).toEqual([1, 1, 0, 1, 1]);
    expect(of(twice, 'found', [2, 3])).toEqual([1, 1, 0, 1, 7]);
    expect(of(walk('a', ['found', 0], ['ended', 1], ['active', 2]), 'found')).toEqual([1, 0, 1, 0, null]);
    expect(of(walk('a', ['found', 0], [null, 1], ['active', 2]), 'found')).toEqual([1, 1, 0, 1, 2]);
    expect(of(walk('a', ['found', 0], ['a stage that is gone', 1]), 'found')).toEqual([1, 0, 0, 0, null]);
  });

  test('of those who came each went on, is lost or waits', () => {
    const ids = fc.constantFrom(...STAGES.map(({ id }) => id), null);
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), ids, fc.integer({ min: 0, max: 30 })));
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 30 }), (taken, from) => {
        const moves = taken
          .map(([affiliateId, to, at]): Move => ({ affiliateId, from: null, to, at: at * DAY_MS }))
          .sort((a, b) => a.at - b.at);
        for (const rate of stageRates(moves, STAGES, { from: from * DAY_MS, to: 31 * DAY_MS })) {
          const { came, on, lost, share, stage } = rate;
          expect(new Set(came.map(({ affiliateId }) => affiliateId)).size).toBe(came.length);
          expect(came.filter(({ became }) => became === 'waits').length).toBe(came.length - on - lost);
          for (const { at, becameAt } of came) expect(becameAt ?? at).toBeGreaterThanOrEqual(at);
          if (share !== null) expect(share).toBe(on / came.length);
          if (stage.kind === 'lost') expect([on, share]).toEqual([0, null]);
        }
      }),
    );
  });
});

test('by source: who was put on the board to be won, and has become a partner', () => {
  const moves = [
    ...walk('a', ['found', 0], ['approved', 4]),
    ...walk('b', ['applied', 0], ['ended', 3]),
    ...walk('c', ['found', 2]),
    ...walk('partner', ['active', 0]),
    ...walk('early', ['found', -9], ['active', 1]),
  ].sort((a, b) => a.at - b.at);
  const sources: Record<string, string> = { a: 'Search', b: 'search ', c: '', early: 'Event' };
  const rates = (from: number) =>
    sourceRates(moves, STAGES, { from: from * DAY_MS, to: 9 * DAY_MS }, (id) => sources[id] ?? '').map((rate) => [
      rate.source,
      rate.came.length,
      rate.on,
      rate.lost,
      rate.share,
      rate.medianDays,
    ]);
  expect(rates(0)).toEqual([
    ['Search', 2, 1, 1, 1 / 2, 4],
    ['', 1, 0, 0, 0, null],
  ]);
  expect(rates(-10)).toContainEqual(['Event', 1, 1, 0, 1, 10]);
});

test('all moves: what timelines say, and where somebody stands of whom none says it', () => {
  const said = newActivity({
    ...{ id: 'x', affiliateId: 'a', kind: 'stage', at: 5, title: '' },
    move: { from: null, to: 'found', reason: '' },
  });
  const people = [standing('a', 'found', 5), standing('b', 'active', 3), person('c')];
  expect(allMoves([said, { ...said, affiliateId: 'gone' }, { ...said, move: null }], people)).toEqual([
    { affiliateId: 'b', from: null, to: 'active', at: 3 },
    { affiliateId: 'a', from: null, to: 'found', at: 5 },
  ]);
});

test('the middle one', () => {
  expect([[], [3], [1, 9], [5, 1, 2]].map(median)).toEqual([null, 3, 5, 2]);
});
