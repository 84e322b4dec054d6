import type { LedgerClient } from '#renderer/ledger/types.ts';
import { say, withdrawUndo } from '#renderer/session/toasts.ts';
import { didStep, forgetStep } from '#renderer/session/undo.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Result } from '#shared/lib/result.ts';
import { begin, cancellable, guarded } from './newest-work.ts';
import { step, type Wizard, type WizardEvent } from './wizard.ts';
import { current, dispatch, onDefect, onProgress, useImport } from './wizard-store.ts';
import { release, takeNext } from './wizard-steps.ts';

/** Writes what the preview shows. */
export async function save(ledger: LedgerClient): Promise<void> {
  const state = current();
  if (state.kind !== 'previewing') return;
  dispatch({ type: 'save' });
  const isStill = begin();
  await guarded(isStill, onDefect, () => apply(ledger, state));
}

async function apply(ledger: LedgerClient, state: Extract<Wizard, { kind: 'previewing' }>): Promise<void> {
  const saved = await cancellable(onProgress, (how) => ledger.apply(state.plan.planId, state.choices, how));
  if (saved === 'cancelled') return dispatch({ type: 'save-cancelled' });
  if (!saved.ok) {
    dispatch({ type: 'failed', problem: saved.error });
    return ledger.discard(state.plan.planId);
  }
  const record = saved.value;
  dispatch({ type: 'saved', record });
  await release(state.file);
  didStep({ label: importedLabel(record), key: record.id, undo: () => undoImport(ledger, record.id) });
  await takeNext(ledger);
}

const importedLabel = (record: ImportRecord): string => `Imported ${record.fileName}`;

async function undoImport(ledger: LedgerClient, importId: string): Promise<Result<ImportRecord>> {
  const undone = await ledger.undo(importId);
  const event: WizardEvent = { type: 'undone', importId };
  // It may be one of the files before.
  if (undone.ok)
    useImport.setState(({ wizard, finished }) => ({
      wizard: step(wizard, event),
      finished: finished.map((each) => step(each, event)),
    }));
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
