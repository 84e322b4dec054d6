import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkForUpdates, createUpdates, holdBack, type Ask, type Updater } from '#main/updates/index.ts';
import { tempFolder } from './temp-folder.ts';

type Found = Awaited<ReturnType<Updater['checkForUpdates']>>;

function fakeUpdater(found: Found | Error) {
  return {
    // As electron-updater comes: it would download and install by itself.
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowDowngrade: true,
    logger: console,
    checkForUpdates: vi.fn(() => (found instanceof Error ? Promise.reject(found) : Promise.resolve(found))),
    downloadUpdate: vi.fn(() => Promise.resolve<string[]>([])),
    quitAndInstall: vi.fn(),
  };
}
const NEWER = { isUpdateAvailable: true, updateInfo: { version: '9.9.9' } } as NonNullable<Found>;
const answering = (...answers: number[]) => vi.fn<Ask>(() => Promise.resolve(answers.shift() ?? 0));

describe('updates', () => {
  it('are held back', () => {
    const updater = fakeUpdater(null);
    holdBack(updater);
    expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, allowDowngrade: false });
    expect(updater.checkForUpdates).not.toHaveBeenCalled();
  });

  it('download and install only after a yes each', async () => {
    const refused = fakeUpdater(NEWER);
    await checkForUpdates(refused, answering(1));
    expect(refused.downloadUpdate).not.toHaveBeenCalled();

    const later = fakeUpdater(NEWER);
    await checkForUpdates(later, answering(0, 1));
    expect(later.downloadUpdate).toHaveBeenCalledOnce();
    expect(later.quitAndInstall).not.toHaveBeenCalled();

    const now = fakeUpdater(NEWER);
    await checkForUpdates(now, answering(0, 0));
    expect(now.quitAndInstall).toHaveBeenCalledOnce();
  });

  it('say so when there is none, or when the check fails', async () => {
    const ask = answering();
    await checkForUpdates(fakeUpdater(null), ask);
    expect(ask.mock.calls[0]?.[0].message).toContain('up to date');
    await checkForUpdates(fakeUpdater(new Error('net::ERR_INTERNET_DISCONNECTED')), ask);
    expect(ask.mock.calls[1]?.[0].message).toContain('did not work');
  });

  it('are not offered by a program that is not installed, or that has no feed', async () => {
    const resources = tempFolder();
    expect(await createUpdates({ isPackaged: true, resources }, answering())).toBeNull();
    writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n');
    expect(await createUpdates({ isPackaged: false, resources }, answering())).toBeNull();
  });
});
