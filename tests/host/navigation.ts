import type { CdpSession, Protocol } from './cdp.ts';
import { navigationEvent } from './frame.ts';
import { toProgram } from './protocol.ts';
import type { WebContents } from './web-contents.ts';

/**
 * Asks the program before a document is fetched: `will-frame-navigate`, `will-navigate` and `will-redirect`, each of
 * which can stop it. As in Electron, what the program itself loads is not asked about, apart from its redirects.
 */
export async function guardNavigation(contents: WebContents, session: CdpSession, mainFrameId: string): Promise<void> {
  let ownRequest: string | undefined;

  function allowed(paused: Protocol.Fetch.requestPausedPayload): boolean {
    const isMainFrame = paused.frameId === mainFrameId;
    const url = toProgram(paused.request.url);
    const frame = isMainFrame ? contents.mainFrame : null;
    const ask = (name: string): boolean => {
      const event = navigationEvent(url, isMainFrame, frame);
      contents.emit(name, event, url, false, isMainFrame, 1, contents.id);
      return !event.defaultPrevented;
    };
    if (paused.redirectedRequestId !== undefined) return ask('will-redirect');
    if (isMainFrame && contents.takeOwnNavigation(paused.request.url)) {
      ownRequest = paused.networkId;
      return true;
    }
    if (paused.networkId !== undefined && paused.networkId === ownRequest) return true;
    return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'));
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
