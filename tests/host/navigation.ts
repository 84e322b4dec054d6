import type { CdpSession, Protocol } from './cdp.ts';
import { navigationEvent } from './frame.ts';
import { toProgram } from './protocol.ts';
import { record } from './record.ts';
import type { WebContents } from './web-contents.ts';

/** Asks the program about a navigation with one of Electron's events; false when it objects. */
function ask(contents: WebContents, name: string, url: string, isMainFrame: boolean): boolean {
  const event = navigationEvent(url, isMainFrame, isMainFrame ? contents.mainFrame : null);
  contents.emit(name, event, url, false, isMainFrame, 1, contents.id);
  return !event.defaultPrevented;
}

/** The page wants to go where no request leads: nowhere (`about:`), into its own memory (`blob:`), to another program. */
export function askWithoutRequest(contents: WebContents, session: CdpSession, url: string): void {
  const told = toProgram(url);
  if (!ask(contents, 'will-frame-navigate', told, true) || !ask(contents, 'will-navigate', told, true)) return;
  if (/^(about|blob):/.test(url)) void session.send('Page.navigate', { url });
  else record('externalProgram', url);
}

/**
 * Asks the program before a document is fetched: `will-frame-navigate`, `will-navigate` and `will-redirect`, each of
 * which can stop it. As in Electron, what the program itself loads is not asked about, apart from its redirects.
 */
export async function guardNavigation(contents: WebContents, session: CdpSession, mainFrameId: string): Promise<void> {
  let ownRequest: string | undefined;

  function allowed(paused: Protocol.Fetch.requestPausedPayload): boolean {
    const isMainFrame = paused.frameId === mainFrameId;
    const url = toProgram(paused.request.url);
    if (paused.redirectedRequestId !== undefined) return ask(contents, 'will-redirect', url, isMainFrame);
    if (isMainFrame && contents.takeOwnNavigation(paused.request.url)) {
      ownRequest = paused.networkId;
      return true;
    }
    if (paused.networkId !== undefined && paused.networkId === ownRequest) return true;
    return (
      ask(contents, 'will-frame-navigate', url, isMainFrame) &&
      (!isMainFrame || ask(contents, 'will-navigate', url, true))
    );
  }

  session.on('Fetch.requestPaused', (paused) => {
    const { requestId } = paused;
    const decided = allowed(paused)
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // The request may be gone by now, with its page.
    decided.catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
}
