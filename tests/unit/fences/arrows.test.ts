import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The table of allowed arrows once more, written by hand, tried cell by cell: a tree of files with one import each is
 * put beside the real .dependency-cruiser.cjs and the real command judges it. What a row does not name must fail.
 */
const REPOSITORY = resolve(import.meta.dirname, '../../..');

interface Row {
  /** The name of the row, which its rules carry. */
  readonly name: string;
  /** The files of this row begin so. */
  readonly at: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const LIB = ['big.js', 'date-fns', '@date-fns/tz', 'zod'];
const BUSINESS = [...LIB, 'croner', 'fastest-levenshtein', 'fflate', 'read-excel-file', 'chardet'];
const DOMAIN = [
  'ledger',
  'affiliates',
  'imports',
  'metrics',
  'commissions',
  'payouts',
  'pipeline',
  'conversations',
  'materials',
  'segments',
  'tasks',
  'schedules',
  'reports',
  'search',
];
const SHARED = [
  'shared/lib',
  ...DOMAIN.map((folder) => `shared/domain/${folder}`),
  'shared/ipc',
  'shared/ipc/channels',
];
const RENDERER = [
  ...['ui', 'session', 'db', 'db/migrations', 'ledger', 'ledger/client', 'platform'].map((name) => `renderer/${name}`),
  ...['features/alpha', 'features/beta', 'app', 'root'].map((name) => `renderer/${name}`),
];

/** Every folder that something could be imported from; each gets a file that imports nothing. */
const TARGETS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...SHARED, ...RENDERER, 'main', 'preload', 'tests', 'scripts'].map((at) => [at, `${at}/leaf`]),
  ),
  'shared/ipc/channels': 'shared/ipc/channels',
  'renderer/ledger/client': 'renderer/ledger/client-leaf',
  'renderer/root': 'renderer/leaf',
};

const ROWS: readonly Row[] = [
  { name: 'shared/lib', at: 'shared/lib/', folders: ['shared/lib'], packages: LIB },
  ...DOMAIN.map((folder, index) => ({
    name: `shared/domain/${folder}`,
    at: `shared/domain/${folder}/`,
    folders: ['shared/lib', ...DOMAIN.slice(0, index + 1).map((above) => `shared/domain/${above}`)],
    packages: [
      ...BUSINESS,
      ...(folder === 'imports' ? ['papaparse'] : folder === 'conversations' ? ['postal-mime'] : []),
    ],
  })),
  {
    name: 'shared/ipc',
    at: 'shared/ipc/',
    folders: ['shared/lib', 'shared/ipc', 'shared/ipc/channels'],
    packages: ['zod'],
  },
  {
    name: 'main',
    at: 'main/windows/',
    folders: ['main', ...SHARED],
    packages: ['electron', 'electron-updater', 'electron-log', 'node:fs'],
  },
  { name: 'preload', at: 'preload/', folders: ['preload', 'shared/ipc/channels'], packages: ['electron'] },
  {
    name: 'renderer/ui',
    at: 'renderer/ui/',
    folders: ['renderer/ui', 'shared/lib'],
    packages: [
      'react',
      'react-aria-components',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'chart.js',
      'lucide-react',
    ],
  },
  {
    name: 'renderer/session',
    at: 'renderer/session/',
    folders: ['renderer/session', 'renderer/platform', ...SHARED],
    packages: ['react', 'zustand'],
  },
  {
    name: 'renderer/db',
    at: 'renderer/db/',
    folders: ['renderer/db', 'renderer/db/migrations', ...SHARED],
    packages: ['dexie'],
  },
  { name: 'renderer/db/migrations', at: 'renderer/db/migrations/', folders: ['renderer/db/migrations'], packages: [] },
  {
    name: 'renderer/ledger',
    at: 'renderer/ledger/',
    folders: ['renderer/ledger', 'renderer/ledger/client', 'renderer/db', 'renderer/db/migrations', ...SHARED],
    packages: [],
  },
  {
    name: 'renderer/ledger/client',
    at: 'renderer/ledger/client-',
    folders: [
      ...['renderer/ledger', 'renderer/ledger/client', 'renderer/db', 'renderer/db/migrations', 'renderer/platform'],
      ...SHARED,
    ],
    packages: [],
  },
  {
    name: 'renderer/platform',
    at: 'renderer/platform/',
    folders: ['renderer/platform', 'shared/ipc', 'shared/ipc/channels'],
    packages: [],
  },
  {
    name: 'renderer/features',
    at: 'renderer/features/alpha/',
    folders: [...RENDERER.filter((at) => !/beta|app|root/.test(at)), ...SHARED],
    packages: ['react', 'zustand', 'dexie-react-hooks', 'react-aria-components', 'lucide-react'],
  },
  ...['renderer/app/', 'renderer/'].map((at) => ({
    name: 'renderer/app',
    at,
    folders: [...RENDERER, ...SHARED],
    packages: ['react', 'react-dom', 'react-aria-components', 'lucide-react'],
  })),
];

