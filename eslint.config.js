import reactHooks from 'eslint-plugin-react-hooks';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

/**
 * A door is one thing that only one folder may do. Each is a rule of its own, so that no two of them overwrite each
 * other's options and the report names the door.
 * tests/unit/fences tries every door from inside and from outside.
 */
const door = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [], messages: { shut: message } },
  create: (context) => ({ [selectors.join(',')]: (node) => context.report({ node, messageId: 'shut' }) }),
});

/** Every way to get at a package: import, export from, import(), require(), import('x').Type. */
const importOf = (pattern) => [
  `ImportDeclaration[source.value=${pattern}]`,
  `ExportNamedDeclaration[source.value=${pattern}]`,
  `ExportAllDeclaration[source.value=${pattern}]`,
  `ImportExpression[source.value=${pattern}]`,
  `TSImportType[source.value=${pattern}]`,
  `CallExpression[callee.name="require"][arguments.0.value=${pattern}]`,
];

/** A name, however it was reached: imported, taken from an object, or spelt as `electron['name']`. */
const nameOf = (name) => [`Identifier[name="${name}"]`, `MemberExpression[computed=true][property.value="${name}"]`];

const DOORS = {
  'ipc-main': {
    rule: door(
      'Only main/ipc may touch ipcMain: add the channel to shared/ipc/contract.ts and a handler in main/ipc.',
      ...nameOf('ipcMain'),
    ),
    open: ['main/ipc/**'],
  },
  'ipc-renderer': {
    rule: door(
      'Only preload may touch ipcRenderer: in the renderer, call the platform module in renderer/platform.',
      ...nameOf('ipcRenderer'),
    ),
    open: ['preload/**'],
  },
  'web-contents-send': {
    rule: door(
      'Only main/ipc may send to a window: call its typed sender, which knows the events of the contract.',
      'CallExpression[callee.property.name=/^(send|sendToFrame)$/]',
      'CallExpression[callee.property.value=/^(send|sendToFrame)$/]',
      'CallExpression[callee.property.name="postMessage"]:has(Identifier[name=/webContents/i])',
    ),
    files: ['main/**'],
    open: ['main/ipc/**'],
  },
  'open-external': {
    rule: door(
      'Only main/security/links.ts may open a link outside: call its gate, which checks the address.',
      ...nameOf('openExternal'),
    ),
    open: ['main/security/links.ts'],
  },
  dexie: {
    rule: door('Only renderer/db may import dexie: ask one of its repositories.', ...importOf('/^dexie($|\\u002F)/')),
    open: ['renderer/db/**'],
  },
  'dexie-react-hooks': {
    rule: door(
      'Only a feature may watch a query with dexie-react-hooks: pass the result down to here as a prop.',
      ...importOf('/^dexie-react-hooks($|\\u002F)/'),
    ),
    open: ['renderer/features/**'],
  },
  papaparse: {
    rule: door(
      'Only shared/domain/imports may import papaparse, so that everything reads with the same code: call its reader.',
      ...importOf('/^papaparse($|\\u002F)/'),
    ),
    open: ['shared/domain/imports/**'],
  },
  'window-desk': {
    rule: door(
      'Only renderer/platform may touch window.desk: import what you need from there, where tests can put a fake.',
      'MemberExpression[property.name="desk"]:has(Identifier[name=/^(window|globalThis|self)$/])',
      'MemberExpression[property.value="desk"]:has(Identifier[name=/^(window|globalThis|self)$/])',
      'VariableDeclarator:has(Identifier[name=/^(window|globalThis|self)$/]) > ObjectPattern > Property[key.name="desk"]',
    ),
    files: ['renderer/**', 'shared/**'],
    open: ['renderer/platform/**'],
  },
  'shared-clock': {
    rule: door(
      'shared/ has no clock: take `now` as an argument.',
      'MemberExpression[object.name="Date"][property.name="now"]',
      'MemberExpression[object.name="Date"][property.value="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="performance"][property.name="now"]',
    ),
    files: ['shared/**'],
    open: [],
  },
  'shared-chance': {
    rule: door(
      'shared/ has no chance in it: take the random value as an argument (ids come from newId).',
      'MemberExpression[object.name="Math"][property.name="random"]',
      'MemberExpression[object.name="Math"][property.value="random"]',
    ),
    files: ['shared/**'],
    open: [],
  },
};

const CODE = ['main/**', 'preload/**', 'renderer/**', 'shared/**'];

const doors = Object.entries(DOORS).map(([name, { files = CODE, open }]) => ({
  name: `door/${name}`,
  files: files.flatMap((folder) => [`${folder}/*.ts`, `${folder}/*.tsx`]),
  ignores: open,
  rules: { [`door/${name}`]: 'error' },
}));

const plugins = {
  door: { rules: Object.fromEntries(Object.entries(DOORS).map(([name, { rule }]) => [name, rule])) },
  house: {
    rules: {
      // The same rule a second time, because ESLint gives a rule one severity: 300 lines warn, 400 fail.
      'max-lines': builtinRules.get('max-lines'),
      'named-exports': door(
        'Export by name, so that a thing has one name everywhere.',
        'ExportDefaultDeclaration',
        'ExportSpecifier[exported.name="default"]',
      ),
    },
  },
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', 'test-results/', 'tests/fixtures/', '**/*.{js,cjs}'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins,
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An async function without await is how a function keeps to an asynchronous interface.
      '@typescript-eslint/require-await': 'off',
      // Objects here are records of functions, not classes: taking one out of them loses nothing.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['warn', { max: 300 }],
      'house/max-lines': ['error', { max: 400 }],
      'house/named-exports': 'error',
      eqeqeq: 'error',
    },
  },
  // Default exports that somebody else asks for: tools, packages described as they are, the module that the host imitates.
  {
    files: ['*.config.ts', 'scripts/support/*.setup.ts', '**/*.d.ts', 'tests/host/electron.ts'],
    rules: { 'house/named-exports': 'off' },
  },
  { files: ['renderer/{app,features,session,ui}/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  ...doors,
);
