import { describe, expect, it } from 'vitest';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { sitePlace } from '#shared/domain/affiliates/places.ts';
import { membersOf, needsOf, ruleProblem } from '#shared/domain/segments/evaluate.ts';
import { operatorsOf } from '#shared/domain/segments/operators.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { factsOf, fieldsOf, noon, person, rule, day } from './facts.ts';

/** Who meets a rule: the affiliates are called `yes…` and `no…`, and it is exactly the former. */
const meets = (
  affiliates: readonly Affiliate[],
  asked: SegmentRule,
  given: Parameters<typeof factsOf>[1] = {},
): readonly string[] | null => {
  const facts = factsOf(affiliates, given);
  const members = membersOf({ match: 'all', rules: [asked] }, fieldsOf(facts), facts);
  return members && [...members];
};

const places = (audience: number): Partial<Affiliate> => ({
  sites: ['a.com'],
  audiences: { [sitePlace('a.com')]: audience },
});
const stage = (stageId: string, since = noon('2026-11-01')) => ({ standing: { stageId, since, reason: '' } });
const ends = (last: string): Partial<Affiliate> => ({ couponCodes: ['A'], codeEnds: { A: day(last) } });

describe('rules on what is written of an affiliate', () => {
  it.each<[string, SegmentRule, Partial<Affiliate>[], Partial<Affiliate>[]]>([
    [
      'text is part of it, whatever its case',
      rule('name', 'contains', ' PAW '),
      [{ name: 'Best paws' }],
      [{ name: 'Cat' }],
    ],
    ['text is not part of it', rule('notes', 'contains-not', 'x'), [{ notes: '' }, { notes: 'y' }], [{ notes: 'aXb' }]],
    ['text is it', rule('company', 'is', 'paws ltd'), [{ company: 'Paws Ltd' }], [{ company: 'Paws Ltd.' }]],
    [
      'any of several texts',
      rule('sites', 'contains', 'b.'),
      [{ sites: ['a.com', 'b.com'] }],
      [{ sites: ['a.com'] }, {}],
    ],
    ['text is empty', rule('origin', 'empty'), [{}], [{ privacy: { origin: 'fair', mail: 'yes', note: '' } }]],
    ['text is set', rule('codes', 'set'), [{ couponCodes: ['A'] }], [{}]],
    [
      'one of',
      rule('kind', 'is', ['coupon', 'cashback']),
      [{ kind: 'coupon' }, { kind: 'cashback' }],
      [{ kind: 'content' }, {}],
    ],
    ['none of', rule('kind', 'is-not', ['coupon']), [{ kind: 'content' }, {}], [{ kind: 'coupon' }]],
    ['nothing chosen for them', rule('tags', 'empty'), [{}], [{ tags: ['vip'] }]],
    ['has one of their tags', rule('tags', 'is', ['vip']), [{ tags: ['b2b', 'vip'] }], [{ tags: ['b2b'] }, {}]],
    ['has none of those tags', rule('tags', 'is-not', ['vip']), [{ tags: ['b2b'] }, {}], [{ tags: ['vip', 'b2b'] }]],
    ['a stage', rule('stage', 'is', ['active']), [stage('active')], [stage('ended'), {}]],
    ['in no stage', rule('stage', 'empty'), [{}], [stage('active')]],
    [
      'tier by audience, or as she has said',
      rule('tier', 'is', ['micro']),
      [places(10_000), { tier: 'micro', ...places(9) }],
      [places(9_999), {}],
    ],
    ['an audience', rule('audience', 'at-least', 500), [places(500)], [places(499), {}]],
    ['an audience nobody knows', rule('audience', 'empty'), [{}], [places(0)]],
    ['may be mailed', rule('mayMail', 'is', ['yes']), [{ privacy: { origin: '', mail: 'yes', note: '' } }], [{}]],
    [
      'days in the stage',
      rule('stageSince', 'longer-ago', 14),
      [stage('found', noon('2026-11-08'))],
      [stage('found', noon('2026-11-09')), {}],
    ],
    [
      'contact in the last days',
      rule('lastContact', 'in-last', 2),
      [{ lastContact: day('2026-11-22') }],
      [{ lastContact: day('2026-11-21') }, {}],
    ],
    [
      'no contact for so long, or never',
      rule('lastContact', 'not-in-last', 2),
      [{ lastContact: day('2026-11-21') }, {}],
      [{ lastContact: day('2026-11-22') }],
    ],
    [
      'contract ends within days',
      rule('contractEnd', 'in-next', 30),
      [{ contractEnd: day('2026-11-23') }, { contractEnd: day('2026-12-23') }],
      [{ contractEnd: day('2026-11-22') }, { contractEnd: day('2026-12-24') }, {}],
    ],
    [
      'one of several codes ends',
      rule('codeEnd', 'in-next', 7),
      [{ couponCodes: ['A', 'B'], codeEnds: { A: day('2027-11-30'), B: day('2026-11-30') } }],
      [ends('2026-12-01'), {}],
    ],
    [
      'before a day',
      rule('joined', 'before', '2026-01-01'),
      [{ joined: day('2025-12-31') }],
      [{ joined: day('2026-01-01') }, {}],
    ],
    [
      'after a day',
      rule('joined', 'after', '2026-01-01'),
      [{ joined: day('2026-01-02') }],
      [{ joined: day('2026-01-01') }, {}],
    ],
    [
      'known since',
      rule('created', 'in-last', 1),
      [{ createdAt: noon('2026-11-23') }],
      [{ createdAt: noon('2026-11-22') }],
    ],
    [
      'own number',
      rule('custom:score', 'between', ['9', '3']),
      [{ custom: { score: 3 } }, { custom: { score: 9 } }],
      [{ custom: { score: 2 } }, {}, { custom: { score: '5' } }],
    ],
    ['own choice', rule('custom:size', 'is', ['M']), [{ custom: { size: 'M' } }], [{ custom: { size: 'S' } }, {}]],
    [
      'own date',
      rule('custom:visit', 'in-next', 1),
      [{ custom: { visit: '2026-11-24' } }],
      [{ custom: { visit: '2026-11-25' } }, { custom: { visit: 'soon' } }],
    ],
    ['own text', rule('custom:note', 'contains', 'b'), [{ custom: { note: 'abc' } }], [{}]],
    [
      'has an e-mail',
      rule('hasEmail', 'yes'),
      [{ contacts: [{ name: '', email: 'a@b.c', phone: '', role: '', source: '' }] }],
      [{}, { contacts: [{ name: 'A', email: '', phone: '', role: '', source: '' }] }],
    ],
  ])('%s', (_, asked, yes, no) => {
    const affiliates = [
      ...yes.map((known, at) => person(`yes${at}`, { name: `yes${at}`, ...known })),
      ...no.map((known, at) => person(`no${at}`, { name: `no${at}`, ...known })),
    ];
    expect(meets(affiliates, asked)).toEqual(yes.map((_known, at) => `yes${at}`));
  });
});

