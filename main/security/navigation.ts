import type { WebContents } from 'electron';
import { START_PAGE } from './origin.ts';

/**
 * Rule: a window stays on the program's one page. A page that could be led elsewhere would keep its preload there, and a
 * dropped link or a crafted address would replace the program. Only loading the very same page anew is let through.
 */
export function forbidNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
}

/** True only for the start page itself in the main frame (a reload), whatever its fragment. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  const target = URL.parse(url);
  if (!target || !isMainFrame) return false;
  target.hash = '';
  return target.href === START_PAGE;
}
