/** What went wrong, for the program (`code`) and for the person (`message`: what happened, to what, what to do now). */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** Errors are data at the edges: an operation that can fail answers with one of these two and never throws for a foreseen failure. */
export type Result<T, E extends Problem = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (code: string, message: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { code, message },
});
