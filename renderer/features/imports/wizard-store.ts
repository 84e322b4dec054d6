import { create } from 'zustand';
import { profileSettings, setProfileSettings } from '#renderer/db/preferences.ts';
import type { LedgerClient, Running, SourceFile } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { nextIncoming } from '#renderer/session/incoming.ts';
import { isAbort } from '#renderer/session/is-abort.ts';
import { didStep, forgetStep } from '#renderer/session/undo.ts';
import { say, withdrawUndo } from '#renderer/session/toasts.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import { isRefused } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { isBusy, step, type Wizard, type WizardEvent } from './wizard.ts';

interface ImportState {
  readonly wizard: Wizard;
  /** What came of the files before this one, since the queue began. */
  readonly finished: readonly Wizard[];
}

/** Outside of the screen, so that an import goes on while she looks elsewhere. */
export const useImport = create<ImportState>()(() => ({ wizard: { kind: 'idle' }, finished: [] }));

let running: AbortController | null = null;

const dispatch = (event: WizardEvent): void => useImport.setState(({ wizard }) => ({ wizard: step(wizard, event) }));

const current = (): Wizard => useImport.getState().wizard;

/** Takes the next file of the queue, unless one is being worked on. */
export async function takeNext(ledger: LedgerClient): Promise<void> {
  if (isBusy(current())) return;
  const entry = nextIncoming();
  if (!entry) return;
  useImport.setState(({ wizard, finished }) => ({
    finished: wizard.kind === 'idle' ? [] : [...finished, wizard],
  }));
  if (isRefused(entry)) {
    dispatch({ type: 'refused', fileName: entry.name, problem: { code: 'refused', message: entry.refused } });
    return;
  }
  dispatch({ type: 'file', file: entry });
  await guarded(() => read(ledger, entry));
}

async function read(ledger: LedgerClient, file: SourceFile): Promise<void> {
  const recognised = await ledger.recognise(file);
  if (!isStill(file)) return;
  if (!recognised.ok) return dispatch({ type: 'failed', problem: recognised.error });
  const recognition = recognised.value;
  dispatch({ type: 'recognised', recognition });

  const known = await profileSettings(recognition.profileId);
  if (!isStill(file)) return;
  const settings: Settings = {
    program: known?.program ?? '',
    currency: known?.currency ?? '',
    zone: known?.zone ?? recognition.defaultZone,
    asOf: file.modifiedMs,
  };
  const open = recognition.questions.some((question) => settings[question] === '');
  if (open) dispatch({ type: 'asks', recognition, settings });
  else await plan(ledger, file, recognition, settings);
}

/** Her answers, or another as-of date: remembers what is asked once, and reads the file by them. */
export async function answer(ledger: LedgerClient, recognition: Recognition, settings: Settings): Promise<void> {
  const state = current();
  if (state.kind !== 'mapping' && state.kind !== 'previewing') return;
  if (state.kind === 'previewing') await ledger.discard(state.plan.planId);
  dispatch({ type: 'answered', recognition });
  if (state.kind === 'mapping') {
    const { program, currency, zone } = settings;
    const kept = await setProfileSettings({ profileId: recognition.profileId, program, currency, zone });
    if (!kept.ok) say(kept.error.message);
  }
  await guarded(() => plan(ledger, state.file, recognition, settings));
}

/** Back to what was asked of this source. */
export async function askAgain(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'previewing') return;
  const { recognition, settings, planId } = state.plan;
  dispatch({ type: 'asks', recognition, settings });
  await ledger.discard(planId);
}

async function plan(
  ledger: LedgerClient,
  file: SourceFile,
  recognition: Recognition,
  settings: Settings,
): Promise<void> {
  const planned = await cancellable((wish) => ledger.plan(file, recognition, settings, wish));
  // Cancel may already have closed it: then another file is at work by now.
  if (planned === 'cancelled') return isStill(file) ? close(ledger) : undefined;
  if (!isStill(file)) return void (planned.ok && (await ledger.discard(planned.value.planId)));
  dispatch(planned.ok ? { type: 'planned', plan: planned.value } : { type: 'failed', problem: planned.error });
}

/** Writes what the preview shows. */
export async function save(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'previewing') return;
  dispatch({ type: 'save' });
  await guarded(() => apply(ledger, state));
}

async function apply(ledger: LedgerClient, state: Extract<Wizard, { kind: 'previewing' }>): Promise<void> {
  const saved = await cancellable((wish) => ledger.apply(state.plan.planId, wish));
  if (saved === 'cancelled') return dispatch({ type: 'save-cancelled' });
  if (!saved.ok) {
    dispatch({ type: 'failed', problem: saved.error });
    return ledger.discard(state.plan.planId);
  }
  const record = saved.value;
  dispatch({ type: 'saved', record });
  await desk().files.release(state.file.id);
  didStep({ label: importedLabel(record), key: record.id, undo: () => undoImport(ledger, record.id) });
  await takeNext(ledger);
}

/** Stops what is running; what had been written by then is taken back. */
export const cancel = (): void => running?.abort();

/** Leaves this file, whatever its state, and takes the next one. */
export async function close(ledger: LedgerClient): Promise<void> {
  const state = current();
  running?.abort();
  dispatch({ type: 'close' });
  if (state.kind === 'previewing') await ledger.discard(state.plan.planId);
  if ('file' in state && state.file) await desk().files.release(state.file.id);
  await takeNext(ledger);
}

/** Reads a file again that could not be read: she may have closed it elsewhere, or made room on the disk. */
export async function tryAgain(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'failed' || !state.file) return;
  const { file } = state;
  dispatch({ type: 'file', file });
  await guarded(() => read(ledger, file));
}

const importedLabel = (record: ImportRecord): string => `Imported ${record.fileName}`;

async function undoImport(ledger: LedgerClient, importId: string): Promise<Result<ImportRecord>> {
  const undone = await ledger.undo(importId);
  if (undone.ok) dispatch({ type: 'undone', importId });
  return undone;
}

/** Takes an import back from where it is shown. */
export async function takeBack(ledger: LedgerClient, record: ImportRecord): Promise<void> {
  const undone = await undoImport(ledger, record.id);
  if (!undone.ok) return say(undone.error.message);
  forgetStep(record.id);
  withdrawUndo();
  say(`Undone: ${importedLabel(record)}`);
}

const isStill = (file: SourceFile): boolean => {
  const state = current();
  return 'file' in state && state.file?.id === file.id;
};

/** A rejection is a defect: it is said where the file stands, so that nothing waits for ever. */
async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This file could not be imported because of a defect in the program (${reason}). Try again, or import another file.`;
    dispatch({ type: 'failed', problem: { code: 'defect', message } });
  }
}

async function cancellable<T>(work: (wish: Running) => Promise<Result<T>>): Promise<Result<T> | 'cancelled'> {
  const controller = new AbortController();
  running = controller;
  try {
    return await work({
      signal: controller.signal,
      onProgress: (progress) => dispatch({ type: 'progress', progress }),
    });
  } catch (error) {
    if (isAbort(error)) return 'cancelled';
    throw error;
  } finally {
    if (running === controller) running = null;
  }
}
