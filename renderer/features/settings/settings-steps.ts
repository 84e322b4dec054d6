import { desk } from '#renderer/platform/desk.ts';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { chooseTheme, useTheme } from '#renderer/session/theme.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { useWatched } from '#renderer/session/watched.ts';
import type { ThemeChoice, WatchedFolder } from '#shared/ipc/contract.ts';
import { ok, type Result } from '#shared/lib/result.ts';

const THEME_WORDS: Readonly<Record<ThemeChoice, string>> = {
  system: 'The theme is the system’s',
  light: 'The theme is light',
  dark: 'The theme is dark',
};

/** Chooses a theme; main keeps it, so that the window has its colours before the page is there. */
export async function themeStep(choice: ThemeChoice): Promise<void> {
  const before = useTheme.getState().choice;
  if (choice === before) return;
  await chooseTheme(choice);
  const become = (to: ThemeChoice) => async () => {
    await chooseTheme(to);
    return ok(null);
  };
  didStep({ label: THEME_WORDS[choice], undo: become(before), redo: become(choice) });
}

/** Has the program start at login, or not; `told` hears how it is then. */
export async function loginStep(on: boolean, told: (on: boolean) => void): Promise<void> {
  const become = async (to: boolean): Promise<Result<boolean>> => {
    const result = await desk().login.set(to);
    if (result.ok) told(result.value);
    return result;
  };
  const done = await become(on);
  if (!done.ok) return say(done.error.message);
  didStep({
    label: on ? 'The program starts when you log in' : 'The program no longer starts when you log in',
    undo: () => become(!on),
    redo: () => become(on),
  });
}

/** Watches the chosen folder, or rests. */
export async function watchStep(on: boolean): Promise<void> {
  const become = async (to: boolean): Promise<Result<WatchedFolder>> => {
    const result = await desk().watch.set(to);
    if (result.ok) useWatched.setState({ folder: result.value });
    return result;
  };
  const done = await become(on);
  if (!done.ok) return say(done.error.message);
  const { name } = done.value;
  didStep({
    label: on ? `“${name}” is watched` : `“${name}” is not watched any more`,
    undo: () => become(!on),
    redo: () => become(on),
  });
}

/** Lets her choose where reports go. */
export async function reportFolderStep(): Promise<void> {
  const chosen = await desk().reports.chooseFolder();
  if (!chosen.ok) return say(chosen.error.message);
  if (chosen.value) chooseStep(`Reports go to “${chosen.value.name}”`, { reportFolder: chosen.value });
}
