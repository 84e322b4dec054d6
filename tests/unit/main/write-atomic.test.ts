import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISK, writeAtomic, type WriteSteps } from '#main/files/write-atomic.ts';
import { tempFolder } from './temp-folder.ts';

const STEPS = ['open', 'writeFile', 'sync', 'close', 'rename'] as const;
type Step = (typeof STEPS)[number];

const broken = (code: string): Error => Object.assign(new Error(code), { code });

/** The disk, on which one step fails; the first half of the bytes is written before a failing `writeFile`. */
function failingAt(step: Step, code = 'EIO'): WriteSteps {
  return {
    rm: DISK.rm,
    open: async (path, flags) => {
      if (step === 'open') throw broken(code);
      const file = await DISK.open(path, flags);
      return {
        writeFile: async (data) => {
          if (step !== 'writeFile') return file.writeFile(data);
          if (typeof data === 'string') await file.writeFile(data.slice(0, data.length / 2));
          throw broken(code);
        },
        sync: () => (step === 'sync' ? Promise.reject(broken(code)) : file.sync()),
        close: async () => {
          await file.close();
          if (step === 'close') throw broken(code);
        },
      };
    },
    rename: (from, to) => (step === 'rename' ? Promise.reject(broken(code)) : DISK.rename(from, to)),
  };
}

describe('an atomic write', () => {
  it('puts new contents in the place of old ones and leaves nothing beside them', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.json');
    await writeAtomic(path, 'one');
    await writeAtomic(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it.each(STEPS)(
    'keeps the old contents whole when %s fails, says so, and leaves nothing beside them',
    async (step) => {
      const folder = tempFolder();
      const path = join(folder, 'a.json');
      writeFileSync(path, 'old and whole');
      await expect(writeAtomic(path, 'new and cut short', failingAt(step))).rejects.toThrow('EIO');
      expect(readFileSync(path, 'utf8')).toBe('old and whole');
      expect(readdirSync(folder)).toEqual(['a.json']);
    },
  );

  it('is on the disk before it takes the place: write, sync, close, rename, sync the folder', async () => {
    const folder = tempFolder();
    const order: string[] = [];
    const steps: WriteSteps = {
      rm: DISK.rm,
      open: async (path, flags) => {
        const file = await DISK.open(path, flags);
        const what = path === folder ? 'folder' : 'file';
        return {
          writeFile: (data) => (order.push('write'), file.writeFile(data)),
          sync: () => (order.push(`sync ${what}`), file.sync()),
          close: () => (order.push(`close ${what}`), file.close()),
        };
      },
      rename: (from, to) => (order.push('rename'), DISK.rename(from, to)),
    };
    await writeAtomic(join(folder, 'a.json'), 'x', steps);
    expect(order).toEqual(['write', 'sync file', 'close file', 'rename', 'sync folder', 'close folder']);
  });

  it('waits for a file that a virus scanner holds', async () => {
    const path = join(tempFolder(), 'a.json');
    let refusals = 2;
    const steps: WriteSteps = {
      ...DISK,
      rename: (from, to) => (refusals-- > 0 ? Promise.reject(broken('EPERM')) : DISK.rename(from, to)),
    };
    await writeAtomic(path, 'x', steps);
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('takes a name as long as a name can be', async () => {
    const path = join(tempFolder(), 'x'.repeat(255));
    await writeAtomic(path, 'x');
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('stands when only the folder cannot be synced', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.json');
    const steps: WriteSteps = {
      ...DISK,
      open: (target, flags) => (target === folder ? Promise.reject(broken('EISDIR')) : DISK.open(target, flags)),
    };
    await writeAtomic(path, 'x', steps);
    chmodSync(path, 0o600);
    expect(readFileSync(path, 'utf8')).toBe('x');
  });
});
