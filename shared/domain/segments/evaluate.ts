import { addDays, parseDay } from '../../lib/day.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import type { SegmentFacts } from './facts.ts';
import type { ChoiceField, DayField, NumberField, SegmentField, TextField } from './fields.ts';
import { NO_ROWS, spanKey } from './figures.ts';
import { operatorOf, valueKindOf } from './operators.ts';
import type { SavedSegment, SegmentRule } from './segment.ts';

/** Fields by id. */
export type FieldIndex = ReadonlyMap<string, SegmentField>;

export const fieldIndex = (fields: readonly SegmentField[]): FieldIndex =>
  new Map(fields.map((field) => [field.id, field]));

/**
 * Why a rule can match nobody; null: it can be asked. `broken`: what it is about is no longer there; `unfinished`: it does not say
 * enough yet.
 */
export type Problem = { readonly kind: 'broken' | 'unfinished'; readonly message: string };

/** Years: further back or ahead than any date here. */
const MOST_DAYS = 36_500;

export function ruleProblem(rule: SegmentRule, fields: FieldIndex): Problem | null {
  const field = fields.get(rule.field);
  if (!field) return broken('The field of this rule is no longer there, so it matches nobody.');
  const operator = operatorOf(rule, field);
  if (operator === null) return broken(`“${field.label}” cannot be compared like this any more, so it matches nobody.`);
  if (field.type === 'number' && field.figure !== null && rule.days !== null && !isDays(rule.days, 1))
    return unfinished('Say over how many days.');
  const { value } = rule;
  switch (valueKindOf(operator, field)) {
    case 'nothing':
      return null;
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? null : unfinished('Say which text.');
    case 'choices':
      return choicesProblem(value, field as ChoiceField);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : unfinished('Say how much.');
    case 'range':
      return rangeOf(value) ? null : unfinished('Say from how much to how much.');
    case 'days':
      return isDays(value, 0) ? null : unfinished('Say how many days.');
    case 'day':
      return typeof value === 'string' && parseDay(value) !== null ? null : unfinished('Say which day.');
  }
}

function choicesProblem(value: SegmentRule['value'], field: ChoiceField): Problem | null {
  if (!Array.isArray(value) || value.length === 0) return unfinished('Choose at least one.');
  const known = new Set(field.choices.map((choice) => choice.value));
  const gone = field.closed && value.some((each: string) => !known.has(each));
  return gone ? broken(`A ${field.phrase} of this rule is no longer there, so it matches nobody.`) : null;
}

const isDays = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MOST_DAYS;

/** The two ends of a range, the smaller one first; null if they are no numbers. */
export function rangeOf(value: SegmentRule['value']): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const ends = value.map((end: string) => (end === '' ? Number.NaN : Number(end)));
  const [a = Number.NaN, b = Number.NaN] = ends;
  return Number.isFinite(a) && Number.isFinite(b) ? [Math.min(a, b), Math.max(a, b)] : null;
}

const broken = (message: string): Problem => ({ kind: 'broken', message });
const unfinished = (message: string): Problem => ({ kind: 'unfinished', message });

/** What segments need of the ledger: figures of spans (and whether with clicks), the days of last conversions. */
export interface Needs {
  readonly spans: readonly { readonly days: number | null; readonly clicks: boolean }[];
  readonly lastConversions: boolean;
}

export function needsOf(segments: readonly Pick<SavedSegment, 'rules'>[], fields: FieldIndex): Needs {
  const spans = new Map<string, { days: number | null; clicks: boolean }>();
  let lastConversions = false;
  for (const rule of segments.flatMap(({ rules }) => rules)) {
    const field = fields.get(rule.field);
    if (!field || ruleProblem(rule, fields)) continue;
    if (field.type === 'day' && field.fromLedger) lastConversions = true;
    if (field.type !== 'number' || field.figure === null) continue;
    const clicks = field.figure === 'clicks' || field.figure === 'epc';
    const key = spanKey(rule.days);
    spans.set(key, { days: rule.days, clicks: clicks || (spans.get(key)?.clicks ?? false) });
  }
  return { spans: [...spans.values()], lastConversions };
}

/**
 * Ids of the affiliates that meet the rules. A rule that is broken or unfinished is met by nobody, and so is a segment without
 * rules. null: figures it needs are not among the facts.
 */
export function membersOf(
  segment: Pick<SavedSegment, 'match' | 'rules'>,
  fields: FieldIndex,
  facts: SegmentFacts,
): ReadonlySet<string> | null {
  const needs = needsOf([segment], fields);
  if (needs.lastConversions && facts.lastConversions === null) return null;
  if (needs.spans.some(({ days }) => !facts.figures.has(spanKey(days)))) return null;
  const tests = segment.rules.map((rule) => testOf(rule, fields, facts));
  const members = new Set<string>();
  if (tests.length === 0) return members;
  for (const affiliate of facts.affiliates) {
    const is = segment.match === 'all' ? tests.every((test) => test(affiliate)) : tests.some((test) => test(affiliate));
    if (is) members.add(affiliate.id);
  }
  return members;
}

