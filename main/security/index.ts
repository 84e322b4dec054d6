import { app, protocol, session, type Session, type WebContents } from 'electron';
import { appProtocol, APP_SCHEME_PRIVILEGES, type AppProtocolOptions } from './app-protocol.ts';
import { forbidDownloads } from './downloads.ts';
import { forbidNavigation } from './navigation.ts';
import { forbidNewWindows } from './new-windows.ts';
import { APP_SCHEME } from './origin.ts';
import { limitPermissions } from './permissions.ts';
import { cancelForeignRequests } from './requests.ts';
import { forbidWebviews } from './webviews.ts';

/** What must stand before the app is ready: the sandbox for every page, and the scheme. Call once, first. */
export function secureBeforeReady(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
}

/** What needs the app to be ready, before any window is made: the rules of the session, and the pages themselves. */
export function secureSession(options: AppProtocolOptions): void {
  const secure = (target: Session): void => {
    limitPermissions(target);
    cancelForeignRequests(target, options.devServer);
    forbidDownloads(target);
  };
  secure(session.defaultSession);
  app.on('session-created', secure);
  protocol.handle(APP_SCHEME, appProtocol(options));
}

/** Every rule about a page's own doings, on whatever contents the program makes. */
export function secureContents(contents: WebContents): void {
  forbidNavigation(contents);
  forbidNewWindows(contents);
  forbidWebviews(contents);
}
