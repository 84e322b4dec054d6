import { create } from 'zustand';
import { desk } from '#renderer/platform/desk.ts';
import type { Theme, ThemeChoice } from '#shared/ipc/contract.ts';
import { say } from './toasts.ts';

export const useTheme = create<Theme>()(() => ({ choice: 'system', dark: false }));

/** Reads the theme and follows its changes; answers how to stop. */
export function followTheme(): () => void {
  const show = (theme: Theme): void => {
    document.documentElement.dataset['theme'] = theme.dark ? 'dark' : 'light';
    useTheme.setState(theme);
  };
  void desk()
    .theme.get()
    .then((theme) => theme.ok && show(theme.value));
  return desk().on('theme', show);
}

export async function chooseTheme(choice: ThemeChoice): Promise<void> {
  const chosen = await desk().theme.set(choice);
  if (!chosen.ok) return say(chosen.error.message);
  document.documentElement.dataset['theme'] = chosen.value.dark ? 'dark' : 'light';
  useTheme.setState(chosen.value);
}