type Test = (affiliate: Affiliate) => boolean;

const NOBODY: Test = () => false;

function testOf(rule: SegmentRule, fields: FieldIndex, facts: SegmentFacts): Test {
  const field = fields.get(rule.field);
  if (!field || ruleProblem(rule, fields)) return NOBODY;
  switch (field.type) {
    case 'text':
      return textTest(rule, field, facts);
    case 'choice':
      return choiceTest(rule, field, facts);
    case 'flag': {
      const wanted = rule.operator === 'yes';
      return (affiliate) => field.read(affiliate, facts) === wanted;
    }
    case 'number':
      return numberTest(rule, numberReader(field, rule.days, facts));
    case 'day':
      return dayTest(rule, field, facts);
  }
}

/** Case and blanks around it do not count. */
const folded = (text: string): string => text.trim().toLowerCase();

function textTest({ operator, value }: SegmentRule, field: TextField, facts: SegmentFacts): Test {
  const wanted = folded(String(value));
  const texts = (affiliate: Affiliate): readonly string[] =>
    field
      .read(affiliate, facts)
      .map(folded)
      .filter((text) => text !== '');
  const some =
    (test: (text: string) => boolean): Test =>
    (affiliate) =>
      texts(affiliate).some(test);
  const tests: Readonly<Record<string, Test>> = {
    contains: some((text) => text.includes(wanted)),
    'contains-not': not(some((text) => text.includes(wanted))),
    is: some((text) => text === wanted),
    'is-not': not(some((text) => text === wanted)),
    empty: not(some(() => true)),
    set: some(() => true),
  };
  return tests[operator] ?? NOBODY;
}

function choiceTest({ operator, value }: SegmentRule, field: ChoiceField, facts: SegmentFacts): Test {
  const wanted = new Set(Array.isArray(value) ? (value as readonly string[]) : []);
  const has: Test = (affiliate) => field.read(affiliate, facts).some((each) => wanted.has(each));
  const any: Test = (affiliate) => field.read(affiliate, facts).some((each) => each !== '');
  const tests: Readonly<Record<string, Test>> = { is: has, 'is-not': not(has), empty: not(any), set: any };
  return tests[operator] ?? NOBODY;
}

/** How a number is read: a figure in its span, anything else as it stands. */
export function numberReader(
  field: NumberField,
  days: number | null,
  facts: SegmentFacts,
): (affiliate: Affiliate) => number | null {
  const { figure } = field;
  if (figure === null) return (affiliate) => field.read(affiliate, facts);
  const span = facts.figures.get(spanKey(days));
  return ({ id }) => (span?.get(id) ?? NO_ROWS)[figure];
}

/** A number that is not known is met by `none` and `empty` alone. */
function numberTest({ operator, value }: SegmentRule, read: (affiliate: Affiliate) => number | null): Test {
  const known = (test: (number: number) => boolean): Test => {
    return (affiliate) => {
      const number = read(affiliate);
      return number !== null && test(number);
    };
  };
  const bound = Number(value);
  const [low, high] = rangeOf(value) ?? [Number.NaN, Number.NaN];
  const tests: Readonly<Record<string, Test>> = {
    none: not(known((number) => number !== 0)),
    some: known((number) => number !== 0),
    'at-least': known((number) => number >= bound),
    'at-most': known((number) => number <= bound),
    between: known((number) => number >= low && number <= high),
    empty: not(known(() => true)),
    set: known(() => true),
  };
  return tests[operator] ?? NOBODY;
}

/** Of several days, one that fits will do. "In the last 30 days" are today and the 29 before; "not in the last" holds without a day. */
function dayTest({ operator, value }: SegmentRule, field: DayField, facts: SegmentFacts): Test {
  const { today } = facts;
  const some =
    (test: (day: string) => boolean): Test =>
    (affiliate) =>
      field.read(affiliate, facts).some(test);
  const days = typeof value === 'number' ? value : 0;
  const first = addDays(today, 1 - days);
  const past = addDays(today, -days);
  const last = addDays(today, days);
  const given = String(value);
  const within = some((day) => day >= first && day <= today);
  const tests: Readonly<Record<string, Test>> = {
    'in-last': within,
    'not-in-last': not(some((day) => day >= first)),
    'longer-ago': some((day) => day < past),
    'in-next': some((day) => day >= today && day <= last),
    before: some((day) => day < given),
    after: some((day) => day > given),
    empty: not(some(() => true)),
    set: some(() => true),
  };
  return tests[operator] ?? NOBODY;
}

const not =
  (test: Test): Test =>
  (affiliate) =>
    !test(affiliate);
