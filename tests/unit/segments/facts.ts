import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fieldIndex, type FieldIndex } from '#shared/domain/segments/evaluate.ts';
import { NOTHING_AROUND, usedWords, type Around, type SegmentFacts } from '#shared/domain/segments/facts.ts';
import { segmentFields } from '#shared/domain/segments/fields.ts';
import { NO_ROWS, type SpanFigures } from '#shared/domain/segments/figures.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';

export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day.`);
  return parsed;
};

export const TODAY = day('2026-11-23');
/** Noon of a day in UTC. */
export const noon = (text: string): number => Date.parse(`${text}T12:00:00Z`);

export const person = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: noon('2026-01-01'), createdByImport: null, editedAt: null, ...known });

export const CUSTOM = [
  { id: 'score', name: 'Score', kind: 'number', choices: [] },
  { id: 'size', name: 'Shirt size', kind: 'choice', choices: ['S', 'M'] },
  { id: 'visit', name: 'Visit', kind: 'date', choices: [] },
  { id: 'note', name: 'Remark', kind: 'text', choices: [] },
] as const;

interface Given {
  readonly around?: Readonly<Record<string, Partial<Around>>>;
  /** By span and affiliate. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, Partial<SpanFigures>>>>>;
  readonly lastConversions?: Readonly<Record<string, string>> | null;
}

export function factsOf(
  affiliates: readonly Affiliate[],
  { around = {}, figures = {}, lastConversions = {} }: Given = {},
) {
  const complete = Object.entries(around).map(([id, known]) => [id, { ...NOTHING_AROUND, ...known }] as const);
  const spans = Object.entries(figures).map(([span, byId]) => {
    const all = Object.entries(byId).map(([id, known]) => [id, { ...NO_ROWS, ...known }] as const);
    return [span, new Map(all)] as const;
  });
  const days = Object.entries(lastConversions ?? {}).map(([id, text]) => [id, day(text)] as const);
  const facts: SegmentFacts = {
    affiliates,
    around: new Map(complete),
    today: TODAY,
    zone: 'UTC',
    tierBounds: { micro: 10_000, mid: 100_000, macro: 500_000 },
    figures: new Map(spans),
    lastConversions: lastConversions === null ? null : new Map(days),
  };
  return facts;
}

export const fieldsOf = ({ affiliates, around }: SegmentFacts): FieldIndex =>
  fieldIndex(
    segmentFields({
      stages: FIRST_STAGES,
      customFields: CUSTOM,
      used: usedWords(
        affiliates,
        [...around.values()].flatMap(({ accounts }) => accounts),
      ),
    }),
  );

export const rule = (
  field: string,
  operator: string,
  value: SegmentRule['value'] = '',
  days: number | null = null,
): SegmentRule => ({ field, operator, value, days });
