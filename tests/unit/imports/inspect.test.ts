import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowsOfText } from '#shared/domain/imports/row-reader.ts';
import { fixtureFiles, toText } from '#tests/support/make-exports.ts';
import { encode } from './encode.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COMMA = { delimiter: ',', quote: '"', escape: 'doubled' } as const;
const fixtures = fixtureFiles();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inspect-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the script as npm would for someone who called it in `folder`. */
function inspect(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['scripts/inspect.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const put = (name: string, content: string | Uint8Array): void => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const objects = (out: string): unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

describe('inspect', () => {
  it('says of each file what was made of it, one line each', () => {
    put('a.csv', fixtures.get('partnerize/three-bad-rows.csv') ?? '');
    put('deep/b.csv', encode((fixtures.get('impact/2026-05-31.csv') ?? '').replaceAll(',', '\t'), 'utf-16le', true));
    const { code, out, err } = inspect('a.csv', 'deep/b.csv', '--program', 'Pawsome Pets', '--currency', 'usd');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [a, b] = objects(out);
    expect(a).toMatchObject({
      file: 'a.csv',
      profile: 'partnerize-conversions',
      read: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, rows: 20, skipped: [] },
      mapping: { transactionId: 'conversion_id', commission: 'publisher_commission', networkFee: 'commission' },
      counts: { rows: 20, accepted: 17, rejected: 3, repeatedKeys: 0 },
    });
    expect((a as { issues: unknown }).issues).toEqual([
      { line: 4, column: 'value', value: 'twelve', code: 'not-an-amount', message: expect.any(String) as string },
      {
        line: 6,
        column: 'conversion_date_time',
        value: 'yesterday',
        code: 'not-a-time',
        message: expect.any(String) as string,
      },
      { line: 8, column: 'conversion_id', value: '', code: 'empty', message: expect.any(String) as string },
    ]);
    expect(b).toMatchObject({
      file: 'deep/b.csv',
      profile: 'impact-action-listing',
      read: { encoding: 'utf-16le', delimiter: '\t', rows: 60 },
      counts: { rows: 60, accepted: 60, rejected: 0, repeatedKeys: 0 },
      issues: [],
    });
    const totals = (b as { totals: { currency: string; status: string; count: number; saleMicros: number }[] }).totals;
    expect(totals.every(({ currency, saleMicros }) => currency === 'USD' && Number.isSafeInteger(saleMicros))).toBe(
      true,
    );
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  });

  it('goes on after a file that cannot be read, and says so', () => {
    put('a.csv', fixtures.get('impact/2026-05-31.csv') ?? '');
    put('x.csv', 'a,b\n1,2\n');
    put('empty.csv', '');
    const { code, out, err } = inspect('none.csv', '.', 'empty.csv', 'x.csv', 'a.csv');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(objects(out)).toMatchObject([
      { file: 'none.csv', error: { code: 'not-found' } },
      { file: '.', error: { code: 'not-a-file' } },
      { file: 'empty.csv', error: { code: 'empty-file' } },
      { file: 'x.csv', error: { code: 'unknown-format' } },
      { file: 'a.csv', profile: 'impact-action-listing' },
    ]);
  });

  it('prints the table as read, also one that no profile knows', () => {
    put(
      'x.csv',
      encode('Report\r\n\r\na;b;c\r\n1;"x;""y""";Café\r\n\r\n2;"two\r\nlines";-\r\nTotal;;\r\n', 'windows-1252', false),
    );
    const { code, out, err } = inspect('--as', 'csv', 'x.csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('a,b,c\r\n1,"x;""y""",Café\r\n2,"two\r\nlines",-\r\nTotal,,\r\n');
  });

  it('writes a table for each file under its own name', () => {
    const text = fixtures.get('partnerize/2026-05-31.csv') ?? '';
    put('one/a.csv', toText(rowsOfText(text, COMMA).cells, '|'));
    put('two/a.csv', text);
    put('b.csv', 'x,y\n1,2');
    const { code, out, err } = inspect('--as', 'csv', '--out', 'tables', 'one/a.csv', 'two/a.csv', 'none.csv', 'b.csv');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(objects(err)).toMatchObject([{ file: 'none.csv', error: { code: 'not-found' } }]);
    expect(readdirSync(path.join(folder, 'tables')).sort()).toEqual(['a (2).csv', 'a.csv', 'b.csv']);
    const written = readFileSync(path.join(folder, 'tables', 'a (2).csv'), 'utf8');
    expect(rowsOfText(written, COMMA).cells).toEqual(rowsOfText(text, COMMA).cells);
    expect(readFileSync(path.join(folder, 'tables', 'a.csv'), 'utf8')).toBe(written);
  });

  it('does not write over the file that it reads', () => {
    put('a.csv', 'x;y\n1;2');
    expect(inspect('--as', 'csv', '--out', '.', 'a.csv')).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(path.join(folder, 'a.csv'), 'utf8')).toBe('x;y\n1;2');
  });

  it.each([[[]], [['--as', 'xml', 'a.csv']], [['--zone', 'Mars/Olympus', 'a.csv']], [['--what', 'a.csv']]])(
    'says how it is called: %j',
    (args) => {
      const { code, out, err } = inspect(...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('Usage:');
    },
  );
});
