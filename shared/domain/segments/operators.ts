import type { SegmentField } from './fields.ts';
import type { SegmentRule } from './segment.ts';

/** How a field may be compared. */
export const OPERATORS = [
  'contains',
  'contains-not',
  'is',
  'is-not',
  'yes',
  'no',
  'none',
  'some',
  'at-least',
  'at-most',
  'between',
  'in-last',
  'not-in-last',
  'longer-ago',
  'in-next',
  'before',
  'after',
  'empty',
  'set',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** What an operator compares with. `days`: a number of days; `range`: two numbers as text. */
export type ValueKind = 'nothing' | 'text' | 'choices' | 'number' | 'range' | 'days' | 'day';

/** The operators of a field, the usual one first. */
export function operatorsOf(field: SegmentField): readonly Operator[] {
  switch (field.type) {
    case 'text':
      return ['contains', 'contains-not', 'is', 'is-not', 'empty', 'set'];
    case 'choice':
      return ['is', 'is-not', 'empty', 'set'];
    case 'flag':
      return ['yes', 'no'];
    case 'number':
      return field.zeroIsNone
        ? ['none', 'some', 'at-least', 'at-most', 'between']
        : ['at-least', 'at-most', 'between', 'empty', 'set'];
    case 'day':
      return ['in-last', 'not-in-last', 'longer-ago', 'in-next', 'before', 'after', 'empty', 'set'];
  }
}

/** What an operator is called beside its field. */
export function operatorWords(operator: Operator, field: SegmentField): string {
  const includes = field.type === 'choice' && field.many;
  switch (operator) {
    case 'contains':
      return 'contains';
    case 'contains-not':
      return 'does not contain';
    case 'is':
      return includes ? 'include' : 'is';
    case 'is-not':
      return includes ? 'do not include' : 'is not';
    case 'yes':
      return 'yes';
    case 'no':
      return 'no';
    case 'none':
      return 'none';
    case 'some':
      return 'any';
    case 'at-least':
      return 'at least';
    case 'at-most':
      return 'at most';
    case 'between':
      return 'between';
    case 'in-last':
      return 'in the last';
    case 'not-in-last':
      return 'not in the last';
    case 'longer-ago':
      return 'more than';
    case 'in-next':
      return 'in the next';
    case 'before':
      return 'before';
    case 'after':
      return 'after';
    case 'empty':
      return 'is empty';
    case 'set':
      return 'is set';
  }
}

export function valueKindOf(operator: Operator, field: SegmentField): ValueKind {
  switch (operator) {
    case 'contains':
    case 'contains-not':
      return 'text';
    case 'is':
    case 'is-not':
      return field.type === 'choice' ? 'choices' : 'text';
    case 'at-least':
    case 'at-most':
      return 'number';
    case 'between':
      return 'range';
    case 'in-last':
    case 'not-in-last':
    case 'longer-ago':
    case 'in-next':
      return 'days';
    case 'before':
    case 'after':
      return 'day';
    default:
      return 'nothing';
  }
}

/** Over how many days a figure is looked at, and how many days of a date, until she says otherwise. */
const USUAL_DAYS = 30;

/** A value of that kind that means nothing yet, or the usual. */
function firstValue(kind: ValueKind): SegmentRule['value'] {
  switch (kind) {
    case 'choices':
      return [];
    case 'range':
      return ['', ''];
    case 'days':
      return USUAL_DAYS;
    default:
      return '';
  }
}

/** A rule about a field, as it begins. */
export function newRule(field: SegmentField): SegmentRule {
  const operator = operatorsOf(field)[0] ?? 'is';
  const days = field.type === 'number' && field.figure !== null ? USUAL_DAYS : null;
  return { field: field.id, operator, value: firstValue(valueKindOf(operator, field)), days };
}

/** The rule with another operator; its value stays if it can. */
export function withOperator(rule: SegmentRule, operator: Operator, field: SegmentField): SegmentRule {
  const before = operatorOf(rule, field);
  const kind = valueKindOf(operator, field);
  const stays = before !== null && valueKindOf(before, field) === kind;
  return { ...rule, operator, value: stays ? rule.value : firstValue(kind) };
}

/** The rule's operator; null if it is none of the field's. */
export const operatorOf = (rule: Pick<SegmentRule, 'operator'>, field: SegmentField): Operator | null =>
  operatorsOf(field).find((operator) => operator === rule.operator) ?? null;
