import { setProfileSettings } from '#renderer/db/preferences.ts';
import { rememberedSettings } from '#renderer/db/profiles.ts';
import type { Choice, LedgerClient, SourceFile } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { nextIncoming } from '#renderer/session/incoming.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { say } from '#renderer/session/toasts.ts';
import type { LookWish } from '#shared/domain/imports/look.ts';
import { openQuestions } from '#shared/domain/imports/defaults.ts';
import { PROFILE_FILE_ENDING } from '#shared/domain/imports/profile-file.ts';
import type { DialectWish, Recognition, Settings } from '#shared/domain/imports/types.ts';
import { isRefused } from '#shared/ipc/contract.ts';
import { keepFormat, takeFormat } from './format-steps.ts';
import { begin, cancellable, guarded } from './newest-work.ts';
import { carried, isBusy, readingOf, type MatchPart, type Reading } from './wizard.ts';
import { current, dispatch, onDefect, onProgress, useImport } from './wizard-store.ts';

const RECOGNISE: LookWish = { dialect: {}, profileId: null };

/** Takes the next file of the queue, unless one is being worked on. */
export async function takeNext(ledger: LedgerClient): Promise<void> {
  if (isBusy(current())) return;
  const [unfolded, ...others] = useImport.getState().unfolded;
  const entry = unfolded ?? nextIncoming();
  if (!entry) return;
  useImport.setState(({ wizard, finished }) => ({
    finished: wizard.kind === 'idle' ? [] : [...finished, wizard],
    unfolded: others,
  }));
  if (isRefused(entry)) {
    dispatch({ type: 'refused', fileName: entry.name, problem: { code: 'refused', message: entry.refused } });
    return;
  }
  dispatch({ type: 'file', file: entry });
  const isStill = begin();
  await guarded(isStill, onDefect, () =>
    unfolded ? look(ledger, entry, RECOGNISE, isStill) : unfold(ledger, entry, isStill),
  );
}

/** A profile is kept, an archive becomes the exports inside it, any other file is looked at. */
async function unfold(ledger: LedgerClient, file: SourceFile, isStill: () => boolean): Promise<void> {
  if (file.name.endsWith(PROFILE_FILE_ENDING)) {
    const taken = await takeFormat(file);
    await desk().files.release(file.id);
    if (!isStill()) return;
    dispatch(taken.ok ? { type: 'close' } : { type: 'failed', problem: taken.error });
    if (taken.ok) goTo({ screen: 'imports', importId: null, formats: { open: taken.value.id } });
    return takeNext(ledger);
  }
  const files = await ledger.unfold(file);
  if (!isStill()) return;
  if (!files.ok) return dispatch({ type: 'failed', problem: files.error });
  const [first = file, ...others] = files.value;
  useImport.setState(({ unfolded }) => ({ unfolded: [...others, ...unfolded] }));
  dispatch({ type: 'file', file: first });
  await look(ledger, first, RECOGNISE, isStill);
}

async function look(ledger: LedgerClient, file: SourceFile, wish: LookWish, isStill: () => boolean): Promise<void> {
  const looked = await cancellable(onProgress, (how) => ledger.look(file, wish, how));
  if (!isStill()) return;
  if (looked === 'cancelled') return close(ledger);
  if (!looked.ok) return dispatch({ type: 'failed', problem: looked.error });
  const found = looked.value;
  const state = current();
  const before = readingOf(state);
  const sameProfile = before?.recognition.profileId === found.recognition.profileId;
  const settings =
    before && sameProfile
      ? before.settings
      : await rememberedSettings(found.recognition, { name: file.name, modified: file.modifiedMs });
  if (!isStill() || state.kind !== 'looking') return;
  const reading: Reading = before
    ? carried(before, found, wish, settings)
    : { look: found, wish, recognition: found.recognition, settings, corrections: new Map() };
  await goOn(ledger, file, reading, state.from, isStill);
}

/** Asks what is open, else reads the file. `from`: where she was, so that she is not led away from what she is doing. */
async function goOn(
  ledger: LedgerClient,
  file: SourceFile,
  reading: Reading,
  from: MatchPart | 'preview',
  isStill: () => boolean,
): Promise<void> {
  const { recognition, settings } = reading;
  // A format that she has put on a file of other columns has next to nothing to read there.
  const fits = recognition.profileId !== '' && recognition.mapping.length > 1;
  if (!fits || from === 'columns') dispatch({ type: 'asks', reading, part: 'columns' });
  else if (from === 'questions' || openQuestions(recognition, settings).length > 0)
    dispatch({ type: 'asks', reading, part: 'questions' });
  else await plan(ledger, file, reading, isStill);
}

/** Another way of reading the file: what is shown follows at once. */
export async function readAs(ledger: LedgerClient, wish: Partial<LookWish>): Promise<void> {
  const state = current();
  const before = readingOf(state);
  if (!before || !('file' in state) || state.file === null || state.kind === 'saving') return;
  const isStill = begin();
  const next: LookWish = { ...before.wish, ...wish };
  if (state.kind === 'previewing') void ledger.discard(state.plan.planId);
  dispatch({ type: 'looks-again' });
  const { file } = state;
  await guarded(isStill, onDefect, () => look(ledger, file, next, isStill));
}

/** Another part of the dialect, the others as they are wished for or found. */
export function readDialect(ledger: LedgerClient, dialect: DialectWish): Promise<void> {
  const before = readingOf(current());
  return readAs(ledger, { dialect: { ...before?.wish.dialect, ...dialect } });
}

