import { readFile } from 'node:fs/promises';
import { DISK, writeAtomic, type WriteSteps } from './write-atomic.ts';

export type Stored<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: T }
  /** Something is there, and neither it nor the file before it makes sense. */
  | { readonly kind: 'unreadable' };

export interface JsonStore<T> {
  read(): Promise<Stored<T>>;
  /** Keeps the sound file of before as `<path>.previous`. Writes follow one another in the order they were asked for. */
  write(value: T): Promise<void>;
}

/**
 * One small JSON file that survives a crash at any moment.
 * @param parse makes a value of parsed JSON, or null if it is none.
 */
export function createJsonStore<T>(
  path: string,
  parse: (json: unknown) => T | null,
  steps: WriteSteps = DISK,
): JsonStore<T> {
  const previous = `${path}.previous`;
  let queue: Promise<unknown> = Promise.resolve();

  async function readOne(file: string): Promise<Stored<T> & { readonly text?: string }> {
    try {
      const text = await readFile(file, 'utf8');
      const value = parse(JSON.parse(text));
      return value === null ? { kind: 'unreadable' } : { kind: 'value', value, text };
    } catch (error) {
      return { kind: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'unreadable' };
    }
  }

  async function writeNow(value: T): Promise<void> {
    const now = await readOne(path);
    if (now.text !== undefined) await writeAtomic(previous, now.text, steps);
    await writeAtomic(path, `${JSON.stringify(value, null, 2)}\n`, steps);
  }

  return {
    async read() {
      const now = await readOne(path);
      if (now.kind === 'value') return { kind: 'value', value: now.value };
      const before = await readOne(previous);
      if (before.kind === 'value') return { kind: 'value', value: before.value };
      return { kind: now.kind === 'absent' && before.kind === 'absent' ? 'absent' : 'unreadable' };
    },
    write(value) {
      const done = queue.then(() => writeNow(value));
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
