// @ts-check
/**
 * Which folder may import what. One row per folder: `own` is our code, `packages` are npm packages, both beside the
 * folder itself; what a row does not name is forbidden. `types` may be imported with `import type` alone.
 * tests/unit/fences holds the same table a second time and tries every cell, so that a loosened row is noticed.
 */

/**
 * The folders of shared/domain, downhill: each may import itself and those above it. What only knows numbers and rows
 * comes first, what speaks about people and their work later, what gathers everything last.
 */
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

const LIB_PACKAGES = ['big.js', 'date-fns', '@date-fns/tz', 'zod'];
const DOMAIN_PACKAGES = [...LIB_PACKAGES, 'croner', 'fastest-levenshtein', 'fflate', 'read-excel-file', 'chardet'];

/** Imports alone may parse CSV, so that the worker, `inspect` and the tests read with the same code; conversations alone, mails. */
const OWN_PACKAGES = { imports: ['papaparse'], conversations: ['postal-mime'] };

const ROWS = [
  { name: 'shared/lib', from: '^shared/lib/', own: [], packages: LIB_PACKAGES },
  ...DOMAIN.map((folder, index) => ({
    name: `shared/domain/${folder}`,
    from: `^shared/domain/${folder}/`,
    own: ['^shared/lib/', ...DOMAIN.slice(0, index).map((above) => `^shared/domain/${above}/`)],
    packages: [...DOMAIN_PACKAGES, ...(OWN_PACKAGES[folder] ?? [])],
  })),
  {
    name: 'shared/ipc',
    from: '^shared/ipc/',
    own: ['^shared/lib/', '^shared/domain/'],
    types: ['^shared/domain/'],
    packages: ['zod'],
  },
  {
    name: 'main',
    from: '^main/',
    // The tray's picture is built into it.
    own: ['^shared/', '^assets/tray/'],
    packages: ['electron', 'electron-updater', 'electron-log'],
    node: true,
  },
  { name: 'preload', from: '^preload/', own: ['^shared/ipc/channels\\.ts$'], packages: ['electron'] },
  {
    name: 'renderer/ui',
    from: '^renderer/ui/',
    own: ['^shared/lib/'],
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
    from: '^renderer/session/',
    own: ['^renderer/platform/', '^shared/'],
    packages: ['react', 'zustand'],
  },
  {
    name: 'renderer/db',
    from: '^renderer/db/(?!migrations/)',
    own: ['^renderer/db/migrations/', '^shared/'],
    packages: ['dexie'],
  },
  // Not even our own code: it will change under a migration, which must go on meaning what it meant.
  {
    name: 'renderer/db/migrations',
    from: '^renderer/db/migrations/',
    own: [],
    packages: ['dexie'],
    types: ['node_modules/dexie/'],
  },
  // The worker computes; only the client, which lives in the window, asks main for the grant of space.
  {
    name: 'renderer/ledger',
    from: '^renderer/ledger/(?!client)',
    own: ['^renderer/ledger/', '^renderer/db/', '^shared/'],
    packages: [],
  },
  {
    name: 'renderer/ledger/client',
    from: '^renderer/ledger/client',
    own: ['^renderer/ledger/', '^renderer/db/', '^renderer/platform/', '^shared/'],
    packages: [],
  },
  { name: 'renderer/platform', from: '^renderer/platform/', own: ['^shared/ipc/'], packages: [] },
  {
    name: 'renderer/features',
    from: '^renderer/features/[^/]+/',
    // Other features are kept out by a rule of their own below: this row cannot say "not my neighbour".
    own: ['^renderer/(features|session|db|ledger|platform|ui)/', '^shared/'],
    packages: ['react', 'zustand', 'dexie-react-hooks', 'react-aria-components', 'lucide-react'],
  },
  {
    name: 'renderer/app',
    from: '^renderer/(app/|[^/]+$)',
    own: ['^renderer/', '^shared/'],
    packages: ['react', 'react-dom', 'react-aria-components', 'lucide-react'],
  },
];

const OWN = '^(main|preload|renderer|shared|tests|scripts|assets)/';
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const rules = ROWS.flatMap(({ name, from, own, packages, types = [], node = false }) => {
  const mayImport = [...own.map((path) => path.replace(/^\^/, '')), ...packages].join(', ') || 'nothing';
  return [
    {
      name: `folders: ${name}`,
      severity: 'error',
      comment: `${name} may import: ${mayImport}. Pass what it needs in as an argument, or move the code.`,
      from: { path: from },
      to: { path: OWN, pathNot: [from, ...own] },
    },
    {
      name: `packages: ${name}`,
      severity: 'error',
      comment: `${name} may use: ${mayImport}. Ask a folder that may, or add the package to its row with a reason.`,
      from: { path: from },
      to: {
        pathNot: [OWN, ...packages.map((pkg) => `node_modules/${escape(pkg)}/`)],
        ...(node ? { dependencyTypesNot: ['core'] } : {}),
      },
    },
    ...types.map((path) => ({
      name: `types only: ${name}`,
      severity: 'error',
      comment: `${name} may know the types of these, not run their code: write \`import type\`.`,
      from: { path: from },
      to: { path, dependencyTypesNot: ['type-only'] },
    })),
  ];
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'features apart',
      severity: 'error',
      comment: 'A feature knows no other feature: move what both need to session, db, ui or shared/domain.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'no cycles',
      severity: 'error',
      comment: 'These files import each other in a ring: move what they share into a third file below both.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'has a row',
      severity: 'error',
      comment: 'This file lies in a folder without a row in .dependency-cruiser.cjs: move it, or write the row.',
      from: { path: '^(main|preload|renderer|shared)/', pathNot: ROWS.map((row) => row.from) },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    // Types are arrows too; 'specify' would drop `import type` from the cycles.
    tsPreCompilationDeps: true,
    extraExtensionsToScan: ['.css'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