/** What she has changed about columns or answers, while she is asked. */
export const match = (recognition: Recognition, settings: Settings): void =>
  dispatch({ type: 'matched', recognition, settings });

/** Her answers to what the file leaves open: remembered for its profile, and the file is read by them. */
export async function answer(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'mapping') return;
  const { recognition, settings } = state.reading;
  const isStill = begin();
  await guarded(isStill, onDefect, async () => {
    await remember(recognition.profileId, settings);
    await plan(ledger, state.file, state.reading, isStill);
  });
}

/** The columns are matched: kept as a profile of hers, by which the file is read now and every one like it from now on. */
export async function saveColumns(ledger: LedgerClient, name: string): Promise<void> {
  const state = current();
  if (state.kind !== 'mapping') return;
  const { reading, file } = state;
  const isStill = begin();
  const kept = await keepFormat(reading.recognition, reading.settings, name);
  if (!kept.ok) return say(kept.error.message);
  if (!isStill()) return;
  const { id, statuses, program } = kept.value;
  const recognition = { ...reading.recognition, profileId: id, profileName: name, statuses, disputed: [] };
  const settings = { ...reading.settings, program, words: {} };
  await plan(ledger, file, { ...reading, recognition, settings }, isStill);
}

/** Reads the file anew from where she checks it: with another as-of date, other answers, rows put right. */
export async function readAnew(ledger: LedgerClient, changed: Partial<Reading>): Promise<void> {
  const state = current();
  if (state.kind !== 'previewing' && state.kind !== 'reading') return;
  const reading = { ...state.reading, ...changed };
  const isStill = begin();
  // At once: what is shown from here on is not what will be read, and is not to be saved.
  dispatch({ type: 'reads', reading });
  await guarded(isStill, onDefect, async () => {
    if (state.kind === 'previewing') await ledger.discard(state.plan.planId);
    if (changed.settings && isOtherAnswer(state.reading.settings, changed.settings))
      await remember(reading.recognition.profileId, changed.settings);
    await plan(ledger, state.file, reading, isStill);
  });
}

/** The as-of date is the file's own; all else is remembered. */
const isOtherAnswer = (before: Settings, after: Settings): boolean =>
  JSON.stringify({ ...before, asOf: 0, day: '' }) !== JSON.stringify({ ...after, asOf: 0, day: '' });

async function remember(profileId: string, { program, currency, partner, zone, dateOrder, words }: Settings) {
  const kept = await setProfileSettings({ profileId, program, currency, partner, zone, dateOrder, words });
  if (!kept.ok) say(kept.error.message);
}

/** From the preview back to what is asked of this source, or on to all of its columns. */
export async function askAgain(ledger: LedgerClient, part: MatchPart): Promise<void> {
  const state = current();
  if (state.kind !== 'previewing' && state.kind !== 'mapping') return;
  begin();
  dispatch({ type: 'asks', reading: state.reading, part });
  if (state.kind === 'previewing') await ledger.discard(state.plan.planId);
}

async function plan(ledger: LedgerClient, file: SourceFile, reading: Reading, isStill: () => boolean): Promise<void> {
  await guarded(isStill, onDefect, async () => {
    // She may have closed this file meanwhile, and be at the next one.
    if (!isStill()) return;
    dispatch({ type: 'reads', reading });
    const { recognition, settings, corrections } = reading;
    const planned = await cancellable(onProgress, (how) => ledger.plan(file, recognition, settings, corrections, how));
    if (!isStill()) {
      if (planned !== 'cancelled' && planned.ok) await ledger.discard(planned.value.planId);
      return;
    }
    if (planned === 'cancelled') return close(ledger);
    dispatch(planned.ok ? { type: 'planned', plan: planned.value } : { type: 'failed', problem: planned.error });
  });
}

/** Whom a partner id or a person of a list belongs to. */
export const choosePerson = (choice: Choice): void => dispatch({ type: 'choice', choice });

/** An archive is needed as long as one of its exports waits. */
export async function release({ id }: SourceFile): Promise<void> {
  if (useImport.getState().unfolded.every((file) => file.id !== id)) await desk().files.release(id);
}

/** Leaves this file, whatever its state, and takes the next one. */
export async function close(ledger: LedgerClient): Promise<void> {
  const state = current();
  begin();
  dispatch({ type: 'close' });
  if (state.kind === 'previewing') await ledger.discard(state.plan.planId);
  if ('file' in state && state.file && state.kind !== 'done') await release(state.file);
  await takeNext(ledger);
}

/** Reads a file again that could not be read: she may have closed it elsewhere, or made room on the disk. */
export async function tryAgain(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'failed' || !state.file) return;
  const { file } = state;
  dispatch({ type: 'file', file });
  const isStill = begin();
  await guarded(isStill, onDefect, () =>
    file.entry ? look(ledger, file, RECOGNISE, isStill) : unfold(ledger, file, isStill),
  );
}

/** Another order of dates, decimal mark or zone: what is shown follows, wherever she is. */
export async function reread(
  ledger: LedgerClient,
  { recognition, settings }: Pick<Reading, 'recognition' | 'settings'>,
): Promise<void> {
  const state = current();
  if (state.kind === 'mapping') match(recognition, settings);
  else await readAnew(ledger, { recognition, settings });
}
