import type { Session } from 'electron';
import { ownUrl } from './origin.ts';

/**
 * Rule: a page may do two things of those that need leave: keep its storage (without it, Chromium may clear the database
 * when the disk gets full) and put text on the clipboard. Electron grants everything unless both handlers refuse it.
 */
const ALLOWED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Whether the page at `url` may have `permission`. */
export function mayHave(permission: string, url: string | undefined): boolean {
  return ALLOWED.has(permission) && url !== undefined && ownUrl(url) !== null;
}

/** Puts the rule on a session; devices (HID, serial, USB) are refused altogether. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && mayHave(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayHave(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
}
