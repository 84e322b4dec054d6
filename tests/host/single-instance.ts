import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';

export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}

/** Runs in a process of its own, so that the message has arrived when the (synchronous) call returns. */
const TELL = `
  const [address, message] = process.argv.slice(1);
  const socket = require('node:net').connect('\\0' + address, () => socket.end(message));
  socket.on('error', () => process.exit(1)).resume();
`;

/**
 * One program per profile, over an abstract Unix socket: the kernel frees the name with its process, so a killed
 * program leaves no stale lock.
 */
export class SingleInstance {
  private server: Server | undefined;

  get held(): boolean {
    return this.server !== undefined;
  }

  /** True when this process is the first on `userData`; otherwise the first is told about this one. */
  request(userData: string, additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
    if (this.server) return true;
    const address = `desk-host-${createHash('sha256').update(resolve(userData)).digest('hex').slice(0, 24)}`;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('end', () => {
        socket.end();
        onSecond(JSON.parse(text) as SecondInstance);
      });
      socket.on('error', () => undefined);
    });
    server.on('error', () => undefined);
    server.listen(`\0${address}`);
    // Binding a Unix socket is synchronous in Node: a name in use shows at once.
    if (server.listening) {
      server.unref();
      this.server = server;
      return true;
    }
    const message: SecondInstance = { argv: process.argv, cwd: process.cwd(), additionalData };
    spawnSync(process.execPath, ['-e', TELL, address, JSON.stringify(message)], { stdio: 'ignore' });
    return false;
  }

  release(): void {
    this.server?.close();
    this.server = undefined;
  }
}
