import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What no file of the repository may say: where one machine fetched its packages, where one person keeps her notes. */
const REPOSITORY = resolve(import.meta.dirname, '../../..');

const MADE = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', '.git']);
const files = globSync('**/*', {
  cwd: REPOSITORY,
  withFileTypes: true,
  exclude: (entry) => MADE.has(entry.name),
})
  .filter((entry) => entry.isFile())
  .map((entry) => resolve(entry.parentPath, entry.name).slice(REPOSITORY.length + 1));
const text = (path: string): string => readFileSync(resolve(REPOSITORY, path), 'latin1');

describe('no file', () => {
  // Put together here, so that this file does not find itself.
  it.each([
    ['names a package registry', new RegExp(['registry', '(npmjs|yarnpkg|npmmirror)'].join('\\.'))],
    ['names a folder of one machine', new RegExp(['(^|[\\s"\'`(=:])/', 'work/'].join(''), 'm')],
    [
      'points at notes outside of it',
      new RegExp(['\\.\\./shared/(\\.\\./)*(HOUSE|FACE|README|', 'reference)'].join('')),
    ],
    ['cites notes outside of it', new RegExp(['\\b(HOUSE|FACE)', '(\\.md\\b|,? section| rule)'].join(''))],
  ])('%s', (_what, pattern) => {
    expect(files.filter((path) => pattern.test(text(path)))).toEqual([]);
  });
});

it('sees the files', () => {
  expect(files).toContain('package.json');
  expect(files).toContain('tests/unit/fences/repository.test.ts');
  expect(files.some((path) => path.startsWith('node_modules/'))).toBe(false);
});

it('locks versions and checksums, not the addresses that they came from', () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
  }
  const { packages } = JSON.parse(text('package-lock.json')) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  expect(entries.length).toBeGreaterThan(300);
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(entries.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});

it('pins every package exactly', () => {
  const manifest = JSON.parse(text('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const ranges = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] });
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
