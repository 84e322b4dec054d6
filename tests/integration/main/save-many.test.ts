import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSaveMany, MOST_BYTES, type SaveMany } from '#main/files/save-many.ts';
import { DISK, type WriteSteps } from '#main/files/write-atomic.ts';
import { tempFolder } from '#tests/unit/main/temp-folder.ts';

let folder = '';
let chosen: string | null;
let asked = 0;

beforeEach(() => {
  folder = join(tempFolder(), 'Drafts');
  mkdirSync(folder);
  chosen = folder;
  asked = 0;
});

const make = (steps: WriteSteps = DISK): SaveMany =>
  createSaveMany({
    chooseFolder: () => {
      asked++;
      return Promise.resolve(chosen);
    },
    steps,
  });
const wanted = (...files: readonly (readonly [string, string])[]) => ({
  ending: '.eml' as const,
  files: files.map(([name, text]) => ({ name, text })),
});
const inFolder = (): readonly string[] => readdirSync(folder).sort();
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('writing many drafts', () => {
  it('writes each whole, under a name that any system takes', async () => {
    const saved = await make()(wanted(['Paws', 'a\r\nü'], ['../../etc/passwd', 'b'], ['CON', 'c'], ['a.eml', 'd']));
    expect(saved).toEqual({
      ok: true,
      value: {
        kind: 'saved',
        folder: 'Drafts',
        names: ['Paws.eml', '-..-etc-passwd.eml', '_CON.eml', 'a.eml'],
        problem: null,
      },
    });
    expect(inFolder()).toEqual(['-..-etc-passwd.eml', 'Paws.eml', '_CON.eml', 'a.eml']);
    expect(read('Paws.eml')).toBe('a\r\nü');
  });

  it('never writes over another: not over hers, not over its own', async () => {
    writeFileSync(join(folder, 'Paws.eml'), 'hers');
    const saved = await make()(wanted(['Paws', '1'], ['Paws', '2']));
    expect(saved).toMatchObject({ value: { names: ['Paws (2).eml', 'Paws (3).eml'] } });
    expect(['Paws.eml', 'Paws (2).eml', 'Paws (3).eml'].map(read)).toEqual(['hers', '1', '2']);
  });

  it('is nothing when she cancels', async () => {
    chosen = null;
    expect(await make()(wanted(['Paws', '1']))).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(inFolder()).toEqual([]);
  });

  it('stops at the first that cannot be written, and says which are there', async () => {
    let renames = 0;
    const full: WriteSteps = {
      ...DISK,
      rename: (from, to) =>
        ++renames > 2 ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : DISK.rename(from, to),
    };
    const saved = await make(full)(wanted(['a', '1'], ['b', '2'], ['c', '3'], ['d', '4']));
    expect(saved).toEqual({
      ok: true,
      value: {
        kind: 'saved',
        folder: 'Drafts',
        names: ['a.eml', 'b.eml'],
        problem: '“c.eml” was not written: the disk is full. Free some space and try again.',
      },
    });
    expect(inFolder()).toEqual(['a.eml', 'b.eml']);
  });

  it('says when nothing could be written at all', async () => {
    chosen = join(folder, 'gone');
    expect(await make()(wanted(['a', '1']))).toMatchObject({
      ok: false,
      error: { code: 'not-saved', message: expect.stringContaining('“gone” cannot be written to') as string },
    });
    expect(existsSync(chosen)).toBe(false);
  });

  it('refuses more than it writes at once before she is asked for a folder', async () => {
    const half = 'x'.repeat(MOST_BYTES / 2);
    expect(await make()(wanted(['a', half], ['b', half], ['c', 'x']))).toMatchObject({
      error: { code: 'too-large' },
    });
    expect(asked).toBe(0);
  });
});
