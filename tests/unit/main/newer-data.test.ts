import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStateStore } from '#main/files/state.ts';
import { refusesNewerData } from '#main/windows/newer-data.ts';
import { fakeElectron } from './fake-electron.ts';
import { tempFolder } from './temp-folder.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

beforeEach(() => void vi.clearAllMocks());

describe('data of a later version', () => {
  it('is refused with both versions named, and left as it is', async () => {
    const path = join(tempFolder(), 'state.json');
    writeFileSync(path, '{"lastVersion":"2.0.0"}');
    expect(await refusesNewerData(createStateStore(path, '1.2.3'))).toBe(true);
    expect(fakeElectron.dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({ detail: expect.stringMatching(/version 2\.0\.0, and this is 1\.2\.3/) as string }),
    );
    expect(readFileSync(path, 'utf8')).toBe('{"lastVersion":"2.0.0"}');
  });

  it.each(['{"lastVersion":"1.2.3"}', '{"lastVersion":"1.0.0"}', 'damaged'])('is not %s', async (text) => {
    const path = join(tempFolder(), 'state.json');
    writeFileSync(path, text);
    expect(await refusesNewerData(createStateStore(path, '1.2.3'))).toBe(false);
    expect(fakeElectron.dialog.showMessageBox).not.toHaveBeenCalled();
  });
});
