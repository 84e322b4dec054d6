import type { Problem, Result } from '#shared/lib/result.ts';

const say = (code: string, message: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { code, message },
});

const NOTHING_SAVED = 'Nothing was changed.';

/**
 * What a failed read or write means to the person. Near a full disk Chromium's names are not reliable (an AbortError, a
 * ConstraintError, a wrapped BulkError have all been seen), so an abort that nobody asked for also points at the disk.
 */
export function storageProblem(error: unknown): Extract<Result<never>, { ok: false }> {
  const names = namesOf(error);
  if (names.has('QuotaExceededError')) {
    return say(
      'disk-full',
      `There is not enough room on the disk to save this. ${NOTHING_SAVED} Free some space, then try again.`,
    );
  }
  if (names.has('VersionError')) {
    return say(
      'newer-data',
      'Your data was written by a newer version of Affiliate Desk. It was not opened. Install the newer version.',
    );
  }
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError')) {
    return say('closed', `The connection to your data was closed. ${NOTHING_SAVED} Restart Affiliate Desk.`);
  }
  if (names.has('AbortError') || names.has('TransactionInactiveError')) {
    return say(
      'not-saved',
      `The write was stopped before it was complete. ${NOTHING_SAVED} Check the free space on the disk, then try again.`,
    );
  }
  if (names.has('NotFoundError') || names.has('DataError') || names.has('NotReadableError')) {
    return say(
      'damaged',
      `Part of your data cannot be read. ${NOTHING_SAVED} Restart Affiliate Desk; if it says this again, your last exports hold the same figures.`,
    );
  }
  return say(
    'storage-failed',
    `Your data could not be read or saved (${messageOf(error)}). ${NOTHING_SAVED} Restart Affiliate Desk.`,
  );
}

/** The names of an error and of those inside it: Dexie wraps the browser's own. */
function namesOf(error: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    names.add(at.name);
    at = (at as { inner?: unknown }).inner ?? at.cause;
  }
  return names;
}

const messageOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
};
