import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportPreferences, webPreferences } from '#main/security/web-preferences.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

/** The program's own sources of a folder, by path. */
function sources(folder: string): [string, string][] {
  const root = join(import.meta.dirname, '../../..', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [join(folder, file), readFileSync(join(root, file), 'utf8')]);
}

/** What is left of Electron's security checklist (docs/tutorial/security.md) where a rule is a setting or a "never". */
describe("Electron's security checklist", () => {
  const preferences = webPreferences('/preload.cjs', false);

  it('2, 3, 4: pages have no Node, an isolated preload and the sandbox', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
    });
  });

  it('6, 8, 9, 10, 11: nothing is loosened, while developing either', () => {
    for (const each of [preferences, webPreferences('/preload.cjs', true)]) {
      expect(each).toMatchObject({
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      });
      expect(each).not.toHaveProperty('enableBlinkFeatures');
    }
  });

  it('has developer tools only while developing', () => {
    expect(preferences.devTools).toBe(false);
    expect(webPreferences('/preload.cjs', true).devTools).toBe(true);
  });

  it('makes every window with these settings', () => {
    const makers = sources('main').filter(([, text]) => /new (BrowserWindow|WebContentsView|BrowserView)\(/.test(text));
    expect(makers.map(([file]) => file).sort()).toEqual([
      'main/windows/main-window.ts',
      'main/windows/report-window.ts',
    ]);
    for (const [, text] of makers) {
      expect(text).toMatch(/webPreferences: (webPreferences\(preload, developing\)|reportPreferences\(PARTITION\))/);
    }
  });

  it('prints reports in a window with less: no preload, no script, a session of its own in memory', () => {
    const report = reportPreferences('report');
    expect(report).toEqual({
      ...preferences,
      preload: undefined,
      javascript: false,
      webgl: false,
      partition: 'report',
    });
    expect(report).not.toHaveProperty('preload');
  });

  it('1, 18: loads its own page and nothing else, never from file:', () => {
    const loads = sources('main').flatMap(([, text]) => text.match(/\bload(URL|File)\([^)]*\)/g) ?? []);
    // The report window's page is made by the program itself, as data.
    expect(loads).toEqual(['loadURL(START_PAGE)', 'loadURL(reportPage)']);
    expect(read('main/windows/report-window.ts')).toContain('const reportPage = `data:text/html;charset=utf-8;base64,');
  });

  it('16: a current Electron, pinned exactly', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    const version = devDependencies['electron'] ?? '';
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45);
  });

  it('19: the fuses', () => {
    const builder = read('electron-builder.yml');
    const fuse = (name: string): string | undefined =>
      new RegExp(`^\\s+${name}: (true|false)$`, 'm').exec(builder)?.[1];
    expect({
      runAsNode: fuse('runAsNode'),
      enableCookieEncryption: fuse('enableCookieEncryption'),
      enableNodeOptionsEnvironmentVariable: fuse('enableNodeOptionsEnvironmentVariable'),
      enableNodeCliInspectArguments: fuse('enableNodeCliInspectArguments'),
      enableEmbeddedAsarIntegrityValidation: fuse('enableEmbeddedAsarIntegrityValidation'),
      onlyLoadAppFromAsar: fuse('onlyLoadAppFromAsar'),
      grantFileProtocolExtraPrivileges: fuse('grantFileProtocolExtraPrivileges'),
      loadBrowserProcessSpecificV8Snapshot: fuse('loadBrowserProcessSpecificV8Snapshot'),
    }).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
      loadBrowserProcessSpecificV8Snapshot: 'false',
    });
  });

  it('20: the preload hands out named functions and no part of Electron', () => {
    const [, text] = sources('preload')[0] ?? ['', ''];
    expect(text.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(text).not.toMatch(/\b(sendSync|sendToHost|postMessage|executeJavaScript|webFrame)\b/);
  });
});
