import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings } from '#main/files/settings.ts';
import { tempFolder } from './temp-folder.ts';

describe('settings of the machine', () => {
  it('begin with the defaults and are remembered', async () => {
    const path = join(tempFolder(), 'settings.json');
    const settings = await openSettings(path);
    expect(settings.current).toEqual({ theme: 'system', window: null, lastFolder: null, knowsTray: false });
    const window = { x: 1, y: 2, width: 1000, height: 700, maximized: false };
    const saved = settings.change({ theme: 'dark' });
    expect(settings.current.theme).toBe('dark');
    await Promise.all([saved, settings.change({ window })]);
    expect((await openSettings(path)).current).toEqual({ theme: 'dark', window, lastFolder: null, knowsTray: false });
  });

  it('fall back one by one', async () => {
    const path = join(tempFolder(), 'settings.json');
    writeFileSync(
      path,
      JSON.stringify({ theme: 'pink', window: { x: 'left' }, lastFolder: '/home/her', knowsTray: false }),
    );
    expect((await openSettings(path)).current).toEqual({
      theme: 'system',
      window: null,
      lastFolder: '/home/her',
      knowsTray: false,
    });
    writeFileSync(path, 'null');
    expect((await openSettings(path)).current.theme).toBe('system');
  });
});
