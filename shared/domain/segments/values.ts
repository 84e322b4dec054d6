import { NOTHING } from '../../lib/format.ts';
import { microsToDecimal } from '../../lib/money.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import { numberReader } from './evaluate.ts';
import type { SegmentFacts } from './facts.ts';
import type { ChoiceField, SegmentField } from './fields.ts';
import { numberText, type Saying } from './words.ts';

/** What stands in a field of an affiliate, as it is read; "–" for nothing. `days`: the span of a figure. */
export function valueText(
  field: SegmentField,
  days: number | null,
  affiliate: Affiliate,
  facts: SegmentFacts,
  saying: Saying,
): string {
  switch (field.type) {
    case 'text':
      return joined(field.read(affiliate, facts));
    case 'choice':
      return joined(labels(field, field.read(affiliate, facts)));
    case 'flag':
      return field.read(affiliate, facts) ? 'Yes' : 'No';
    case 'number': {
      const number = numberReader(field, days, facts)(affiliate);
      return number === null ? NOTHING : numberText(field, number, saying);
    }
    case 'day':
      return joined(field.read(affiliate, facts).map((day) => saying.format.day(day, saying.today)));
  }
}

/** The same for a file: amounts exact, shares of one, days as YYYY-MM-DD; null for nothing. */
export function valueCell(
  field: SegmentField,
  days: number | null,
  affiliate: Affiliate,
  facts: SegmentFacts,
): string | number | { readonly figure: string } | null {
  switch (field.type) {
    case 'text':
      return given(field.read(affiliate, facts));
    case 'choice':
      return given(labels(field, field.read(affiliate, facts)));
    case 'flag':
      return field.read(affiliate, facts) ? 'Yes' : 'No';
    case 'number': {
      const number = numberReader(field, days, facts)(affiliate);
      return number !== null && field.unit === 'money' ? { figure: microsToDecimal(Math.round(number)) } : number;
    }
    case 'day':
      return given(field.read(affiliate, facts));
  }
}

const labels = ({ choices }: ChoiceField, values: readonly string[]): readonly string[] =>
  values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);

const given = (texts: readonly string[]): string | null => {
  const all = [...new Set(texts)].filter((text) => text !== '');
  return all.length === 0 ? null : all.join(', ');
};

const joined = (texts: readonly string[]): string => given(texts) ?? NOTHING;
