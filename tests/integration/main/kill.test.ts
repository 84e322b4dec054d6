import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createJsonStore } from '#main/files/json-store.ts';

const WRITER = join(import.meta.dirname, 'endless-writer.ts');
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