describe('rules on what is around an affiliate', () => {
  const two = [person('a'), person('b')];
  it.each([
    ['networks', rule('networks', 'is', ['Impact']), { accounts: [{ network: 'Impact', status: 'Active' }] }],
    [
      'account status',
      rule('accountStatus', 'is', ['Active']),
      { accounts: [{ network: 'Impact', status: 'Active' }] },
    ],
    ['open tasks', rule('openTasks', 'at-least', 2), { openTasks: 2 }],
    ['overdue tasks', rule('overdueTasks', 'some'), { overdueTasks: 1 }],
    ['open questions', rule('openQuestions', 'some'), { openQuestions: 1 }],
    ['checklists', rule('unfinishedChecklists', 'some'), { unfinishedChecklists: 1 }],
    ['materials', rule('outdatedMaterial', 'yes'), { outdatedMaterials: 1 }],
  ])('%s', (_, asked, known) => {
    expect(meets(two, asked, { around: { a: known } })).toEqual(['a']);
  });
  it('nothing around them is none', () => {
    expect(meets(two, rule('openTasks', 'none'), { around: { a: { openTasks: 1 } } })).toEqual(['b']);
    expect(meets(two, rule('outdatedMaterial', 'no'), { around: { a: { outdatedMaterials: 1 } } })).toEqual(['b']);
  });
});

