import { parseDay, type Day } from '../../lib/day.ts';
import type { Format } from '../../lib/format.ts';
import { rangeOf, ruleProblem, type FieldIndex } from './evaluate.ts';
import type { DayField, NumberField, SegmentField } from './fields.ts';
import type { SavedSegment, SegmentRule } from './segment.ts';

/** How amounts and days are said. */
export interface Saying {
  readonly format: Format;
  /** ISO 4217, that of the amounts; '' if the program has none. */
  readonly currency: string;
  readonly today: Day;
}

/** A segment as one sentence without its end: "Stage is Active, tier is Micro and no conversion in the last 60 days". */
export function segmentWords(
  { match, rules }: Pick<SavedSegment, 'match' | 'rules'>,
  fields: FieldIndex,
  saying: Saying,
): string {
  if (rules.length === 0) return 'No rule yet, so nobody is in it';
  const all = rules.map((rule) => ruleWords(rule, fields, saying));
  const joined =
    all.length === 1
      ? (all[0] ?? '')
      : `${all.slice(0, -1).join(', ')} ${match === 'all' ? 'and' : 'or'} ${all.at(-1) ?? ''}`;
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** A rule in the middle of a sentence: "no conversion in the last 60 days". */
export function ruleWords(rule: SegmentRule, fields: FieldIndex, saying: Saying): string {
  const field = fields.get(rule.field);
  const problem = ruleProblem(rule, fields);
  if (!field) return 'a field that is no longer there';
  if (problem) return `${field.phrase} (${problem.kind})`;
  switch (field.type) {
    case 'flag':
      return rule.operator === 'yes' ? field.says.yes : field.says.no;
    case 'number':
      return numberWords(rule, field, saying);
    case 'day':
      return dayWords(rule, field, saying);
    case 'text':
    case 'choice':
      return textWords(rule, field);
  }
}

function textWords(
  { operator, value }: SegmentRule,
  field: Extract<SegmentField, { type: 'text' | 'choice' }>,
): string {
  const { phrase } = field;
  const includes = field.type === 'choice' && field.many;
  const shown = field.type === 'choice' ? chosen(value, field.choices) : `“${String(value).trim()}”`;
  switch (operator) {
    case 'contains':
      return `${phrase} contains ${shown}`;
    case 'contains-not':
      return `${phrase} does not contain ${shown}`;
    case 'is':
      return includes ? `${phrase} include ${shown}` : `${phrase} is ${shown}`;
    case 'is-not':
      return includes ? `${phrase} do not include ${shown}` : `${phrase} is not ${shown}`;
    case 'empty':
      return `no ${phrase}`;
    default:
      return `any ${phrase}`;
  }
}

function chosen(value: SegmentRule['value'], choices: readonly { readonly value: string; readonly label: string }[]) {
  const values = Array.isArray(value) ? (value as readonly string[]) : [];
  const labels = values.map((each) => choices.find((choice) => choice.value === each)?.label ?? each);
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1) ?? ''}`;
}

/** "no conversion", "at least 5 conversions", "revenue of at least $500", each with its span. */
function numberWords(rule: SegmentRule, field: NumberField, saying: Saying): string {
  const { operator, value } = rule;
  const { nouns, phrase } = field;
  const span = field.figure === null ? '' : ` ${spanWords(rule.days)}`;
  const shown = (number: number): string => numberText(field, number, saying);
  const [low, high] = rangeOf(value) ?? [0, 0];
  const counted = (bound: string, number: number): string =>
    nouns
      ? `${bound} ${shown(number)} ${number === 1 ? nouns[0] : nouns[1]}`
      : `${phrase} of ${bound} ${shown(number)}`;
  switch (operator) {
    case 'none':
    case 'empty':
      return `no ${nouns?.[0] ?? phrase}${span}`;
    case 'some':
      return nouns ? `at least 1 ${nouns[0]}${span}` : `any ${phrase}${span}`;
    case 'set':
      return `any ${phrase}${span}`;
    case 'at-least':
      return counted('at least', Number(value)) + span;
    case 'at-most':
      return counted('at most', Number(value)) + span;
    default:
      return nouns
        ? `between ${shown(low)} and ${shown(high)} ${nouns[1]}${span}`
        : `${phrase} between ${shown(low)} and ${shown(high)}${span}`;
  }
}

/** "in the last 60 days", "today", "in the chosen period". */
export const spanWords = (days: number | null): string =>
  days === null ? 'in the chosen period' : days === 1 ? 'today' : `in the last ${days} days`;

/** A number of a field as it is read. */
export function numberText(field: NumberField, number: number, { format, currency }: Saying): string {
  if (field.unit === 'money') return format.money(Math.round(number), currency);
  return field.unit === 'share' ? format.percent(number) : format.count(number);
}

function dayWords({ operator, value }: SegmentRule, field: DayField, { format, today }: Saying): string {
  const { noun, phrase } = field;
  const days = Number(value);
  const many = days === 1 ? '1 day' : `${days} days`;
  const given = parseDay(String(value));
  const on = given === null ? '' : format.day(given, today);
  switch (operator) {
    case 'in-last':
      return `${noun ? `a ${noun}` : phrase} in the last ${many}`;
    case 'not-in-last':
      return noun ? `no ${noun} in the last ${many}` : `${phrase} not in the last ${many}`;
    case 'longer-ago':
      return `${noun ? `last ${noun}` : phrase} more than ${many} ago`;
    case 'in-next':
      return `${phrase} in the next ${many}`;
    case 'before':
      return `${phrase} before ${on}`;
    case 'after':
      return `${phrase} after ${on}`;
    case 'empty':
      return noun ? `no ${noun} ever` : `no day for “${field.label}”`;
    default:
      return noun ? `a ${noun} at any time` : `a day for “${field.label}”`;
  }
}
