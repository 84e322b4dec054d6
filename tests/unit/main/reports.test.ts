import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DISK, type WriteSteps } from '#main/files/write-atomic.ts';
import type { Notice } from '#main/clock/notifier.ts';
import type { Log } from '#main/log.ts';
import { openReportMemory } from '#main/reports/memory.ts';
import { createReports, type Reports } from '#main/reports/reports.ts';
import { fakeElectron } from './fake-electron.ts';
import { tempFolder } from './temp-folder.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const { showOpenDialog } = fakeElectron.dialog;
const { showItemInFolder } = fakeElectron.shell;
const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;

let folder = '';
let target = '';
let notices: Notice[] = [];
const opened = vi.fn();
const print = vi.fn((html: string) => Promise.resolve(Buffer.from(`pdf of ${html}`)));

beforeEach(() => {
  vi.clearAllMocks();
  folder = tempFolder();
  target = join(folder, 'Reports');
  mkdirSync(target);
  notices = [];
});

const open = async (steps: WriteSteps = DISK): Promise<Reports> =>
  createReports({
    memory: await openReportMemory(join(folder, 'reports.json')),
    parent: () => null,
    print,
    notify: (notice) => notices.push(notice),
    onOpen: opened,
    log,
    steps,
  });

async function chosen(reports: Reports, path = target): Promise<string> {
  showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
  const answer = await reports.chooseFolder();
  if (!answer.ok || !answer.value) throw new Error('A folder is expected.');
  return answer.value.folderId;
}

const content = (folderId: string, html = 'page', baseName = 'Weekly') => ({
  folderId,
  baseName,
  html,
  csv: `csv of ${html}`,
});

describe('the folder of reports', () => {
  it('is known to the page by id and name alone, and keeps its id over a restart', async () => {
    const id = await chosen(await open());
    expect(id).not.toContain('Reports');
    expect(await chosen(await open())).toBe(id);
    mkdirSync(join(folder, 'Other'));
    expect(await chosen(await open(), join(folder, 'Other'))).not.toBe(id);
  });

  it('is none when she cancels', async () => {
    expect(await (await open()).chooseFolder()).toEqual({ ok: true, value: null });
  });

  it('is refused when it is unknown or gone, and nothing is printed', async () => {
    const reports = await open();
    for (const id of ['unknown', '__proto__', 'constructor', '../..']) {
      expect(await reports.write(content(id)), id).toMatchObject({ ok: false, error: { code: 'no-folder' } });
    }
    const id = await chosen(reports);
    rmSync(target, { recursive: true });
    expect(await reports.write(content(id))).toMatchObject({ ok: false, error: { code: 'folder-gone' } });
    writeFileSync(target, 'a file now');
    expect(await reports.write(content(id))).toMatchObject({ ok: false, error: { code: 'folder-gone' } });
    expect(print).not.toHaveBeenCalled();
  });
});

