import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntakes, type Intakes } from '#main/files/intake.ts';
import { createWatch, createWatchStore, SETTLED_MS, type Watch } from '#main/files/watch.ts';
import { tempFolder } from './temp-folder.ts';

const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn() };

let home = '';
let folder = '';
let now = 0;
let heard = 0;
let intakes: Intakes;
let watch: Watch;

/** Ends the program and starts it anew on the same disk. */
async function start(): Promise<void> {
  intakes = createIntakes();
  watch = createWatch({
    store: createWatchStore(join(home, 'watch.json')),
    intakes,
    now: () => now,
    onFiles: () => heard++,
    log,
  });
  await watch.start();
}

async function restart(): Promise<void> {
  watch.stop();
  await watch.get();
  await start();
}

/** Looks, waits as long as a file has to stay as it is, and looks again. */
async function lookTwice(): Promise<void> {
  await watch.look();
  now += SETTLED_MS;
  await watch.look();
}

const put = (name: string, text = 'id\n1\n'): void => writeFileSync(join(folder, name), text);
const names = (): string[] => watch.waiting().map(({ name }) => name);

async function release(name: string): Promise<void> {
  const file = watch.waiting().find((each) => each.name === name);
  if (!file) throw new Error(`${name} is not offered`);
  intakes.release(file.id);
  watch.released(file.id);
  await watch.get();
}

beforeEach(async () => {
  home = tempFolder();
  folder = join(home, 'Downloads');
  mkdirSync(folder);
  now = Date.parse('2026-06-10T12:00:00Z');
  heard = 0;
  await start();
});

afterEach(() => watch.stop());

describe('the watched folder', () => {
  it('is none until she chooses one', async () => {
    expect(await watch.get()).toBeNull();
    expect(await watch.set(true)).toMatchObject({ ok: false, error: { code: 'no-folder' } });
    put('a.csv');
    await lookTwice();
    expect(names()).toEqual([]);
  });

  it('offers what comes after it was chosen, and nothing of what was there', async () => {
    put('old.csv');
    expect(await watch.choose(folder)).toEqual({ name: 'Downloads', on: true, there: true });
    await lookTwice();
    expect([names(), heard]).toEqual([[], 0]);
    put('June.csv');
    await lookTwice();
    expect([names(), heard]).toEqual([['June.csv'], 1]);
    await lookTwice();
    expect(heard).toBe(1);
    expect(await (await intakes.serve(watch.waiting()[0]?.id ?? '')).text()).toBe('id\n1\n');
  });

  it('waits until nothing is written any more, and until a browser has given the file its name', async () => {
    await watch.choose(folder);
    put('June.csv', '');
    await lookTwice();
    expect(names()).toEqual([]);
    for (let i = 0; i < 5; i++) {
      appendFileSync(join(folder, 'June.csv'), `${i}\n`);
      await watch.look();
      now += SETTLED_MS - 1;
    }
    await watch.look();
    expect(names()).toEqual([]);
    now += SETTLED_MS;
    await watch.look();
    expect(names()).toEqual(['June.csv']);
    for (const name of ['July.csv.crdownload', 'July.csv.part', '.July.csv', '~$July.xlsx', 'July.csv.tmp']) put(name);
    await lookTwice();
    expect(names()).toEqual(['June.csv']);
    renameSync(join(folder, 'July.csv.crdownload'), join(folder, 'July.csv'));
    await lookTwice();
    expect(names()).toContain('July.csv');
  });

  it('passes over in silence what can be no export', async () => {
    await watch.choose(folder);
    put('invoice.pdf', '%PDF-1.7');
    put('named.csv', '%PDF-1.7');
    put('setup.exe');
    mkdirSync(join(folder, 'folder.csv'));
    await lookTwice();
    expect([names(), heard]).toEqual([[], 0]);
  });

  it('offers a file again that has changed, and takes back one that is gone', async () => {
    await watch.choose(folder);
    put('June.csv');
    await lookTwice();
    const first = watch.waiting()[0]?.id ?? '';
    put('June.csv', 'id\n1\n2\n');
    await lookTwice();
    expect(names()).toEqual(['June.csv']);
    expect(watch.waiting()[0]?.id).not.toBe(first);
    expect((await intakes.serve(first)).status).toBe(404);
    await release('June.csv');
    put('June.csv', 'id\n9\n9\n');
    utimesSync(join(folder, 'June.csv'), new Date(now), new Date(now));
    await lookTwice();
    expect([names(), heard]).toEqual([['June.csv'], 3]);
    rmSync(join(folder, 'June.csv'));
    await watch.look();
    expect(names()).toEqual([]);
  });

  it('finds after a restart what came meanwhile, and offers what was dealt with never again', async () => {
    put('old.csv');
    await watch.choose(folder);
    put('done.csv');
    put('open.csv');
    await lookTwice();
    await release('done.csv');
    watch.stop();
    put('meanwhile.csv');
    await restart();
    await lookTwice();
    expect(names().sort()).toEqual(['meanwhile.csv', 'open.csv']);
    await release('open.csv');
    await release('meanwhile.csv');
    const before = heard;
    await restart();
    await lookTwice();
    expect([names(), heard]).toEqual([[], before]);
  });

  it('rests when she wants it to: what comes then is not new', async () => {
    await watch.choose(folder);
    put('before.csv');
    await lookTwice();
    expect(await watch.set(false)).toMatchObject({ value: { on: false } });
    put('resting.csv');
    await lookTwice();
    expect(names()).toEqual(['before.csv']);
    expect(await watch.set(true)).toMatchObject({ value: { on: true } });
    put('after.csv');
    await lookTwice();
    expect(names().sort()).toEqual(['after.csv', 'before.csv']);
    await restart();
    await lookTwice();
    expect(names().sort()).toEqual(['after.csv', 'before.csv']);
  });

  it('remembers what it knows while the folder cannot be reached', async () => {
    put('old.csv');
    await watch.choose(folder);
    renameSync(folder, `${folder} away`);
    await lookTwice();
    expect(await watch.get()).toMatchObject({ there: false });
    renameSync(`${folder} away`, folder);
    put('new.csv');
    await lookTwice();
    expect(names()).toEqual(['new.csv']);
  });

  it('keeps names as they are, whatever they are', async () => {
    await watch.choose(folder);
    for (const name of ['__proto__.csv', 'constructor.csv', 'ü 日本.csv']) put(name);
    await lookTwice();
    expect(names().sort()).toEqual(['__proto__.csv', 'constructor.csv', 'ü 日本.csv']);
    await restart();
    await lookTwice();
    expect(names()).toHaveLength(3);
  });

  it('hears from the system that something has come, also in a folder that never rests', async () => {
    await watch.choose(folder);
    const real = Date.now();
    vi.spyOn(Date, 'now');
    const ticking = setInterval(() => {
      now += 200;
      appendFileSync(join(folder, 'other.log'), 'x');
    }, 50);
    try {
      put('June.csv');
      await vi.waitFor(() => expect(names()).toEqual(['June.csv']), { timeout: 10_000 });
    } finally {
      clearInterval(ticking);
      vi.restoreAllMocks();
    }
    // Long before it would have looked by itself.
    expect(Date.now() - real).toBeLessThan(14_000);
  });

  it('begins anew with a damaged memory, and says so', async () => {
    watch.stop();
    writeFileSync(join(home, 'watch.json'), '{"folder": 7}');
    await start();
    expect(await watch.get()).toBeNull();
    expect(log.warn).toHaveBeenCalledWith('watch.unreadable');
  });
});
