import { ok } from '#shared/lib/result.ts';
import { choose, usePreferences, type PreferencesState } from './preferences.ts';
import { didStep } from './undo.ts';

/** Chooses something that she can take back. `label` says what it was: "Week starts on Sunday". */
export function chooseStep(label: string, wish: Partial<PreferencesState>): void {
  const before = usePreferences.getState();
  const keys = Object.keys(wish) as (keyof PreferencesState)[];
  if (keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(wish[key]))) return;
  const back = Object.fromEntries(keys.map((key) => [key, before[key]])) as Partial<PreferencesState>;
  const become = (to: Partial<PreferencesState>) => () => {
    choose(to);
    return Promise.resolve(ok(null));
  };
  choose(wish);
  didStep({ label, undo: become(back), redo: become(wish) });
}
