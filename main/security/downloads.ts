import type { Session } from 'electron';

/** Rule: a page downloads nothing. What she saves goes through `files.saveText`, to a place she chooses. */
export function forbidDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
