import type { CallName, Reply, Request, WorkerCalls } from './protocol.ts';
import type { Running } from './types.ts';

/** The window's end of the talk with the worker. */
export interface Connection {
  /**
   * Asks the worker. An abort is passed on, and what happens is the worker's word: an AbortError when nothing was left
   * behind, the answer when it was complete by then. Any other rejection is a defect.
   */
  call<N extends CallName>(
    name: N,
    args: Parameters<WorkerCalls[N]>,
    running?: Running,
  ): Promise<Awaited<ReturnType<WorkerCalls[N]>>>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: Running['onProgress'];
}

/** Talks with `worker`; `onChange` hears of every new data version. */
export function connect(worker: Worker, onChange: (version: number) => void): Connection {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const send = (request: Request): void => worker.postMessage(request);

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'changed') return onChange(data.version);
    const call = waiting.get(data.id);
    if (!call) return;
    if (data.kind === 'progress') return call.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.kind === 'done') call.resolve(data.value);
    else call.reject(new DOMException(data.message, data.name));
  });
  // The worker itself is broken (its script did not load): nobody would ever get an answer.
  worker.addEventListener('error', (event) => {
    for (const call of waiting.values()) call.reject(new Error(`The ledger stopped: ${event.message}`));
    waiting.clear();
  });

  return {
    call(name, args, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(aborted());
        const id = ++lastId;
        const stop = (): void => send({ kind: 'abort', id });
        const settled = (): void => signal?.removeEventListener('abort', stop);
        waiting.set(id, {
          resolve: (value) => (settled(), resolve(value as Awaited<ReturnType<WorkerCalls[typeof name]>>)),
          reject: (error) => (settled(), reject(error)),
          onProgress,
        });
        signal?.addEventListener('abort', stop, { once: true });
        send({ kind: 'call', id, name, args });
      });
    },
  };
}

const aborted = (): DOMException => new DOMException('The call was cancelled.', 'AbortError');
