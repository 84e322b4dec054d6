import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileDialogs, type FileDialogs } from '#main/files/dialogs.ts';
import { createIntakes } from '#main/files/intake.ts';
import { openSettings, type SettingsStore } from '#main/files/settings.ts';
import { fakeElectron } from './fake-electron.ts';
import { tempFolder } from './temp-folder.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const { showOpenDialog, showSaveDialog } = fakeElectron.dialog;
let folder = '';
let settings: SettingsStore;
let dialogs: FileDialogs;

beforeEach(async () => {
  vi.clearAllMocks();
  folder = tempFolder();
  settings = await openSettings(join(folder, 'settings.json'));
  dialogs = createFileDialogs(createIntakes(), settings, () => null);
});

const optionsOf = (mock: { readonly mock: { readonly calls: readonly unknown[][] } }): Record<string, unknown> =>
  mock.mock.calls.at(-1)?.at(-1) as Record<string, unknown>;

describe('choosing files', () => {
  it('takes several, and begins next time where it was', async () => {
    writeFileSync(join(folder, 'a.csv'), 'a');
    writeFileSync(join(folder, 'b.csv'), 'b');
    showOpenDialog.mockResolvedValueOnce({
      canceled: false,
      filePaths: [join(folder, 'a.csv'), join(folder, 'b.csv')],
    });
    const entries = await dialogs.choose();
    expect(entries.map((entry) => entry.name)).toEqual(['a.csv', 'b.csv']);
    expect(optionsOf(showOpenDialog)).toMatchObject({ properties: ['openFile', 'multiSelections'] });
    expect(optionsOf(showOpenDialog)).not.toHaveProperty('defaultPath');
    await dialogs.choose();
    expect(optionsOf(showOpenDialog)).toMatchObject({ defaultPath: folder });
  });

  it('takes the files of a folder', async () => {
    writeFileSync(join(folder, 'b.csv'), 'b');
    writeFileSync(join(folder, 'a.csv'), 'a');
    showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
    const names = (await dialogs.chooseFolder()).map((entry) => entry.name);
    expect(names.filter((name) => name.endsWith('.csv'))).toEqual(['a.csv', 'b.csv']);
    expect(optionsOf(showOpenDialog)).toMatchObject({ properties: ['openDirectory'] });
  });

  it('is an empty list when she cancels', async () => {
    expect(await dialogs.choose()).toEqual([]);
    expect(await dialogs.chooseFolder()).toEqual([]);
    expect(await dialogs.chooseWatched()).toBeNull();
    expect(settings.current.lastFolder).toBeNull();
  });
});

describe('saving text', () => {
  it('proposes a safe name in the last folder and writes the whole text', async () => {
    await settings.change({ lastFolder: folder });
    const path = join(folder, 'mine.csv');
    showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path });
    const saved = await dialogs.saveText('Rejected: 1/2', 'csv', 'a,b\n“ü”,2\n');
    expect(optionsOf(showSaveDialog)).toMatchObject({ defaultPath: join(folder, 'Rejected- 1-2.csv') });
    expect(saved).toEqual({ ok: true, value: { kind: 'saved', name: 'mine.csv' } });
    expect(readFileSync(path, 'utf8')).toBe('a,b\n“ü”,2\n');
  });

  it('gives a format to share the ending by which it is known', async () => {
    await dialogs.saveText('Zoo', 'profile', '{}');
    expect(optionsOf(showSaveDialog)).toMatchObject({ title: 'Save the format', defaultPath: 'Zoo.desk-profile.json' });
    await dialogs.saveText('Zoo', 'vcard', 'BEGIN:VCARD');
    expect(optionsOf(showSaveDialog)).toMatchObject({ title: 'Save as vCard', defaultPath: 'Zoo.vcf' });
  });

  it('writes nothing when she cancels', async () => {
    expect(await dialogs.saveText('x', 'csv', 'y')).toEqual({ ok: true, value: { kind: 'cancelled' } });
  });

  it('says what was not saved and why', async () => {
    showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/proc/nothing.csv' });
    expect(await dialogs.saveText('x', 'csv', 'y')).toMatchObject({
      ok: false,
      error: { code: 'not-saved', message: expect.stringContaining('“nothing.csv” was not saved') as string },
    });
    mkdirSync(join(folder, 'taken.csv'));
    showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'taken.csv') });
    expect(await dialogs.saveText('x', 'csv', 'y')).toMatchObject({ ok: false, error: { code: 'not-saved' } });
  });
});
