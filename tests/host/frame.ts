import { hostEvent, present } from './present.ts';
import type { WebContents } from './web-contents.ts';

type Implemented = Pick<
  Electron.WebFrameMain,
  | 'url'
  | 'origin'
  | 'parent'
  | 'top'
  | 'name'
  | 'processId'
  | 'routingId'
  | 'frameTreeNodeId'
  | 'detached'
  | 'isDestroyed'
  | 'send'
>;

/** The main frame with the document it showed when a message was sent. Child frames have no preload, so no messages. */
export class HostFrame implements Implemented {
  url: string;
  readonly parent = null;
  readonly top = this as unknown as Electron.WebFrameMain;
  readonly name = '';
  readonly processId = 1;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  detached = false;
  private readonly contents: WebContents;

  constructor(contents: WebContents, url: string) {
    this.contents = contents;
    this.url = url;
    this.routingId = contents.id;
    this.frameTreeNodeId = contents.id;
    const self = present('WebFrameMain', this);
    this.top = self as unknown as Electron.WebFrameMain;
    return self;
  }

  /** Serialised as Electron does: `app://desk`, or `null` for a document without an origin of its own. */
  get origin(): string {
    return /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)/i.exec(this.url)?.[1] ?? 'null';
  }

  isDestroyed(): boolean {
    return this.detached || this.contents.isDestroyed();
  }

  send(channel: string, ...args: unknown[]): void {
    this.contents.send(channel, ...args);
  }
}

/** The first argument of a navigation event, in the shape Electron gives it. */
export function navigationEvent(url: string, isMainFrame: boolean, frame: HostFrame | null) {
  return hostEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame });
}
