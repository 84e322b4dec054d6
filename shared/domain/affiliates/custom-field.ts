import { parseDay, type Day } from '../../lib/day.ts';
import { NOTHING, type Format } from '../../lib/format.ts';
import type { Affiliate } from './affiliate.ts';

export const CUSTOM_KINDS = ['text', 'number', 'date', 'choice'] as const;
export type CustomKind = (typeof CUSTOM_KINDS)[number];

/** A field of the user's own, on every affiliate. Its values are in `Affiliate.custom`, by its id. */
export interface CustomField {
  readonly id: string;
  readonly name: string;
  readonly kind: CustomKind;
  /** Of a choice alone. */
  readonly choices: readonly string[];
}

/** What is typed into a field as its value; '' for nothing, null if it cannot be that. */
export function parseCustom({ kind }: Pick<CustomField, 'kind'>, text: string): string | number | null {
  const typed = text.trim();
  if (typed === '') return '';
  if (kind === 'date') return parseDay(typed);
  if (kind !== 'number') return typed;
  const number = Number(
    typed
      .replace(/\s/g, '')
      .replace(/^−/, '-')
      .replace(/^([^.]*),(\d+)$/, '$1.$2'),
  );
  return Number.isFinite(number) ? number : null;
}

/** The value as it is typed: '' if there is none. */
export const customInput = (field: Pick<CustomField, 'id'>, { custom }: Pick<Affiliate, 'custom'>): string =>
  String(custom[field.id] ?? '');

/** The value as it is read: "–" if there is none. */
export function customWords(
  field: Pick<CustomField, 'id' | 'kind'>,
  { custom }: Pick<Affiliate, 'custom'>,
  format: Format,
  today: Day,
): string {
  const value = custom[field.id] ?? '';
  if (value === '') return NOTHING;
  if (typeof value === 'number') return number(value, format.locale);
  const day = field.kind === 'date' ? parseDay(value) : null;
  return day === null ? value : format.day(day, today);
}

const number = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value).replace('-', '−');

/** An affiliate's own values with that of one field changed; '' takes it away. */
export function withCustom(
  custom: Affiliate['custom'],
  field: Pick<CustomField, 'id'>,
  value: string | number,
): Affiliate['custom'] {
  const { [field.id]: _, ...others } = custom;
  return value === '' ? others : { ...others, [field.id]: value };
}
