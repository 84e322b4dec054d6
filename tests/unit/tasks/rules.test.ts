import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fillTemplate, namedWords, ruleWork, type RuleFacts } from '#shared/domain/tasks/rules.ts';
import type { TaskRule, TaskTemplate, TaskTrigger } from '#shared/domain/tasks/task-template.ts';
import { USUAL_CALENDAR } from '#shared/domain/tasks/workdays.ts';
import { addDays, type Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const TODAY = day('2026-11-23');
const CALL: TaskTemplate = {
  id: 't',
  name: 'Call',
  title: 'Call {name}',
  note: 'Ask {name} how it goes',
  priority: 'high',
  dueIn: 5,
  time: null,
  repeat: null,
  steps: ['Look at the figures', 'Call'],
  sample: false,
};
const rule = (trigger: TaskTrigger, more: Partial<TaskRule> = {}): TaskRule => ({
  id: 'r',
  trigger,
  templateId: 't',
  segmentId: '',
  active: true,
  sample: false,
  ...more,
});
const person = (id: string, more: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...more });
const facts = (more: Partial<RuleFacts> = {}): RuleFacts => {
  let made = 0;
  return {
    rules: [],
    templates: [CALL],
    affiliates: [],
    members: () => null,
    marks: new Set(),
    today: TODAY,
    calendar: USUAL_CALENDAR,
    now: 5,
    newId: () => `new ${++made}`,
    ...more,
  };
};
const written = (more: Partial<RuleFacts>): string[] =>
  ruleWork(facts(more)).tasks.map(({ affiliateId, madeBy }) => `${affiliateId}: ${madeBy?.of}`);

describe('a rule', () => {
  it('writes its template about the affiliate, due on a workday', () => {
    const { tasks, marks } = ruleWork(
      facts({
        rules: [rule({ kind: 'no-contact', days: 30 })],
        affiliates: [person('Paws', { lastContact: day('2026-10-01') })],
      }),
    );
    expect(tasks).toMatchObject([
      {
        title: 'Call Paws',
        note: 'Ask Paws how it goes',
        affiliateId: 'Paws',
        priority: 'high',
        // Five days on is a Saturday.
        due: { day: '2026-11-30', time: null },
        steps: [{ text: 'Look at the figures', done: false }, { text: 'Call' }],
        madeBy: { ruleId: 'r', of: '2026-10-01' },
        createdAt: 5,
      },
    ]);
    expect(marks).toEqual([{ id: 'r Paws 2026-10-01', ruleId: 'r', at: 5 }]);
  });

  it.each<[string, TaskTrigger, Partial<Affiliate>, string[]]>([
    ['no contact, on the day', { kind: 'no-contact', days: 30 }, { lastContact: day('2026-10-24') }, ['a: 2026-10-24']],
    ['no contact, a day early', { kind: 'no-contact', days: 30 }, { lastContact: day('2026-10-25') }, []],
    ['never any contact', { kind: 'no-contact', days: 30 }, {}, []],
    [
      'a contract that ends soon',
      { kind: 'contract-ends', days: 14 },
      { contractEnd: day('2026-12-07') },
      ['a: 2026-12-07'],
    ],
    ['a contract that ends later', { kind: 'contract-ends', days: 14 }, { contractEnd: day('2026-12-08') }, []],
    ['a contract that ends today', { kind: 'contract-ends', days: 14 }, { contractEnd: TODAY }, ['a: 2026-11-23']],
    ['a contract that is over', { kind: 'contract-ends', days: 14 }, { contractEnd: day('2026-11-22') }, []],
    [
      'each code',
      { kind: 'code-expires', days: 7 },
      { codeEnds: { PAWS10: day('2026-11-30'), PAWS20: day('2026-12-30'), OLD: day('2026-01-01') } },
      ['a: PAWS10 2026-11-30'],
    ],
  ])('speaks of %s', (_what, trigger, affiliate, expected) => {
    expect(written({ rules: [rule(trigger)], affiliates: [person('a', affiliate)] })).toEqual(expected);
  });

  it('looks only at its segment, and waits until it is known', () => {
    const rules = [rule({ kind: 'no-contact', days: 1 }, { segmentId: 's' })];
    const affiliates = [
      person('in', { lastContact: day('2026-01-01') }),
      person('out', { lastContact: day('2026-01-01') }),
    ];
    expect(written({ rules, affiliates })).toEqual([]);
    expect(written({ rules, affiliates, members: () => new Set(['in']) })).toEqual(['in: 2026-01-01']);
    expect(
      written({ rules: [{ ...(rules[0] as TaskRule), active: false }], affiliates, members: () => new Set(['in']) }),
    ).toEqual([]);
  });

  it('speaks of who comes into a segment, not of who was in it when it began', () => {
    const rules = [rule({ kind: 'in-segment', segmentId: 's' })];
    const affiliates = [person('old'), person('new')];
    const begun = ruleWork(facts({ rules, affiliates, members: () => new Set(['old']) }));
    expect(begun.tasks).toEqual([]);
    const marks = new Set(begun.marks.map(({ id }) => id));
    expect(written({ rules, affiliates, marks, members: () => new Set(['old', 'new']) })).toEqual(['new: in s']);
    // Another segment is another beginning.
    const other = [rule({ kind: 'in-segment', segmentId: 'other' })];
    expect(written({ rules: other, affiliates, marks, members: () => new Set(['old', 'new']) })).toEqual([]);
    // Nobody was in it: whoever comes has come.
    const empty = ruleWork(facts({ rules, affiliates, members: () => new Set() }));
    expect(
      written({ rules, affiliates, marks: new Set(empty.marks.map(({ id }) => id)), members: () => new Set(['old']) }),
    ).toEqual(['old: in s']);
  });
});

it('a rule that ran writes nothing again, whatever the clock does; only new occasions are spoken of', () => {
  const someDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays(TODAY, days));
  fc.assert(
    fc.property(
      fc.array(fc.record({ lastContact: someDay, contractEnd: someDay }), { maxLength: 6 }),
      fc.array(someDay, { minLength: 1, maxLength: 12 }),
      (people, todays) => {
        const affiliates = people.map((more, index) => person(String(index), more));
        const rules = [
          rule({ kind: 'no-contact', days: 30 }, { id: 'a' }),
          rule({ kind: 'contract-ends', days: 20 }, { id: 'b' }),
          rule({ kind: 'in-segment', segmentId: 's' }, { id: 'c' }),
        ];
        const marks = new Set<string>();
        const spoken: string[] = [];
        for (const today of todays) {
          const made = ruleWork(facts({ rules, affiliates, marks, today, members: () => new Set(['1', '3']) }));
          for (const { id } of made.marks) marks.add(id);
          spoken.push(...made.tasks.map(({ affiliateId, madeBy }) => `${madeBy?.ruleId} ${affiliateId} ${madeBy?.of}`));
          const again = ruleWork(facts({ rules, affiliates, marks, today, members: () => new Set(['1', '3']) }));
          expect(again).toEqual({ tasks: [], marks: [] });
        }
        expect(new Set(spoken).size).toBe(spoken.length);
      },
    ),
  );
});

it('words name the affiliate, or nobody in particular', () => {
  expect(namedWords({ title: 'Call {name}', note: '{name} of $& {name}' }, 'A$&B')).toEqual({
    title: 'Call A$&B',
    note: 'A$&B of $& A$&B',
  });
  expect(namedWords({ title: 'Call {name}', note: '' }, null).title).toBe('Call the affiliate');
  expect(fillTemplate({ ...CALL, dueIn: null }, { ...facts(), name: 'x' }).due).toBeNull();
});
