import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** One tsconfig per process: each names what its process has, and denies the rest by not compiling. */
const REPOSITORY = resolve(import.meta.dirname, '../../..');

function settingsOf(folder: string): ts.ParsedCommandLine {
  const file = join(REPOSITORY, folder, 'tsconfig.json');
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }: ts.Diagnostic): void => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const settings = ts.getParsedCommandLineOfConfigFile(file, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic });
  if (settings === undefined) throw new Error(`${file} cannot be read`);
  return settings;
}

/** Compiles lines, one file each, as if they stood in `folder`, together with everything that does stand there. */
function compilingIn(folder: string, lines: readonly string[]): readonly string[] {
  const settings = settingsOf(folder);
  const options: ts.CompilerOptions = { ...settings.options, composite: false, incremental: false, noEmit: true };
  const probes = new Map(lines.map((line, i) => [join(REPOSITORY, folder, `fence-probe-${String(i)}.ts`), line]));
  const host = ts.createCompilerHost(options);
  const read = (path: string): string | undefined => probes.get(path) ?? host.readFile(path);
  const program = ts.createProgram({
    rootNames: [...settings.fileNames, ...probes.keys()],
    options,
    host: {
      ...host,
      fileExists: (path) => probes.has(path) || host.fileExists(path),
      readFile: read,
      getSourceFile: (path, version) => {
        const text = read(path);
        return text === undefined ? undefined : ts.createSourceFile(path, text, version);
      },
    },
  });
  const errorsIn = (path: string): number => {
    const source = program.getSourceFile(path);
    return program.getSyntacticDiagnostics(source).length + program.getSemanticDiagnostics(source).length;
  };
  return [...probes].filter(([path]) => errorsIn(path) === 0).map(([, line]) => line);
}

const NODE = [
  `export const x = process.platform;`,
  `export const x = Buffer.from('a');`,
  `export const x = require('fs');`,
  `export const x = __dirname;`,
  `import { readFile } from 'node:fs/promises'; export const x = readFile;`,
];
const PAGE = [
  `export const x = document.title;`,
  `export const x = window.innerWidth;`,
  `export const x = new XMLHttpRequest();`,
  `export const x = (element: HTMLElement): string => element.innerText;`,
  `export const x = indexedDB.open('a');`,
];
const EVERYWHERE = [
  `export const x = structuredClone({ a: 1 });`,
  `export const x = new TextDecoder('windows-1252').decode(new Uint8Array([128]));`,
  `export const x: string = crypto.randomUUID();`,
];

describe.each([
  { folder: 'shared', has: EVERYWHERE, lacks: [...NODE, ...PAGE] },
  {
    folder: 'main',
    has: [...EVERYWHERE, `export const x = process.platform;`, `export const x = Buffer.from('a');`],
    lacks: PAGE,
  },
  { folder: 'renderer', has: [...EVERYWHERE, ...PAGE], lacks: NODE },
])('$folder', ({ folder, has, lacks }) => {
  it('compiles what its process has and refuses what it lacks', () => {
    expect(compilingIn(folder, [...has, ...lacks])).toEqual(has);
  });
});

it.each(['shared', 'main', 'preload', 'renderer', 'tests'])('%s is compiled strictly', (folder) => {
  expect(settingsOf(folder).options).toMatchObject({
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noFallthroughCasesInSwitch: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
  });
});
