import type { WebContents } from 'electron';

/** Rule: no webview, ever: it would be a second browser inside the program, with settings a page can choose. */
export function forbidWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