describe('writing a report', () => {
  it('writes both files and leaves nothing else', async () => {
    const reports = await open();
    expect(await reports.write(content(await chosen(reports)))).toEqual({
      ok: true,
      value: { pdf: 'Weekly.pdf', csv: 'Weekly.csv' },
    });
    expect(readFileSync(join(target, 'Weekly.pdf'), 'utf8')).toBe('pdf of page');
    expect(readFileSync(join(target, 'Weekly.csv'), 'utf8')).toBe('csv of page');
    expect(readdirSync(target)).toHaveLength(2);
  });

  it('takes the place of its own, after a restart too', async () => {
    const id = await chosen(await open());
    await (await open()).write(content(id));
    expect(await (await open()).write(content(id, 'new'))).toMatchObject({ value: { pdf: 'Weekly.pdf' } });
    expect(readFileSync(join(target, 'Weekly.pdf'), 'utf8')).toBe('pdf of new');
  });

  it('never takes the place of another’s file, or of one that was changed', async () => {
    writeFileSync(join(target, 'Weekly.pdf'), 'hers');
    const reports = await open();
    const id = await chosen(reports);
    expect(await reports.write(content(id))).toMatchObject({ value: { pdf: 'Weekly (2).pdf', csv: 'Weekly (2).csv' } });
    writeFileSync(join(target, 'Weekly (2).csv'), 'her notes');
    expect(await reports.write(content(id))).toMatchObject({ value: { pdf: 'Weekly (3).pdf', csv: 'Weekly (3).csv' } });
    expect(readFileSync(join(target, 'Weekly.pdf'), 'utf8')).toBe('hers');
    expect(readFileSync(join(target, 'Weekly (2).csv'), 'utf8')).toBe('her notes');
  });

  it('stays inside its folder, whatever the name', async () => {
    const reports = await open();
    const id = await chosen(reports);
    for (const name of ['../out', '/etc/passwd', 'a/b', 'CON', '..', 'x'.repeat(200), '\u202Efdp']) {
      expect(await reports.write(content(id, 'page', name)), name).toMatchObject({ ok: true });
    }
    expect(readdirSync(folder).sort()).toEqual(['Reports', 'reports.json', 'reports.json.previous']);
    for (const name of readdirSync(target)) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });

  it('writes one after the other', async () => {
    const reports = await open();
    const id = await chosen(reports);
    await Promise.all(['a', 'b', 'c'].map((html) => reports.write(content(id, html))));
    expect(readdirSync(target)).toHaveLength(2);
    expect(readFileSync(join(target, 'Weekly.csv'), 'utf8')).toBe('csv of c');
  });

  it('writes nothing when the page cannot be printed', async () => {
    print.mockRejectedValueOnce(new Error('the window crashed'));
    const reports = await open();
    expect(await reports.write(content(await chosen(reports)))).toMatchObject({ error: { code: 'not-printed' } });
    expect(readdirSync(target)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EACCES', 'does not allow it'],
    ['EBUSY', 'has it open'],
    ['EIO', 'Choose another folder'],
  ])('says what happened on %s and leaves no half file', async (code, words) => {
    const failing: WriteSteps = {
      ...DISK,
      open: () => Promise.reject(Object.assign(new Error('refused'), { code })),
    };
    const reports = await open(failing);
    const id = await chosen(reports);
    const answer = await reports.write(content(id));
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-written' } });
    expect(answer.ok ? '' : answer.error.message).toContain(words);
    expect(answer.ok ? '' : answer.error.message).not.toContain(folder);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('showing a file', () => {
  it('shows what a report wrote and nothing else', async () => {
    const reports = await open();
    const folderId = await chosen(reports);
    await reports.write(content(folderId));
    expect(await reports.show({ folderId, name: 'Weekly.pdf' })).toEqual({ ok: true, value: null });
    expect(showItemInFolder).toHaveBeenCalledWith(join(target, 'Weekly.pdf'));
    writeFileSync(join(target, 'private.txt'), '');
    for (const name of ['private.txt', '../reports.json', '.', '', '/etc/passwd', 'x/../Weekly.pdf']) {
      expect(await reports.show({ folderId, name }), name).toMatchObject({ error: { code: 'not-a-report' } });
    }
    expect(await reports.show({ folderId: 'unknown', name: 'Weekly.pdf' })).toMatchObject({ ok: false });
    rmSync(join(target, 'Weekly.pdf'));
    expect(await reports.show({ folderId, name: 'Weekly.pdf' })).toMatchObject({ error: { code: 'file-gone' } });
    expect(showItemInFolder).toHaveBeenCalledTimes(1);
  });
});

describe('the notification', () => {
  it('has the file’s name, and its click shows the file', async () => {
    const reports = await open();
    const folderId = await chosen(reports);
    await reports.write(content(folderId));
    reports.announce({ kind: 'written', runId: 'r', folderId, name: 'Weekly.pdf' });
    expect(notices[0]?.body).toBe('Weekly.pdf');
    notices[0]?.onClick();
    await vi.waitFor(() => expect(showItemInFolder).toHaveBeenCalledTimes(1));
    expect(opened).not.toHaveBeenCalled();
    rmSync(join(target, 'Weekly.pdf'));
    notices[0]?.onClick();
    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith('r'));
  });

  it('says why a run failed, and its click leads to the run', async () => {
    (await open()).announce({ kind: 'failed', runId: 'r', message: 'The disk is full.' });
    expect(notices[0]?.body).toBe('The disk is full.');
    notices[0]?.onClick();
    expect(opened).toHaveBeenCalledWith('r');
  });
});
