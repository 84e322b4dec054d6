import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isRefused, type Intake, type IntakeEntry } from '#shared/ipc/contract.ts';
import { createIntakes, LARGEST_BYTES, MOST_IN_FOLDER, type Intakes } from '#main/files/intake.ts';
import { tempFolder } from './temp-folder.ts';

let folder = '';
let intakes: Intakes;

beforeEach(() => {
  folder = tempFolder();
  intakes = createIntakes();
});

function file(name: string, contents: string | Uint8Array = 'id,name\n1,a\n'): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const takeOne = async (path: string): Promise<IntakeEntry> => {
  const [entry] = await intakes.take([path]);
  if (!entry) throw new Error('nothing came back');
  return entry;
};

async function accepted(path: string): Promise<Intake> {
  const entry = await takeOne(path);
  if (isRefused(entry)) throw new Error(entry.refused);
  return entry;
}

const refusal = async (path: string): Promise<string> => {
  const entry = await takeOne(path);
  return isRefused(entry) ? entry.refused : 'was taken';
};

describe('taking files in', () => {
  it('hands out an opaque id, and the path in no field', async () => {
    const path = file('Impact export.csv');
    const entry = await accepted(path);
    expect(Object.keys(entry).sort()).toEqual(['id', 'modifiedMs', 'name', 'size']);
    expect(entry).toMatchObject({ name: 'Impact export.csv', size: 12 });
    expect(entry.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
    expect(JSON.stringify(entry)).not.toContain(folder);
    expect((await accepted(path)).id).not.toBe(entry.id);
  });

  it('takes each file for itself: what is refused does not hold up the rest', async () => {
    const entries = await intakes.take([file('a.csv'), '', file('b.csv')]);
    expect(entries.map(isRefused)).toEqual([false, true, false]);
  });

  it('takes a folder for the files in it, by name, without hidden ones and folders in it', async () => {
    const inside = join(folder, 'exports');
    mkdirSync(join(inside, 'deeper'), { recursive: true });
    for (const name of ['June 10.csv', 'June 9.csv', '.hidden.csv', 'deeper/no.csv', 'a.pdf']) {
      writeFileSync(join(inside, name), name === 'a.pdf' ? '%PDF-1.7' : 'id\n1\n');
    }
    const entries = await intakes.take([inside, file('after.csv')]);
    expect(entries.map(({ name }) => name)).toEqual(['a.pdf', 'June 9.csv', 'June 10.csv', 'after.csv']);
    expect(entries.map(isRefused)).toEqual([true, false, false, false]);
    rmSync(inside, { recursive: true });
    mkdirSync(inside);
    for (let i = 0; i <= MOST_IN_FOLDER; i++) writeFileSync(join(inside, `${i}.csv`), 'id\n1\n');
    expect(await intakes.take([inside])).toMatchObject([
      { refused: expect.stringContaining('more than 200') as string },
    ]);
  });

  it('follows a link to a file', async () => {
    symlinkSync(file('a.csv'), join(folder, 'link.csv'));
    expect((await accepted(join(folder, 'link.csv'))).name).toBe('link.csv');
  });

  it('says what is wrong with the rest, by name, and what to do', async () => {
    mkdirSync(join(folder, 'exports'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.csv'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    const large = file('large.csv');
    truncateSync(large, LARGEST_BYTES + 1);
    expect(await refusal('')).toMatch(/not a file on this computer.*Save it/);
    expect(await refusal(join(folder, 'exports'))).toMatch(
      /“exports” is a folder with no files.*drop the files inside/,
    );
    expect(await refusal(join(folder, 'gone.csv'))).toMatch(/“gone.csv” is no longer where it was.*again/);
    expect(await refusal(join(folder, 'dangling.csv'))).toMatch(/no longer where it was/);
    expect(await refusal(join(folder, 'pipe.csv'))).toMatch(/not a file that can be read/);
    expect(await refusal('/dev/zero')).toMatch(/not a file that can be read/);
    expect(await refusal(file('empty.csv', ''))).toMatch(/“empty.csv” is empty.*Download it again/);
    expect(await refusal(large)).toMatch(/“large.csv” is 1 GB.*shorter period/);
    expect(await refusal(file('report.ods', 'PK\u0003\u0004'))).toMatch(/“report.ods” is a spreadsheet.*CSV/);
    expect(await refusal(join(folder, 'nul\0byte'))).toMatch(/could not be read/);
    expect(await refusal(join(file('a.csv'), 'inside.csv'))).toMatch(/could not be read/);
  });

  it.skipIf(process.getuid?.() === 0)('says when the computer does not let her', async () => {
    const path = file('locked.csv');
    chmodSync(path, 0);
    expect(await refusal(path)).toMatch(/may not be read/);
  });
});

describe('serving a file', () => {
  it('streams exactly its bytes, over many chunks', async () => {
    const contents = new Uint8Array(3_000_001).map((_byte, index) => 32 + (index % 90));
    const { id } = await accepted(file('big.csv', contents));
    const response = await intakes.serve(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('3000001');
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), Buffer.from(contents))).toBe(0);
  });

  it('gives a part of a file, or of a text that is held, and nothing beyond its end', async () => {
    const { id } = await accepted(file('a.csv'));
    const { id: held } = intakes.hold('b.csv', 'id,name\n1,a\n', 0);
    for (const each of [id, held]) {
      const part = await intakes.serve(each, { from: 3, to: 7 });
      expect(part.headers.get('content-length')).toBe('4');
      expect(await part.text()).toBe('name');
      expect(await (await intakes.serve(each, { from: 12, to: 12 })).text()).toBe('');
      for (const [from, to] of [
        [0, 13],
        [-1, 2],
        [5, 4],
        [Number.NaN, 4],
        [0, 1.5],
      ] as const) {
        expect((await intakes.serve(each, { from, to })).status).toBe(416);
      }
    }
  });

  it('can be read again, until it is released', async () => {
    const { id } = await accepted(file('a.csv'));
    expect(await (await intakes.serve(id)).text()).toBe('id,name\n1,a\n');
    expect(await (await intakes.serve(id)).text()).toBe('id,name\n1,a\n');
    intakes.release(id);
    expect((await intakes.serve(id)).status).toBe(404);
  });

  it.each(['', 'made-up', '00000000-0000-4000-8000-000000000000', '../../etc/passwd', '__proto__'])(
    'knows no id %j',
    async (id) => {
      await accepted(file('a.csv'));
      expect((await intakes.serve(id)).status).toBe(404);
    },
  );

  it('refuses a file that is gone, has grown, or was written again', async () => {
    const gone = file('gone.csv');
    const grown = file('grown.csv');
    const rewritten = file('rewritten.csv');
    const [a, b, c] = [await accepted(gone), await accepted(grown), await accepted(rewritten)];
    rmSync(gone);
    writeFileSync(grown, 'id,name\n1,a\n2,b\n');
    writeFileSync(rewritten, 'id,name\n2,b\n');
    utimesSync(rewritten, new Date(), new Date(Date.now() + 5000));
    expect((await intakes.serve(a.id)).status).toBe(410);
    expect((await intakes.serve(b.id)).status).toBe(409);
    expect((await intakes.serve(c.id)).status).toBe(409);
  });

  it('refuses a file that has grown and still has its old date', async () => {
    const path = file('a.csv');
    const date = new Date(1_700_000_000_000);
    utimesSync(path, date, date);
    const { id } = await accepted(path);
    writeFileSync(path, 'id,name\n1,a\n2,b\n');
    utimesSync(path, date, date);
    expect((await intakes.serve(id)).status).toBe(409);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 400_000)],
    ['made longer', (path: string) => writeFileSync(path, 'x'.repeat(1000), { flag: 'a' })],
  ])('ends with an error when the file is %s while it is read', async (_what, change) => {
    const path = file('big.csv', 'x'.repeat(2_000_000));
    const { id } = await accepted(path);
    const reader = (await intakes.serve(id)).body?.getReader();
    await reader?.read();
    change(path);
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow('changed');
  });

  it('reads no further ahead than one chunk, however large the file', async () => {
    const path = file('big.csv', 'x'.repeat(4_000_000));
    const { id } = await accepted(path);
    const reader = (await intakes.serve(id)).body?.getReader();
    let delivered = (await reader?.read())?.value?.byteLength ?? 0;
    // What was not read by now is gone: whatever still comes had been read ahead.
    truncateSync(path, 0);
    await expect(
      (async () => {
        for (;;) delivered += (await reader?.read())?.value?.byteLength ?? 0;
      })(),
    ).rejects.toThrow('changed');
    expect(delivered).toBeLessThanOrEqual(2 * 256 * 1024);
  });

  it.runIf(process.platform === 'linux')('lets go of the file when the page stops reading', async () => {
    const { id } = await accepted(file('big.csv', 'x'.repeat(4_000_000)));
    const reader = (await intakes.serve(id)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const open = readdirSync('/proc/self/fd').map((fd) => linkTarget(`/proc/self/fd/${fd}`));
    expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
  });
});

/** Where a link leads; '' for one that has gone meanwhile, as the list of open files' own does. */
function linkTarget(link: string): string {
  try {
    return readlinkSync(link, 'utf8');
  } catch {
    return '';
  }
}
