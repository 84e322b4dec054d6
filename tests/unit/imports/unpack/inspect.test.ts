import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixtureFiles } from '#tests/support/make-exports.ts';
import { tempFolder } from '#tests/unit/main/temp-folder.ts';
import { ascii } from './helpers.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PARTNERIZE = fixtureFiles().get('partnerize/2026-05-31.csv') ?? '';
const IMPACT = fixtureFiles().get('impact/2026-05-31.csv') ?? '';

interface Report {
  readonly file: string;
  readonly profile?: string;
  readonly counts?: unknown;
  readonly error?: { readonly code: string };
}

function inspect(folder: string, ...args: readonly string[]): { readonly code: number | null; readonly out: Report[] } {
  const run = spawnSync(process.execPath, ['scripts/inspect.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'));
  return { code: run.status, out: lines.map((line) => JSON.parse(line) as Report) };
}

describe('inspect, of packed files', () => {
  it('says of each export in an archive, and of a gzip file, what it says of it unpacked', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'p.csv'), PARTNERIZE);
    writeFileSync(join(folder, 'i.csv'), IMPACT);
    writeFileSync(join(folder, 'p.gz'), gzipSync(ascii(PARTNERIZE)));
    writeFileSync(
      join(folder, 'all.zip'),
      zipSync({ 'may/p.csv': ascii(PARTNERIZE), 'i.csv': ascii(IMPACT), 'x.pdf': ascii('%PDF-1.7') }),
    );
    const { out, code } = inspect(folder, 'p.csv', 'i.csv', 'p.gz', 'all.zip');
    const [p, i, gz, zipped, zippedToo, pdf] = out.map(({ file: _, ...rest }) => rest);
    expect(p).toMatchObject({ profile: 'partnerize-conversions' });
    expect(i).toMatchObject({ profile: 'impact-action-listing' });
    expect(gz).toEqual(p);
    expect(zipped).toEqual(p);
    expect(zippedToo).toEqual(i);
    expect(pdf).toMatchObject({ error: { code: 'not-text' } });
    expect(out.map(({ file }) => file).slice(3)).toEqual(['all.zip › may/p.csv', 'all.zip › i.csv', 'all.zip › x.pdf']);
    expect(code).toBe(1);
  });

  it('writes each table into the one folder, wherever an archive says it lies', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.zip'), zipSync({ 'x/p.csv': ascii(PARTNERIZE), 'y\\p.csv': ascii(PARTNERIZE) }));
    writeFileSync(join(folder, 'june.xlsx'), readFileSync(join(ROOT, 'tests/fixtures/workbooks/xlsxwriter.xlsx')));
    expect(inspect(folder, '--as', 'csv', '--out', 'out', 'a.zip', 'june.xlsx').code).toBe(0);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['june.csv', 'p (2).csv', 'p.csv']);
    expect(readFileSync(join(folder, 'out/june.csv'), 'utf8')).toMatch(
      /^Action Id,Action Date,.*\r\n000123,2026-06-01 14:30:05,/,
    );
    const about = execFileSync(
      process.execPath,
      ['scripts/inspect.ts', '--as', 'csv', '--sheet', 'About', join(folder, 'june.xlsx')],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect(about).toContain('Pawsome Pets');
  });

  it('says of a damaged archive that it is, by its name', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'cut.zip'), zipSync({ 'p.csv': ascii(PARTNERIZE) }).subarray(0, 400));
    const { out, code } = inspect(folder, 'cut.zip');
    expect(out).toMatchObject([{ file: 'cut.zip', error: { code: 'damaged-archive' } }]);
    expect(code).toBe(1);
  });
});
