import type { Progress } from '#renderer/ledger/types.ts';
import type { Wizard } from './wizard.ts';
import { useImport } from './wizard-store.ts';

let steady: Wizard = { kind: 'idle' };

/**
 * Where an import stands, without how far it has come: that changes ten times a second, and what is drawn of the rest need not be
 * drawn again for it. `useProgress` has it.
 */
export const useWizard = (): Wizard =>
  useImport(({ wizard }) => (steady = differInProgressAlone(steady, wizard) ? steady : wizard));

/** How far the file at work has come, null before the first rows. */
export const useProgress = (): Progress | null => useImport(({ wizard }) => progressOf(wizard));

export const progressOf = (wizard: Wizard): Progress | null => ('progress' in wizard ? wizard.progress : null);

function differInProgressAlone(a: Wizard, b: Wizard): boolean {
  const [before, after] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return before.length === after.size && before.every(([key, value]) => key === 'progress' || after.get(key) === value);
}
