import { describe, expect, it } from 'vitest';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { ruleProblem } from '#shared/domain/segments/evaluate.ts';
import { readyMade } from '#shared/domain/segments/ready-made.ts';
import { sameName } from '#shared/domain/segments/segment.ts';
import { ruleWords, segmentWords } from '#shared/domain/segments/words.ts';
import { makeFormat } from '#shared/lib/format.ts';
import { factsOf, fieldsOf, person, rule, TODAY } from './facts.ts';

const fields = fieldsOf(factsOf([person('a', { tags: ['vip', 'b2b', 'new'] })]));
const saying = { format: makeFormat('en-US', 'UTC'), currency: 'EUR', today: TODAY };

describe('a rule in words', () => {
  it.each([
    [rule('conversions', 'none', '', 60), 'no conversion in the last 60 days'],
    [rule('conversions', 'some', '', 1), 'at least 1 conversion today'],
    [rule('conversions', 'at-least', 5, null), 'at least 5 conversions in the chosen period'],
    [rule('clicks', 'between', ['2000', '10']), 'between 10 and 2,000 clicks in the chosen period'],
    [rule('revenue', 'at-least', 500_000_000, 30), 'revenue of at least €500.00 in the last 30 days'],
    [rule('revenue', 'none', '', 30), 'no revenue in the last 30 days'],
    [rule('reversalRate', 'at-least', 0.2, 90), 'reversal rate of at least 20% in the last 90 days'],
    [rule('openTasks', 'at-most', 1), 'at most 1 open task'],
    [rule('stage', 'is', ['active']), 'stage is Active'],
    [rule('tags', 'is', ['vip', 'b2b', 'new']), 'tags include vip, b2b or new'],
    [rule('tier', 'is-not', ['micro', 'mid']), 'tier is not Micro or Mid'],
    [rule('country', 'empty'), 'no country'],
    [rule('name', 'contains', 'paws'), 'name contains “paws”'],
    [rule('lastContact', 'not-in-last', 30), 'no contact in the last 30 days'],
    [rule('lastContact', 'longer-ago', 1), 'last contact more than 1 day ago'],
    [rule('lastConversion', 'empty'), 'no conversion ever'],
    [rule('contractEnd', 'in-next', 30), 'contract end in the next 30 days'],
    [rule('joined', 'after', '2025-03-01'), 'joined after Mar 1, 2025'],
    [rule('outdatedMaterial', 'yes'), 'has outdated material'],
    [rule('custom:score', 'at-least', 3), 'Score of at least 3'],
    [rule('stage', 'is', ['gone']), 'stage (broken)'],
    [rule('custom:gone', 'is', ['x']), 'a field that is no longer there'],
  ])('%j', (asked, words) => {
    expect(ruleWords(asked, fields, saying)).toBe(words);
  });

  it('rules make a sentence', () => {
    const rules = [rule('stage', 'is', ['active']), rule('tier', 'is', ['micro']), rule('conversions', 'none', '', 60)];
    expect(segmentWords({ match: 'all', rules }, fields, saying)).toBe(
      'Stage is Active, tier is Micro and no conversion in the last 60 days',
    );
    expect(segmentWords({ match: 'any', rules: rules.slice(1) }, fields, saying)).toBe(
      'Tier is Micro or no conversion in the last 60 days',
    );
    expect(segmentWords({ match: 'all', rules: [] }, fields, saying)).toBe('No rule yet, so nobody is in it');
  });
});

describe('ready-made segments', () => {
  it('can all be asked as the program comes, and have names of their own', () => {
    const all = readyMade(FIRST_STAGES);
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const each of all.flatMap(({ rules }) => rules)) expect(ruleProblem(each, fields)).toBe(null);
  });
  it('do without a stage of partners where there is none', () => {
    for (const each of readyMade([]).flatMap(({ rules }) => rules)) expect(each.field).not.toBe('stage');
  });
});

it.each([
  ['Coupon sites', 'coupon  SITES', true],
  ['A/B', 'A:B', true],
  ['Coupon sites', 'Coupon site', false],
])('the names %s and %s are the same: %s', (a, b, same) => expect(sameName(a, b)).toBe(same));
