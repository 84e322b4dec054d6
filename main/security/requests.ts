import type { Session } from 'electron';
import { APP_ORIGIN, ownUrl } from './origin.ts';

/**
 * Rule: nothing leaves the machine. The policy already forbids it to pages; this stops what a policy does not see, before
 * a name is looked up. Developing needs its dev server and the developer tools.
 */
export function isRequestAllowed(url: string, devServer: string | null): boolean {
  if (ownUrl(url)) return true;
  const parsed = URL.parse(url);
  if (!parsed) return false;
  // Made by the page itself and never fetched from anywhere.
  if (parsed.protocol === 'data:' || url.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  if (!devServer) return false;
  return parsed.protocol === 'devtools:' || parsed.host === new URL(devServer).host;
}

/** Cancels every other request of the session. */
export function cancelForeignRequests(session: Session, devServer: string | null): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isRequestAllowed(details.url, devServer) });
  });
  // Otherwise Chromium fetches dictionaries by itself.
  session.setSpellCheckerEnabled(false);
}

/** Rule for the report window's session: its page is finished, so it asks for nothing, not even of the program. */
export function cancelEveryRequest(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith('data:') });
  });
}
