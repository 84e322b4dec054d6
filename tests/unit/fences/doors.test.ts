import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** Each named door of eslint.config.js, tried from the one folder that may and from those that may not. */
const cwd = resolve(import.meta.dirname, '../../..');

/** For files that are not there: the rules that read only the text. */
const byText = new ESLint({ cwd, overrideConfig: [tseslint.configs.disableTypeChecked] });
/** For rules that need types: the text is judged in the place of a file that a tsconfig knows. */
const byType = new ESLint({ cwd });

async function judge(eslint: ESLint, filePath: string, text: string): Promise<ESLint.LintResult['messages']> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages ?? [];
}

interface Door {
  readonly door: string;
  readonly inside: string;
  readonly outside: readonly string[];
  /** Ways of going through: each one alone must be seen. */
  readonly ways: readonly string[];
}

const EVERYWHERE = [
  'main/index.ts',
  'main/ipc/files.ts',
  'main/security/csp.ts',
  'main/windows/tray.ts',
  'preload/index.ts',
  'renderer/app/App.tsx',
  'renderer/db/schema.ts',
  'renderer/features/tasks/Tasks.tsx',
  'renderer/ledger/worker.ts',
  'renderer/platform/desk.ts',
  'renderer/session/period.ts',
  'renderer/ui/Button.tsx',
  'shared/domain/imports/read.ts',
  'shared/domain/ledger/apply.ts',
  'shared/ipc/contract.ts',
  'shared/lib/day.ts',
];
const everywhereBut = (...folders: string[]): string[] =>
  EVERYWHERE.filter((file) => !folders.some((folder) => file.startsWith(folder)));
const within = (...folders: string[]): string[] =>
  EVERYWHERE.filter((file) => folders.some((folder) => file.startsWith(folder)));

const importing = (name: string): string[] => [
  `import x from '${name}'; x();`,
  `import type { X } from '${name}'; export type Y = X;`,
  `import '${name}/sub';`,
  `export { x } from '${name}';`,
  `export * from '${name}';`,
  `export const x = await import('${name}');`,
  `export type X = import('${name}').X;`,
  `export const x = require('${name}');`,
];

const DOORS: readonly Door[] = [
  {
    door: 'ipc-main',
    inside: 'main/ipc/register.ts',
    outside: everywhereBut('main/ipc/'),
    ways: [
      `import { ipcMain } from 'electron'; ipcMain.handle('a', () => 1);`,
      `import { ipcMain as other } from 'electron'; other.handle('a', () => 1);`,
      `import electron from 'electron'; electron.ipcMain.on('a', () => 1);`,
      `import electron from 'electron'; electron['ipcMain'].on('a', () => 1);`,
      `const { ipcMain: door } = await import('electron'); door.on('a', () => 1);`,
    ],
  },
  {
    door: 'ipc-renderer',
    inside: 'preload/index.ts',
    outside: everywhereBut('preload/'),
    ways: [
      `import { ipcRenderer } from 'electron'; ipcRenderer.on('a', () => 1);`,
      `import electron from 'electron'; electron['ipcRenderer'].on('a', () => 1);`,
    ],
  },
  {
    door: 'web-contents-send',
    inside: 'main/ipc/events.ts',
    outside: within('main/index', 'main/security', 'main/windows'),
    ways: [
      `win.webContents.send('a', 1);`,
      `win?.webContents?.send('a', 1);`,
      `win.webContents['send']('a', 1);`,
      `contents.send('a', 1);`,
      `event.senderFrame.send('a', 1);`,
      `win.webContents.sendToFrame(1, 'a');`,
      `win.webContents.postMessage('a', 1);`,
    ],
  },
  {
    door: 'open-external',
    inside: 'main/security/links.ts',
    outside: EVERYWHERE,
    ways: [
      `import { shell } from 'electron'; await shell.openExternal('https://example.com');`,
      `import { shell } from 'electron'; await shell['openExternal']('https://example.com');`,
      `const { openExternal } = shell; await openExternal('https://example.com');`,
    ],
  },
  {
    door: 'dexie',
    inside: 'renderer/db/migrations/0001-first.ts',
    outside: everywhereBut('renderer/db/'),
    ways: importing('dexie'),
  },
  {
    door: 'dexie-react-hooks',
    inside: 'renderer/features/tasks/TaskList.tsx',
    outside: everywhereBut('renderer/features/'),
    ways: importing('dexie-react-hooks'),
  },
  {
    door: 'papaparse',
    inside: 'shared/domain/imports/rows.ts',
    outside: everywhereBut('shared/domain/imports/'),
    ways: importing('papaparse'),
  },
  {
    door: 'window-desk',
    inside: 'renderer/platform/desk.ts',
    outside: within('renderer/', 'shared/').filter((file) => !file.startsWith('renderer/platform/')),
    ways: [
      `export const x = window.desk;`,
      `export const x = window['desk'];`,
      `export const x = globalThis.desk.files;`,
      `export const x = (self as unknown as { desk: number }).desk;`,
      `export const { desk } = window;`,
      `export const { desk: other } = globalThis as unknown as { desk: number };`,
    ],
  },
  {
    door: 'shared-clock',
    inside: 'renderer/session/period.ts',
    outside: within('shared/'),
    ways: [
      `export const now = Date.now();`,
      `export const now = Date['now']();`,
      `export const clock = Date.now;`,
      `export const now = new Date();`,
      `export const now = Date();`,
      `export const now = performance.now();`,
    ],
  },
  {
    door: 'shared-chance',
    inside: 'renderer/ui/Button.tsx',
    outside: within('shared/'),
    ways: [`export const x = Math.random();`, `export const x = Math['random']();`],
  },
];

