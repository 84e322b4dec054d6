import { createLedger } from './ledger.ts';
import type { Reply, Request } from './protocol.ts';
import { serve, type Port } from './serve.ts';

/** The ledger's thread: the only one that holds the transactions. */
const port: Port = {
  postMessage: (message: Reply) => self.postMessage(message),
  addEventListener: (type: 'message', listener: (event: MessageEvent<Request>) => void) =>
    self.addEventListener(type, listener),
};

serve(
  port,
  createLedger((version) => port.postMessage({ kind: 'changed', version })),
);
