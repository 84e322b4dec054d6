import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CdpSession } from './cdp.ts';
import { headless } from './chromium.ts';
import { makeBridge } from './page/bridge.ts';
import { makeCodec } from './page/codec.ts';
import { isolatedWorld, type IsolatedSettings } from './page/isolated.ts';
import { mainWorld } from './page/main-world.ts';

export const WORLD = 'Electron Isolated Context';
export const BINDING = 'deskSend';

export interface PreloadOptions {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
  /** False: nothing runs in the page, neither its own scripts nor a preload. */
  readonly javascript: boolean;
  /** Title of the blank page that the window opens with: nothing runs there. */
  readonly blankTitle: string;
}

/**
 * Has the browser run the two halves of the bridge, and the preload, in every new document before its own scripts.
 * The functions of `page/` are sent as their own source, which Node has already stripped of types.
 */
export async function installPageScripts(session: CdpSession, options: PreloadOptions): Promise<void> {
  const { preload, additionalArguments, blankTitle } = options;
  if (!options.javascript) {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    return;
  }
  const secret = randomUUID();
  const settings: IsolatedSettings = {
    secret,
    preloadPath: preload ?? '',
    argv: [...process.argv.slice(0, 1), ...additionalArguments],
    versions: { ...process.versions } as Record<string, string>,
    platform: process.platform,
    arch: process.arch,
    guardClose: !headless,
  };
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const only = (script: string): string =>
    `if (window === top && !location.href.includes('${blankTitle}')) { ${script} }`;
  await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: only(`(${mainWorld.toString()})(${makeBridge.toString()}, ${JSON.stringify(secret)}, ${headless});`),
  });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source:
      only(`(${isolatedWorld.toString()})(${makeBridge.toString()}, ${makeCodec.toString()}, ${JSON.stringify(settings)},
      function (require, module, exports, process, __filename) { ${source}\n });`),
  });
}
