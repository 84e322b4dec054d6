import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIntakes, LARGEST_KEPT_BYTES, type Intakes } from '#main/files/intake.ts';
import { createSpace } from '#main/files/space.ts';
import { DISK, type WriteSteps } from '#main/files/write-atomic.ts';
import { createCopies } from '#main/library/copies.ts';
import { createLibrary, UNNAMED_MS, type Library } from '#main/library/library.ts';
import { isRefused } from '#shared/ipc/contract.ts';
import { tempFolder } from '#tests/unit/main/temp-folder.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const NOW = Date.UTC(2026, 10, 23);

let home = '';
let kept = '';
let intakes: Intakes;
let library: Library;

beforeEach(() => {
  home = tempFolder();
  kept = join(home, 'library');
  intakes = createIntakes();
  library = make();
});

function make({ steps = DISK, free = 1e12 }: { readonly steps?: WriteSteps; readonly free?: number } = {}): Library {
  const space = createSpace({ folder: home, now: () => NOW, freeBytes: () => Promise.resolve(free) });
  return createLibrary({ folder: kept, intakes, space, now: () => NOW, steps });
}

function file(name: string, contents: string | Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, contents);
  return path;
}

async function taken(path: string): Promise<string> {
  const [entry] = await intakes.take([path], 'library');
  if (!entry || isRefused(entry)) throw new Error(entry?.refused ?? 'nothing came back');
  return entry.id;
}

