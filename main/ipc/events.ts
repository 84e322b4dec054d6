import type { WebContents } from 'electron';
import { eventChannel, type EventName } from '#shared/ipc/channels.ts';
import type { DeskEvents } from '#shared/ipc/contract.ts';

export interface Events {
  /** Tells the page; what is said before it has loaded is said as soon as it has. */
  tell<E extends EventName>(event: E, payload: DeskEvents[E]): void;
  /** From now on this is the page that is told. */
  attach(contents: WebContents): void;
}

/** The only sender of events from main to the page. */
export function createEvents(): Events {
  let page: WebContents | null = null;
  let loaded = false;
  const waiting: { readonly event: EventName; readonly payload: DeskEvents[EventName] }[] = [];

  const flush = (): void => {
    if (!page || !loaded) return;
    for (const { event, payload } of waiting.splice(0)) page.send(eventChannel(event), payload);
  };

  return {
    tell(event, payload) {
      waiting.push({ event, payload });
      flush();
    },
    attach(contents) {
      page = contents;
      loaded = false;
      contents.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) loaded = false;
      });
      contents.on('did-finish-load', () => {
        loaded = true;
        flush();
      });
      contents.once('destroyed', () => {
        if (page === contents) page = null;
      });
    },
  };
}
