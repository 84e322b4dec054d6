import { create } from 'zustand';
import type { Progress, SourceFile } from '#renderer/ledger/types.ts';
import { step, type Wizard, type WizardEvent } from './wizard.ts';

interface ImportState {
  readonly wizard: Wizard;
  /** What came of the files before this one, since the queue began. */
  readonly finished: readonly Wizard[];
  /** Exports of an archive that wait, before all other files. */
  readonly unfolded: readonly SourceFile[];
}

/** Outside of the screen, so that an import goes on while she looks elsewhere. */
export const useImport = create<ImportState>()(() => ({ wizard: { kind: 'idle' }, finished: [], unfolded: [] }));

/** What happens to the file at work. */
export const dispatch = (event: WizardEvent): void =>
  useImport.setState(({ wizard }) => ({ wizard: step(wizard, event) }));

export const current = (): Wizard => useImport.getState().wizard;

export const onProgress = (progress: Progress): void => dispatch({ type: 'progress', progress });

/** A rejection is a defect: it is said where the file stands, so that nothing waits for ever. */
export function onDefect(reason: string): void {
  const message = `This file could not be imported because of a defect in the program (${reason}). Try again, or import another file.`;
  dispatch({ type: 'failed', problem: { code: 'defect', message } });
}
