import type { WebContents } from 'electron';

/** Rule: no page opens a window. What shall be seen in the browser goes through the gate for links. */
export function forbidNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