async function added(path: string): Promise<{ fileId: string; name: string; size: number; type: string }> {
  const result = await library.add(await taken(path));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const inLibrary = (): string[] => (existsSync(kept) ? readdirSync(kept) : []);

describe('keeping a file', () => {
  it('copies it under an id of its own, and tells what it is by what is in it', async () => {
    const banner = await added(file('Spring 728×90.csv', PNG));
    expect(banner).toMatchObject({ name: 'Spring 728×90.csv', size: PNG.length, type: 'image/png' });
    expect(readFileSync(join(kept, banner.fileId))).toEqual(PNG);
    expect(inLibrary()).toEqual([banner.fileId]);
    expect((await added(join(home, 'Spring 728×90.csv'))).fileId).not.toBe(banner.fileId);
  });

  it.each<readonly [string, string | Uint8Array, string]>([
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/jpeg'],
    ['a.gif', 'GIF89a\x01\x00', 'image/gif'],
    ['a.webp', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['a.bmp', Buffer.from([0x42, 0x4d, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0]), 'image/bmp'],
    ['a.svg', '<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['a.xml', '<?xml version="1.0"?><feed><svg/></feed>', 'application/xml'],
    ['a.html', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['a.png', 'not a picture', 'text/plain'],
    ['BMW prices.txt', 'BMW prices of this year', 'text/plain'],
    ['a.txt', Buffer.from('\ufeffü', 'utf16le'), 'text/plain'],
    ['a.pdf', '%PDF-1.7', 'application/pdf'],
    ['a.xlsx', 'PK\x03\x04', 'application/zip'],
    ['a.exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0]), 'application/octet-stream'],
  ])('knows what %s is', async (name, contents, type) => {
    expect((await added(file(name, contents))).type).toBe(type);
  });

  it('refuses a folder without files, an empty file and one that is too large before anything is copied', async () => {
    mkdirSync(join(home, 'empty folder'));
    const large = file('large.mp4', '');
    truncateSync(large, LARGEST_KEPT_BYTES + 1);
    const entries = await intakes.take([join(home, 'empty folder'), file('empty.png', ''), large, ''], 'library');
    expect(entries.map((entry) => (isRefused(entry) ? entry.refused : 'taken'))).toEqual([
      expect.stringContaining('is a folder'),
      expect.stringContaining('is empty'),
      expect.stringContaining('200 MB is the most'),
      expect.stringContaining('not a file on this computer'),
    ]);
    // An intake of another purpose may be larger.
    const log = file('export.csv', 'a,b\n');
    truncateSync(log, LARGEST_KEPT_BYTES + 1);
    writeFileSync(log, 'a,b\n1,2\n'.repeat(1000), { flag: 'r+' });
    const [asExport] = await intakes.take([log]);
    expect(await library.add(asExport && !isRefused(asExport) ? asExport.id : '')).toMatchObject({
      error: { code: 'too-large' },
    });
    expect(inLibrary()).toEqual([]);
  });

  it('keeps what a link leads to, as a file of its own', async () => {
    symlinkSync(file('real.png', PNG), join(home, 'link.png'));
    const { fileId } = await added(join(home, 'link.png'));
    expect(lstatSync(join(kept, fileId)).isFile()).toBe(true);
    symlinkSync(join(home, 'nowhere'), join(home, 'broken.png'));
    const [broken] = await intakes.take([join(home, 'broken.png')], 'library');
    expect(broken).toMatchObject({ refused: expect.stringContaining('no longer where it was') as string });
  });

  it('keeps nothing of a file that has changed or gone since it was taken, or changes while it is copied', async () => {
    const changed = file('changed.png', PNG);
    const id = await taken(changed);
    writeFileSync(changed, Buffer.concat([PNG, PNG]));
    expect(await library.add(id)).toMatchObject({ error: { code: 'file-gone' } });
    expect(await library.add('00000000-0000-4000-8000-000000000000')).toMatchObject({ error: { code: 'file-gone' } });

    const growing = file('growing.bin', Buffer.alloc(2_000_000, 1));
    const growingId = await taken(growing);
    library = make({
      steps: {
        ...DISK,
        open: async (path, flags) => {
          // The copy has begun when its draft is opened.
          if (flags === 'wx') writeFileSync(growing, 'more', { flag: 'a' });
          return DISK.open(path, flags);
        },
      },
    });
    expect(await library.add(growingId)).toMatchObject({ error: { code: 'file-gone' } });
    expect(inLibrary()).toEqual([]);
  });

  it('keeps nothing on a full disk, whether that is seen before or while it copies', async () => {
    const path = file('a.png', PNG);
    library = make({ free: 1000 });
    expect(await library.add(await taken(path))).toMatchObject({ error: { code: 'disk-full' } });
    library = make({
      steps: {
        ...DISK,
        open: async (draft, flags) => {
          const handle = await DISK.open(draft, flags);
          return {
            ...handle,
            writeFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
            sync: () => handle.sync(),
            close: () => handle.close(),
          };
        },
      },
    });
    expect(await library.add(await taken(path))).toMatchObject({
      error: { code: 'disk-full', message: expect.stringContaining('a.png') as string },
    });
    expect(inLibrary()).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says when its own folder cannot be written to', async () => {
    mkdirSync(kept);
    chmodSync(kept, 0o500);
    expect(await library.add(await taken(file('a.png', PNG)))).toMatchObject({ error: { code: 'not-kept' } });
  });
});

describe('serving a kept file', () => {
  it('gives a picture as one and anything else as bytes', async () => {
    const banner = await added(file('a.png', PNG));
    const shown = await library.serve(banner.fileId);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-length')).toBe(String(PNG.length));
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
    const page = await library.serve((await added(file('a.html', '<script>alert(1)</script>'))).fileId);
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(await page.text()).toBe('<script>alert(1)</script>');
  });

  it('knows ids alone: no path, no link, no folder, no draft', async () => {
    await added(file('a.png', PNG));
    const secret = file('secret.txt', 'secret');
    const link = '11111111-1111-4111-8111-111111111111';
    const folder = '22222222-2222-4222-8222-222222222222';
    const draft = '.33333333-3333-4333-8333-333333333333.tmp';
    symlinkSync(secret, join(kept, link));
    mkdirSync(join(kept, folder));
    writeFileSync(join(kept, draft), 'half');
    for (const id of [link, folder, draft, '', '.', '..', '../secret.txt', secret, `${link}/x`, 'x'.repeat(36), '\0']) {
      const answer = await library.serve(id);
      expect(answer.status, id).toBe(404);
    }
  });
});

describe('what is named stays', () => {
  const age = (name: string, ms: number): void => utimesSync(join(kept, name), new Date(NOW - ms), new Date(NOW - ms));

  it('and the rest goes when nobody has named it for thirty days', async () => {
    const [named, fresh, old] = [await added(file('a', 'a')), await added(file('b', 'b')), await added(file('c', 'c'))];
    writeFileSync(join(kept, '.33333333-3333-4333-8333-333333333333.tmp'), 'half');
    writeFileSync(join(kept, 'notes of hers.txt'), 'not ours');
    age(named.fileId, 2 * UNNAMED_MS);
    age(fresh.fileId, UNNAMED_MS - 60_000);
    age(old.fileId, UNNAMED_MS + 60_000);
    age('.33333333-3333-4333-8333-333333333333.tmp', 2 * 86_400_000);
    age('notes of hers.txt', 9 * UNNAMED_MS);
    await library.keep([named.fileId, 'not there']);
    expect(inLibrary().sort()).toEqual([named.fileId, fresh.fileId, 'notes of hers.txt'].sort());
    // Naming it counts from now: it outlives what named it.
    expect(statSync(join(kept, named.fileId)).mtimeMs).toBe(NOW);
    await library.keep([]);
    expect(inLibrary()).toContain(named.fileId);
  });

  it('is no matter where there is no library yet', async () => {
    await library.keep(['x']);
    expect(existsSync(kept)).toBe(false);
  });
});

describe('copies of hers', () => {
  const shown: string[] = [];
  const copiesInto = (folder: string | null) =>
    createCopies({ library, chooseFolder: () => Promise.resolve(folder), showInFolder: (path) => shown.push(path) });

  it('are written under their names, never over a file, and shown', async () => {
    const { fileId } = await added(file('banner.png', PNG));
    const folder = join(home, 'out');
    mkdirSync(folder);
    writeFileSync(join(folder, 'banner.png'), 'hers');
    const copies = copiesInto(folder);
    const saved = await copies.save([
      { fileId, name: 'banner.png' },
      { fileId, name: 'banner.png' },
    ]);
    expect(saved).toMatchObject({
      ok: true,
      value: { kind: 'saved', folder: 'out', names: ['banner (2).png', 'banner (3).png'] },
    });
    expect(readFileSync(join(folder, 'banner.png'), 'utf8')).toBe('hers');
    expect(readFileSync(join(folder, 'banner (3).png'))).toEqual(PNG);
    expect(readdirSync(folder)).toHaveLength(3);
    const copiesId = saved.ok && saved.value.kind === 'saved' ? saved.value.copiesId : '';
    expect(await copies.show(copiesId)).toEqual({ ok: true, value: null });
    expect(shown).toEqual([join(folder, 'banner (2).png')]);
    expect(await copies.show('/etc/passwd')).toMatchObject({ error: { code: 'file-gone' } });
  });

  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a\0b.png', 'a-b.png'],
    ['CON.png', '_CON.png'],
    ['...', 'Untitled'],
    ['x.{not an ending}', 'x.{not an ending}'],
  ])('stay in her folder whatever the name: %j', async (name, written) => {
    const { fileId } = await added(file('a', 'a'));
    const folder = join(home, 'out');
    mkdirSync(folder);
    await copiesInto(folder).save([{ fileId, name }]);
    expect(readdirSync(folder)).toEqual([written]);
  });

  it('have names of at most what a file system takes, with their ending', async () => {
    const { fileId } = await added(file('a', 'a'));
    const folder = join(home, 'out');
    mkdirSync(folder);
    await copiesInto(folder).save(Array.from({ length: 2 }, () => ({ fileId, name: `${'ü'.repeat(300)}.png` })));
    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(2);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(names.every((name) => name.endsWith('.png'))).toBe(true);
  });

  it('are none when she cancels, when one is not kept any more, or when the folder cannot be written to', async () => {
    const { fileId } = await added(file('a.png', PNG));
    expect(await copiesInto(null).save([{ fileId, name: 'a' }])).toEqual({ ok: true, value: { kind: 'cancelled' } });
    const gone = { fileId: '11111111-1111-4111-8111-111111111111', name: 'b.png' };
    const folder = join(home, 'out');
    mkdirSync(folder);
    expect(await copiesInto(folder).save([{ fileId, name: 'a.png' }, gone])).toMatchObject({
      error: { code: 'file-gone', message: expect.stringContaining('b.png') as string },
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await copiesInto(join(home, 'nowhere')).save([{ fileId, name: 'a.png' }])).toMatchObject({
      error: { code: 'not-saved' },
    });
  });
});
