import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStateStore, isNewer } from '#main/files/state.ts';
import { tempFolder } from './temp-folder.ts';

const STATE = { generation: 2, installId: 'abc', rowCounts: { affiliates: 12, segments: 3 } };
let path = '';

beforeEach(() => {
  path = join(tempFolder(), 'state.json');
});

describe('state.json', () => {
  it('remembers what the page recorded, and by which version', async () => {
    expect(await createStateStore(path, '1.2.3').read()).toEqual({ kind: 'first-run' });
    await createStateStore(path, '1.2.3').record(STATE);
    expect(await createStateStore(path, '1.2.4').read()).toEqual({ kind: 'known', lastVersion: '1.2.3', ...STATE });
  });

  it('refuses what a later version wrote, whatever else stands in it', async () => {
    writeFileSync(path, JSON.stringify({ lastVersion: '2.0.0', somethingNew: [1] }));
    expect(await createStateStore(path, '1.9.9').read()).toEqual({ kind: 'newer', lastVersion: '2.0.0' });
    expect(await createStateStore(path, '2.0.0').read()).toEqual({ kind: 'unreadable' });
  });

  it.each([
    ['no JSON', '{'],
    ['no version', JSON.stringify(STATE)],
    ['a generation that is none', JSON.stringify({ ...STATE, lastVersion: '1.0.0', generation: 'x' })],
    ['null', 'null'],
  ])('does not take %s for a first run', async (_what, text) => {
    writeFileSync(path, text);
    expect(await createStateStore(path, '1.2.3').read()).toEqual({ kind: 'unreadable' });
  });

  it('keeps the state of before', async () => {
    const store = createStateStore(path, '1.2.3');
    await store.record(STATE);
    await store.record({ ...STATE, generation: 3 });
    expect(JSON.parse(readFileSync(`${path}.previous`, 'utf8'))).toMatchObject({ generation: 2 });
  });

  it.each([
    ['1.2.4', '1.2.3', true],
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.99.99', true],
    ['1.2.3', '1.2.3', false],
    ['1.2.3', '1.2.4', false],
    ['0.9.0', '1.0.0', false],
    ['1.2.3-beta.1', '1.2.3', false],
    ['1.3', '1.2.9', true],
    ['nonsense', '0.0.1', false],
  ])('isNewer(%s, %s) is %s', (a, b, expected) => {
    expect(isNewer(a, b)).toBe(expected);
  });
});
