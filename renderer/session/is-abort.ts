/** True for what a cancelled call rejects with, from whichever realm it comes. */
export const isAbort = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
