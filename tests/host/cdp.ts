import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
// Not among the package's public exports, but the same declarations that its CDPSession uses.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
type Methods = Protocol.CommandParameters;
type Returns = Protocol.CommandReturnValues;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { message: string };
}

/** One target's end of the connection: typed commands, typed events. */
export class CdpSession {
  private readonly events = new EventEmitter();
  private readonly connection: CdpConnection;
  private readonly id: string | undefined;

  constructor(connection: CdpConnection, id?: string) {
    this.connection = connection;
    this.id = id;
  }

  send<M extends keyof Methods>(method: M, params?: Methods[M]): Promise<Returns[M]> {
    return this.connection.send(method, params ?? {}, this.id) as Promise<Returns[M]>;
  }

  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.events.on(event, listener);
  }

  receive(method: string, params: unknown): void {
    this.events.emit(method, params);
  }
}

/**
 * The browser's own debugging pipe: JSON messages, each ended by a NUL byte. Chromium ends when the pipe does, so
 * that it cannot outlive this process, however that dies.
 */
export class CdpConnection {
  readonly browser = new CdpSession(this);
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private readonly output: Writable;
  private lastId = 0;
  private closed = false;

  constructor(input: Readable, output: Writable) {
    this.output = output;
    let pending: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        pending.push(chunk.subarray(start, end));
        this.receive(JSON.parse(Buffer.concat(pending).toString('utf8')) as Message);
        pending = [];
        start = end + 1;
      }
      if (start < chunk.length) pending.push(chunk.subarray(start));
    });
    input.on('close', () => this.close());
    output.on('error', () => this.close());
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = ++this.lastId;
    this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject: (error) => reject(new Error(`${method}: ${error.message}`)) });
    });
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  /** The target behind a session has gone; its owner hears of it as the browser itself would say it. */
  ended(sessionId: string): void {
    this.sessions.get(sessionId)?.receive('Inspector.detached', { reason: 'target_closed' });
    this.sessions.delete(sessionId);
  }

  private receive(message: Message): void {
    if (message.method !== undefined) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId);
      session.receive(message.method, message.params);
      return;
    }
    const waiter = this.waiting.get(message.id ?? 0);
    this.waiting.delete(message.id ?? 0);
    if (message.error) waiter?.reject(new Error(message.error.message));
    else waiter?.resolve(message.result);
  }

  private close(): void {
    this.closed = true;
    for (const { reject } of this.waiting.values()) reject(new Error('the browser is gone'));
    this.waiting.clear();
  }
}
