/**
 * One rule of a segment: a field (of `fields.ts`), how it is compared and with what. Which operators and values a field takes
 * is the field's own.
 */
export interface SegmentRule {
  readonly field: string;
  readonly operator: string;
  readonly value: string | number | readonly string[];
  /** Of a figure: over how many days before today; null: over the period chosen in the window. */
  readonly days: number | null;
}

/** A named choice among affiliates, made anew whenever it is asked for. */
export interface SavedSegment {
  readonly id: string;
  readonly name: string;
  readonly match: 'all' | 'any';
  readonly rules: readonly SegmentRule[];
  readonly sample: boolean;
}

/** Whether names are the same to a person, and so to the name of a file: case and marks that no file bears do not count. */
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);

const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[<>:"/\\|?*.\s-]+/g, ' ');
