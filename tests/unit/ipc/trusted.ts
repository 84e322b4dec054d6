import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';

/** The event of a call from a frame like this; by default from our own page. */
export function callFrom(
  frame: Partial<Pick<WebFrameMain, 'origin' | 'parent' | 'url'>> | null = {},
): IpcMainInvokeEvent {
  const senderFrame =
    frame === null ? null : { origin: 'app://desk', parent: null, url: 'app://desk/index.html', ...frame };
  return { senderFrame } as unknown as IpcMainInvokeEvent;
}