/** Beside the cells: file, its text, and the rules that it must break. */
const SPECIAL: readonly (readonly [file: string, text: string, breaks: readonly string[]])[] = [
  ['shared/ipc/type-of-domain.ts', `import type { leaf } from '#shared/domain/tasks/leaf.ts';`, []],
  ['shared/ipc/value-of-domain.ts', `import '#shared/domain/tasks/leaf.ts';`, ['types only: shared/ipc']],
  ['renderer/db/migrations/type-of-dexie.ts', `import type { Table } from 'dexie';`, []],
  ['renderer/db/migrations/value-of-dexie.ts', `import Dexie from 'dexie';`, ['types only: renderer/db/migrations']],
  ['renderer/ui/type-of-db.ts', `import type { leaf } from '#renderer/db/leaf.ts';`, ['folders: renderer/ui']],
  ['renderer/ui/dynamic.ts', `await import('#renderer/db/leaf.ts');`, ['folders: renderer/ui']],
  ['renderer/ui/passed-on.ts', `export * from '#renderer/db/leaf.ts';`, ['folders: renderer/ui']],
  ['renderer/ui/relative.ts', `import '../db/leaf.ts';`, ['folders: renderer/ui']],
  ['renderer/ui/styled.ts', `import './look.css';`, []],
  ['renderer/ui/missing.ts', `import 'no-such-package';`, ['packages: renderer/ui']],
  ['renderer/ui/settings.ts', `import '../../package.json';`, ['packages: renderer/ui']],
  ['main/unbundled.ts', `import 'no-such-package';`, ['packages: main']],
  ['shared/domain/unlisted/file.ts', `import '#shared/lib/leaf.ts';`, ['has a row']],
  ['shared/domain/file.ts', `import '#shared/lib/leaf.ts';`, ['has a row']],
  ['shared/unlisted.ts', `import '#shared/lib/leaf.ts';`, ['has a row']],
  ['renderer/unlisted/file.ts', `import '#shared/lib/leaf.ts';`, ['has a row']],
  ['renderer/features/file.ts', `import '#shared/lib/leaf.ts';`, ['has a row']],
];

interface Manifest {
  readonly imports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const manifest = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest;
const PACKAGES = [
  ...new Set([
    ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
    ...ROWS.flatMap((row) => row.packages),
    'node:fs',
  ]),
];

const cell = (row: Row, kind: 'folder' | 'package', index: number): string => `${row.at}${kind}-${String(index)}.ts`;

/** Scripts are the one folder without an alias: nothing imports them. */
const specifier = (row: Row, leaf: string): string =>
  leaf.startsWith('scripts/') ? `${'../'.repeat(row.at.split('/').length - 1)}${leaf}.ts` : `#${leaf}.ts`;

let tree = '';
const broken = new Map<string, string[]>();

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'fences-'));
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']));
  await put('package.json', JSON.stringify({ name: 'tree', type: 'module', imports: manifest.imports, dependencies }));
  for (const name of PACKAGES.filter((each) => !each.startsWith('node:'))) {
    await put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await put(`node_modules/${name}/index.js`, '');
  }
  await put('renderer/ui/look.css', '');
  for (const leaf of Object.values(TARGETS)) await put(`${leaf}.ts`, 'export const leaf = 1;');
  for (const row of ROWS) {
    for (const [index, leaf] of Object.values(TARGETS).entries())
      await put(cell(row, 'folder', index), `import '${specifier(row, leaf)}';`);
    for (const [index, name] of PACKAGES.entries()) await put(cell(row, 'package', index), `import '${name}';`);
  }
  for (const [file, text] of SPECIAL) await put(file, text);
  await put('shared/lib/ring-a.ts', `import './ring-b.ts'; export type A = 1;`);
  await put('shared/lib/ring-b.ts', `import type { A } from './ring-a.ts';`);

  const command = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(REPOSITORY, '.dependency-cruiser.cjs');
  const folders = ['main', 'preload', 'renderer', 'shared'];
  const run = promisify(execFile)(
    process.execPath,
    [command, '--config', config, '--output-type', 'json', ...folders],
    { cwd: tree, maxBuffer: 2 ** 28 },
  );
  const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
  for (const { from, rule } of (JSON.parse(stdout) as Cruise).summary.violations)
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
});

afterAll(async () => {
  await rm(tree, { recursive: true, force: true });
});

describe.each(ROWS)('$at', (row) => {
  it('may import these folders and no other', () => {
    const passed = Object.keys(TARGETS).filter((_, index) => !broken.has(cell(row, 'folder', index)));
    expect(passed.toSorted()).toEqual(row.folders.toSorted());
  });

  it('may use these packages and no other', () => {
    const passed = PACKAGES.filter((_, index) => !broken.has(cell(row, 'package', index)));
    expect(passed.toSorted()).toEqual(row.packages.toSorted());
  });

  it('fails by its own rules', () => {
    const folders = Object.keys(TARGETS).flatMap((_, index) => broken.get(cell(row, 'folder', index)) ?? []);
    const packages = PACKAGES.flatMap((_, index) => broken.get(cell(row, 'package', index)) ?? []);
    for (const rule of folders)
      expect([`folders: ${row.name}`, `types only: ${row.name}`, 'features apart']).toContain(rule);
    for (const rule of packages) expect([`packages: ${row.name}`, `types only: ${row.name}`]).toContain(rule);
  });
});

it('lets no ring of files stand, be it of types', () => {
  const rules = ['shared/lib/ring-a.ts', 'shared/lib/ring-b.ts'].flatMap((file) => broken.get(file) ?? []);
  expect(rules).toContain('no cycles');
});

it.each(SPECIAL)('%s: %s', (file, _text, breaks) => {
  expect([...new Set(broken.get(file) ?? [])]).toEqual(breaks);
});
