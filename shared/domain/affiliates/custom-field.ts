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