describe.each(DOORS)('door/$door', ({ door, inside, outside, ways }) => {
  it.each(ways)('sees %s', async (way) => {
    for (const file of outside) {
      const messages = (await judge(byText, file, way)).filter((message) => message.ruleId?.startsWith('door/'));
      expect(messages.map(({ ruleId, severity }) => `${file} ${String(severity)} ${ruleId ?? ''}`)).toContain(
        `${file} 2 door/${door}`,
      );
    }
    const messages = await judge(byText, inside, way);
    expect(messages.filter(({ ruleId }) => ruleId === `door/${door}`)).toEqual([]);
  });

  it('says what to do instead', async () => {
    const messages = await judge(byText, outside[0] ?? '', ways[0] ?? '');
    const message = messages.find(({ ruleId }) => ruleId === `door/${door}`)?.message ?? '';
    expect(message).toMatch(/^(Only|shared\/ has no) .+: .+\.$/);
  });
});

it.each([
  ['shared/lib/day.ts', `export const at = new Date(0);`],
  ['shared/lib/day.ts', `export const today = (now: number) => new Date(now).getTime();`],
  ['renderer/ui/Button.tsx', `export const x = ({ desk }: { desk: { name: string } }) => desk.name;`],
  ['renderer/features/tasks/Tasks.tsx', `export const x = (props: { desk: number }) => props.desk;`],
  ['main/windows/tray.ts', `export const x = (port: MessagePort) => port.postMessage(1);`],
  ['renderer/db/schema.ts', `import { Dexie } from 'dexie'; export const x = Dexie;`],
])('%s: leaves alone %s', async (file, text) => {
  expect(await judge(byText, file, text)).toEqual([]);
});

describe('rules for all code', () => {
  const rules = async (eslint: ESLint, file: string, text: string): Promise<string[]> =>
    (await judge(eslint, file, text)).map(({ ruleId, severity }) => `${String(severity)} ${ruleId ?? 'unreadable'}`);
  // A file of the smallest of the projects, since a project is read as a whole.
  const here = 'shared/lib/money.ts';

  it('wants named exports, but of settings', async () => {
    expect(await rules(byText, 'shared/lib/day.ts', `export default 1;`)).toEqual(['2 house/named-exports']);
    expect(await rules(byText, 'renderer/app/App.tsx', `const a = 1; export { a as default };`)).toEqual([
      '2 house/named-exports',
    ]);
    expect(await rules(byText, 'vitest.config.ts', `export default 1;`)).toEqual([]);
  });

  it('warns over 300 lines, fails over 400, counts no fixtures', async () => {
    const lines = (count: number): string => Array.from({ length: count }, () => '//').join('\n');
    expect(await rules(byText, 'main/index.ts', lines(300))).toEqual([]);
    expect(await rules(byText, 'main/index.ts', lines(301))).toEqual(['1 max-lines']);
    expect(await rules(byText, 'main/index.ts', lines(400))).toEqual(['1 max-lines']);
    expect(await rules(byText, 'main/index.ts', lines(401))).toEqual(['1 max-lines', '2 house/max-lines']);
    expect(await byText.isPathIgnored('tests/fixtures/exports/rows.ts')).toBe(true);
  });

  it.each([
    [`export const f = (): void => { Promise.resolve(); };`, '2 @typescript-eslint/no-floating-promises'],
    [`export const f = (x: any): void => { String(x); };`, '2 @typescript-eslint/no-explicit-any'],
    [`[1].forEach(async () => { await Promise.resolve(); });`, '2 @typescript-eslint/no-misused-promises'],
    [
      `export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 0; }`,
      '2 @typescript-eslint/switch-exhaustiveness-check',
    ],
    [`export const f = (x: string | null): string => x!;`, '2 @typescript-eslint/no-non-null-assertion'],
  ])('refuses %s', async (text, rule) => {
    expect(await rules(byType, here, text)).toContain(rule);
  });

  it('knows the rules of hooks in the renderer', async () => {
    const text = `import { useState } from 'react'; export function Part({ a }: { a: boolean }) { if (a) useState(1); return null; }`;
    expect(await rules(byText, 'renderer/app/App.tsx', text)).toContain('2 react-hooks/rules-of-hooks');
  });
});
