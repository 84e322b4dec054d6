import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Three builds, one per process. The `#shared/*` aliases need no setting here: they are the "imports" of
 * package.json, which Vite, Vitest, tsx and TypeScript all read.
 */
export default defineConfig({
  // ES modules; npm dependencies stay in node_modules, our own code is bundled into it.
  main: {
    build: {
      outDir: at('out/main'),
      rolldownOptions: { input: { index: at('main/index.ts') } },
    },
  },

  // A sandboxed preload may be neither an ES module nor more than one file, and can require nothing but electron:
  // so one CommonJS file with everything else inside it.
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },

  renderer: {
    root: at('renderer'),
    plugins: [react()],
    // The ledger runs in a module worker, its own file: the content security policy refuses blob: and data: workers.
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: { input: { index: at('renderer/index.html') } },
      // electron-vite leaves the renderer unminified unless told.
      minify: true,
      // The polyfill is an inline script elsewhere and dead weight in the one browser that there is.
      modulePreload: { polyfill: false },
      // Read from the disk, not over a network: there is nothing to split for.
      chunkSizeWarningLimit: 2_000,
      reportCompressedSize: false,
      // Only small pictures may become data: addresses; the policy refuses them for fonts and scripts.
      assetsInlineLimit: (file, content) => /\.(png|svg|webp)$/.test(file) && content.length < 4096,
    },
  },
});
