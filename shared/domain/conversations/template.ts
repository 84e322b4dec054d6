/** A message to be sent more than once, with fields in braces: "Hi {first name}". */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  /** What stands for a field that is empty, by the field's name; a field without one is missing. */
  readonly fallbacks: Readonly<Record<string, string>>;
  /** When the program offers it first. */
  readonly use: 'any' | 'approve' | 'decline' | 'answer';
  readonly sample: boolean;
}
