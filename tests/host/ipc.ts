import { EventEmitter } from 'node:events';
import type { HostFrame } from './frame.ts';
import { hostEvent, present } from './present.ts';
import { bytesCodec } from './bytes.ts';
import type { WebContents } from './web-contents.ts';

type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** What the preload's world sends over its binding. */
export interface FromPage {
  readonly type: 'invoke' | 'send';
  readonly channel: string;
  readonly id: number;
  readonly args: unknown[];
}

const invokeHandlers = new Map<string, InvokeHandler>();

class IpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  handle(channel: string, handler: InvokeHandler): void {
    if (invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invokeHandlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    invokeHandlers.delete(channel);
  }
}

export const ipcMain = present('ipcMain', new IpcMain().setMaxListeners(0));

/** Runs the program's handler and sends the page its answer, worded as Electron words it. */
async function invoke(contents: WebContents, event: object, message: FromPage): Promise<void> {
  const { channel, id } = message;
  let reply: { result: unknown } | { error: string };
  try {
    const handler = invokeHandlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const result = await handler(event as Electron.IpcMainInvokeEvent, ...message.args);
    reply = { result };
    bytesCodec.encode(reply);
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    reply = { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
  contents.post({ type: 'reply', id, ...reply });
}

/** Delivers one message of the page to the program. */
export function dispatch(contents: WebContents, frame: HostFrame, message: FromPage): void {
  const event = hostEvent({
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    processId: frame.processId,
    frameId: frame.routingId,
    ports: [],
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  });
  if (message.type === 'invoke') {
    void invoke(contents, event, message);
    return;
  }
  contents.emit('ipc-message', event, message.channel, ...message.args);
  ipcMain.emit(message.channel, event, ...message.args);
}
