import { EventEmitter } from 'node:events';

/** What the program asked of the desktop, in order: the tests read it, nobody acts on it. */
export interface Recorded {
  readonly kind: string;
  readonly data: unknown;
}

export const recorded: Recorded[] = [];
export const recordings = new EventEmitter<{ record: [Recorded] }>();

/** Notes that the program did something that only a desktop can show (open a link, ring a bell, ask a question). */
export function record(kind: string, data: unknown): void {
  const entry = { kind, data };
  recorded.push(entry);
  recordings.emit('record', entry);
}
