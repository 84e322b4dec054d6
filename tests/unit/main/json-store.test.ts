import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createJsonStore } from '#main/files/json-store.ts';
import { DISK, type WriteSteps } from '#main/files/write-atomic.ts';
import { tempFolder } from './temp-folder.ts';

const parse = (json: unknown): number | null => (typeof json === 'number' ? json : null);
let path = '';

beforeEach(() => {
  path = join(tempFolder(), 'n.json');
});

describe('the JSON store', () => {
  it('is absent before the first write, and has what was written after', async () => {
    const store = createJsonStore(path, parse);
    expect(await store.read()).toEqual({ kind: 'absent' });
    await store.write(1);
    expect(await createJsonStore(path, parse).read()).toEqual({ kind: 'value', value: 1 });
  });

  it.each([
    ['cut short', '{"a":'],
    ['of another kind', '"text"'],
    ['empty', ''],
    ['zeros', '\0\0\0\0'],
  ])('falls back to the file before when the file is %s', async (_what, text) => {
    const store = createJsonStore(path, parse);
    await store.write(1);
    await store.write(2);
    writeFileSync(path, text);
    expect(await store.read()).toEqual({ kind: 'value', value: 1 });
  });

  it('falls back as well when the file is gone', async () => {
    const store = createJsonStore(path, parse);
    await store.write(1);
    await store.write(2);
    rmSync(path);
    expect(await store.read()).toEqual({ kind: 'value', value: 1 });
  });

  it('does not put a damaged file in the place of the sound one before it', async () => {
    const store = createJsonStore(path, parse);
    await store.write(1);
    await store.write(2);
    writeFileSync(path, 'damaged');
    await store.write(3);
    expect(readFileSync(`${path}.previous`, 'utf8')).toBe('1\n');
    expect(await store.read()).toEqual({ kind: 'value', value: 3 });
  });

  it('says so when both make no sense', async () => {
    writeFileSync(path, 'damaged');
    expect(await createJsonStore(path, parse).read()).toEqual({ kind: 'unreadable' });
    writeFileSync(`${path}.previous`, 'damaged');
    rmSync(path);
    expect(await createJsonStore(path, parse).read()).toEqual({ kind: 'unreadable' });
  });

  it('writes one after the other, in order, and goes on after one that failed', async () => {
    let failures = 1;
    const steps: WriteSteps = {
      ...DISK,
      rename: (from, to) => (failures-- > 0 ? Promise.reject(new Error('no')) : DISK.rename(from, to)),
    };
    const store = createJsonStore(path, parse, steps);
    const writes = await Promise.allSettled([1, 2, 3, 4].map((value) => store.write(value)));
    expect(writes.map((write) => write.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await store.read()).toEqual({ kind: 'value', value: 4 });
    expect(readFileSync(`${path}.previous`, 'utf8')).toBe('3\n');
  });

  it('has a sound value after every step that can fail, one after the other', async () => {
    await createJsonStore(path, parse).write(1);
    await createJsonStore(path, parse).write(2);
    // Two files are written, each by opening, syncing and renaming: fail the first step, then the second, and so on.
    for (let nth = 0; nth < 12; nth++) {
      let left = nth;
      const step = <T>(run: () => Promise<T>): Promise<T> => (left-- === 0 ? Promise.reject(new Error('cut')) : run());
      const steps: WriteSteps = {
        rm: DISK.rm,
        rename: (from, to) => step(() => DISK.rename(from, to)),
        open: (target, flags) =>
          step(async () => {
            const file = await DISK.open(target, flags);
            return {
              writeFile: (data) => step(() => file.writeFile(data)),
              sync: () => step(() => file.sync()),
              close: () => file.close(),
            };
          }),
      };
      await createJsonStore(path, parse, steps)
        .write(3)
        .catch(() => undefined);
      const reading = await createJsonStore(path, parse).read();
      expect(reading, `after step ${nth}`).toMatchObject({ kind: 'value' });
      expect([2, 3], `after step ${nth}`).toContain(reading.kind === 'value' ? reading.value : null);
    }
  });
});