describe('rules on figures', () => {
  const people = [person('much'), person('little'), person('none'), person('never')];
  const figures = {
    '60': {
      much: { conversions: 9, revenue: 500_000_000, aov: 55_555_556, reversalRate: 0.25, clicks: 90, epc: 1_000_000 },
      little: { conversions: 1, revenue: 499_999_999, aov: 499_999_999, reversalRate: 0.2, clicks: 0 },
      none: { reversalRate: 1 },
    },
    period: { never: { conversions: 3 } },
  };
  const asked = (field: string, operator: string, value: SegmentRule['value'] = '', days: number | null = 60) =>
    meets(people, rule(field, operator, value, days), { figures });

  it.each([
    ['conversions', 'none', '', ['none', 'never']],
    ['conversions', 'some', '', ['much', 'little']],
    ['conversions', 'at-least', 2, ['much']],
    ['conversions', 'at-most', 1, ['little', 'none', 'never']],
    ['revenue', 'at-least', 500_000_000, ['much']],
    ['revenue', 'between', ['1', '499999999'], ['little']],
    ['aov', 'empty', '', ['none', 'never']],
    ['aov', 'at-most', 60_000_000, ['much']],
    ['epc', 'at-most', 5_000_000, ['much']],
    ['reversalRate', 'at-least', 0.2, ['much', 'little', 'none']],
    ['reversalRate', 'at-most', 0.2, ['little']],
    ['clicks', 'none', '', ['little', 'none', 'never']],
    // Not knowing of clicks is not having few.
    ['clicks', 'at-most', 10, ['little']],
  ])('%s %s %s', (field, operator, value, expected) => {
    expect(asked(field, operator, value)).toEqual(expected);
  });

  it('look at their own span, and are not known before it is there', () => {
    expect(asked('conversions', 'at-least', 3, null)).toEqual(['never']);
    expect(asked('conversions', 'none', '', 61)).toBe(null);
  });

  it('the last conversion is a day', () => {
    const lastConversions = { much: '2026-11-20', little: '2026-09-01' };
    const since = (operator: string, days: number) =>
      meets(people, rule('lastConversion', operator, days), { lastConversions });
    expect(since('in-last', 30)).toEqual(['much']);
    expect(since('longer-ago', 60)).toEqual(['little']);
    expect(since('not-in-last', 60)).toEqual(['little', 'none', 'never']);
    expect(meets(people, rule('lastConversion', 'empty'), { lastConversions })).toEqual(['none', 'never']);
    expect(meets(people, rule('lastConversion', 'empty'), { lastConversions: null })).toBe(null);
  });

  it('are asked of the ledger once a span, with clicks where a rule looks at them', () => {
    const rules = [
      rule('conversions', 'none', '', 60),
      rule('epc', 'at-least', 1, 60),
      rule('revenue', 'some', '', null),
      rule('name', 'contains', 'x'),
      rule('revenue', 'at-least', '', 7),
    ];
    expect(needsOf([{ rules }], fieldsOf(factsOf([])))).toEqual({
      spans: [
        { days: 60, clicks: true },
        { days: null, clicks: false },
      ],
      lastConversions: false,
    });
  });
});

describe('all and any', () => {
  const people = [
    person('both', { kind: 'coupon', tags: ['vip'] }),
    person('one', { kind: 'coupon' }),
    person('neither'),
  ];
  const rules = [rule('kind', 'is', ['coupon']), rule('tags', 'is', ['vip'])];
  const facts = factsOf(people);
  const members = (match: 'all' | 'any', asked: readonly SegmentRule[]) => [
    ...(membersOf({ match, rules: asked }, fieldsOf(facts), facts) ?? []),
  ];

  it('join the rules', () => {
    expect(members('all', rules)).toEqual(['both']);
    expect(members('any', rules)).toEqual(['both', 'one']);
  });
  it('nobody meets no rule', () => {
    expect(members('all', [])).toEqual([]);
    expect(members('any', [])).toEqual([]);
  });
  it('a rule that cannot be asked is met by nobody, and says so', () => {
    const gone = rule('custom:deleted', 'is-not', ['x']);
    expect(members('all', [...rules, gone])).toEqual([]);
    expect(members('any', [...rules, gone])).toEqual(['both', 'one']);
    expect(ruleProblem(gone, fieldsOf(facts))?.kind).toBe('broken');
  });
});

describe('a rule that cannot be asked', () => {
  const facts = factsOf([person('a', { tags: ['vip'], ...stage('active') })]);
  it.each([
    ['a deleted stage', rule('stage', 'is-not', ['gone']), 'broken'],
    ['a deleted stage among others', rule('stage', 'is', ['active', 'gone']), 'broken'],
    ['a comparison the field has not', rule('stage', 'contains', 'a'), 'broken'],
    ['no choice', rule('stage', 'is-not', []), 'unfinished'],
    ['no text', rule('name', 'contains-not', ' '), 'unfinished'],
    ['no number', rule('audience', 'at-most', ''), 'unfinished'],
    ['half a range', rule('audience', 'between', ['1', '']), 'unfinished'],
    ['no day', rule('joined', 'before', '2026-02-30'), 'unfinished'],
    ['days that are none', rule('joined', 'not-in-last', 1.5), 'unfinished'],
    ['days without end', rule('joined', 'not-in-last', 1e12), 'unfinished'],
    ['a span of no days', rule('conversions', 'none', '', 0), 'unfinished'],
  ])('%s matches nobody', (_, asked, kind) => {
    expect(ruleProblem(asked, fieldsOf(facts))?.kind).toBe(kind);
    expect(meets(facts.affiliates, asked)).toEqual([]);
  });
  it('a tag that nobody bears any more is no such thing', () => {
    expect(meets(facts.affiliates, rule('tags', 'is-not', ['gone']))).toEqual(['a']);
    expect(meets(facts.affiliates, rule('tags', 'is', ['gone']))).toEqual([]);
  });
});

it('every field has an id of its own and comparisons', () => {
  const fields = fieldsOf(factsOf([]));
  const ids = [...fields.values()].map(({ label }) => label);
  expect(new Set(ids).size).toBe(ids.length);
  for (const field of fields.values()) expect(operatorsOf(field).length).toBeGreaterThan(1);
});
