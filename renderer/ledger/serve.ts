import type { CallName, Reply, Request, Running, WorkerHandlers } from './protocol.ts';
import type { Progress } from './types.ts';

const REPORT_EVERY_MS = 100;

/** What a worker needs of its thread. */
export interface Port {
  postMessage(message: Reply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/**
 * Answers calls that come over `port`. Every call waits one turn of the event loop before it begins, so that an abort
 * sent after it is heard first: a burst of outdated queries costs nothing.
 */
export function serve(port: Port, handlers: WorkerHandlers): void {
  const running = new Map<number, AbortController>();

  const run = async (id: number, name: CallName, args: readonly unknown[]): Promise<Reply> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      await nextTurn();
      controller.signal.throwIfAborted();
      const handler = handlers[name] as (running: Running, ...args: readonly unknown[]) => unknown;
      const report = throttled((progress) => port.postMessage({ kind: 'progress', id, progress }));
      return { kind: 'done', id, value: await handler({ signal: controller.signal, report }, ...args) };
    } catch (error) {
      const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'failed', id, name: kind, message };
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'abort') running.get(data.id)?.abort(new DOMException('The call was cancelled.', 'AbortError'));
    else void run(data.id, data.name, data.args).then((reply) => port.postMessage(reply));
  });
}

/** Lets waiting messages in. A message to oneself, because timers have a minimum wait of 4 ms when nested. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function throttled(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY_MS && progress.share < 1) return;
    last = now;
    report(progress);
  };
}
