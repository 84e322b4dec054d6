import { describe, expect, it } from 'vitest';
import { durations, isOverdue, isWaiting, questionAge } from '#shared/domain/conversations/durations.ts';
import type { Question } from '#shared/domain/conversations/question.ts';
import { DAY_MS, type Day } from '#shared/lib/day.ts';

const question = (
  kind: Question['kind'],
  askedDay: number,
  resolvedDay: number | null,
  due: string | null = null,
): Question => ({
  id: `${kind}${askedDay}`,
  affiliateId: 'a',
  kind,
  status: resolvedDay === null ? 'open' : 'resolved',
  title: '',
  text: '',
  due: due as Day | null,
  transactions: [],
  resolution: '',
  askedAt: askedDay * DAY_MS,
  resolvedAt: resolvedDay === null ? null : resolvedDay * DAY_MS,
  sample: false,
});

describe('how long questions take', () => {
  it('is said by kind, of all first', () => {
    const asked = [
      question('payment', 0, 1),
      question('payment', 0, 3),
      question('payment', 0, 10),
      question('tracking', 4, 6),
      question('tracking', 5, null),
      question('terms', 8, null),
    ];
    expect(durations(asked, 12 * DAY_MS)).toEqual([
      { kind: null, resolved: 4, median: 2.5, longest: 10, open: 2, oldest: 7 },
      { kind: 'tracking', resolved: 1, median: 2, longest: 2, open: 1, oldest: 7 },
      { kind: 'payment', resolved: 3, median: 3, longest: 10, open: 0, oldest: null },
      { kind: 'terms', resolved: 0, median: null, longest: null, open: 1, oldest: 4 },
    ]);
    expect(durations([], 0)).toEqual([{ kind: null, resolved: 0, median: null, longest: null, open: 0, oldest: null }]);
  });

  it('is never less than nothing, whatever the clock was set to', () => {
    expect(durations([question('terms', 9, 8)], 0)[0]).toMatchObject({ median: 0, longest: 0 });
    expect(durations([question('terms', 9, null)], 0)[0]).toMatchObject({ oldest: 0 });
  });
});

describe('a question', () => {
  const today = '2026-11-24' as Day;
  it.each([
    ['2026-11-23', true, true],
    ['2026-11-24', false, true],
    ['2026-11-25', false, false],
    [null, false, false],
  ])('due on %s', (due, overdue, waiting) => {
    expect(isOverdue(question('terms', 0, null, due), today)).toBe(overdue);
    expect(isWaiting(question('terms', 0, null, due), today)).toBe(waiting);
    expect(isWaiting(question('terms', 0, 1, due), today)).toBe(false);
  });

  it('is as old as the days of the zone between', () => {
    const late = { askedAt: Date.UTC(2026, 10, 23, 23), resolvedAt: null };
    expect(questionAge(late, today, 'UTC')).toBe(1);
    expect(questionAge(late, today, 'Pacific/Auckland')).toBe(0);
    expect(questionAge({ ...late, resolvedAt: Date.UTC(2026, 10, 23, 23, 30) }, today, 'UTC')).toBe(0);
  });
});
