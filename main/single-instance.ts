import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

/** What a second start hands to the first. Its own argument list: Chromium reorders and adds to the one it passes on. */
interface Handover {
  readonly files: readonly string[];
}

/**
 * The files named on a command line, as absolute paths: by path, or by `file:` address as Linux desktops do ("Open with").
 * Skips the program, the app's folder where there is one (`electron .`), every switch, and addresses of any other kind.
 */
export function filesOfCommandLine(argv: readonly string[], folder: string, hasAppFolder: boolean): string[] {
  return argv
    .slice(hasAppFolder ? 2 : 1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .flatMap((argument) => pathOf(argument, folder));
}

function pathOf(argument: string, folder: string): readonly string[] {
  // Windows drives have one letter.
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return [resolve(folder, argument)];
  try {
    return [fileURLToPath(argument)];
  } catch {
    return [];
  }
}

/** The handover as another start sent it: anything may stand there. */
export function filesOfHandover(handover: unknown): string[] {
  if (typeof handover !== 'object' || handover === null || !('files' in handover)) return [];
  return Array.isArray(handover.files) ? handover.files.filter((file): file is string => typeof file === 'string') : [];
}

/**
 * Rule: one program per profile. Two would open the same database, which fails ("Internal error opening backing store")
 * or damages it. A second start hands its files over and ends.
 * @returns whether this is the first; false means: quit.
 */
export function isFirstInstance(files: readonly string[]): boolean {
  return app.requestSingleInstanceLock({ files } satisfies Handover);
}

/** `opened` is called with the files (often none) whenever the program is started again or given a file by the desktop. */
export function onOpened(opened: (files: readonly string[]) => void): void {
  app.on('second-instance', (_event, _argv, _folder, handover) => opened(filesOfHandover(handover)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened([path]);
  });
}
