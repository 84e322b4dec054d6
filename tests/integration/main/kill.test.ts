import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createJsonStore } from '#main/files/json-store.ts';

const WRITER = join(import.meta.dirname, 'endless-writer.ts');
const KEEPER = join(import.meta.dirname, 'endless-keeper.ts');
const KILLS = 12;
let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer, kills it `afterMs` after its first finished write, and gives the last count it said was written. */
async function writeAndKill(path: string, afterMs: number): Promise<number> {
  const writer = fork(WRITER, [path], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let last = 0;
  writer.on('message', (count: number) => (last = count));
  await new Promise((resolve) => writer.once('message', resolve));
  await wait(afterMs);
  const exited = new Promise((resolve) => writer.once('exit', resolve));
  writer.kill('SIGKILL');
  await exited;
  return last;
}

it('a program that is killed again and again while it writes loses nothing it said was written', async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
  const path = join(folder, 'state.json');
  const parse = (json: unknown): number | null => {
    const { count, filler } = json as { count: number; filler: string };
    return filler.length === 200_000 ? count : null;
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await writeAndKill(path, kill * 7);
    const reading = await createJsonStore(path, parse).read();
    expect(reading.kind).toBe('value');
    // The one that was being written may have come through as well.
    expect(reading.kind === 'value' && reading.value).toBeGreaterThanOrEqual(said);
  }
});

it('a program that is killed while it keeps files has each file whole or not at all', async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
  const source = join(folder, 'banner.bin');
  const library = join(folder, 'library');
  const bytes = Buffer.alloc(3_000_000, 'banner');
  writeFileSync(source, bytes);
  const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
  const said: string[] = [];
  for (let kill = 0; kill < 6; kill++) {
    const keeper = fork(KEEPER, [source, library], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    keeper.on('message', (fileId: string) => said.push(fileId));
    await new Promise((resolve) => keeper.once('message', resolve));
    await wait(kill * 5);
    const exited = new Promise((resolve) => keeper.once('exit', resolve));
    keeper.kill('SIGKILL');
    await exited;
  }
  const there = readdirSync(library).filter((name) => !name.startsWith('.'));
  expect(there).toEqual(expect.arrayContaining(said));
  for (const name of there) expect(digest(readFileSync(join(library, name))), name).toBe(digest(bytes));
});
