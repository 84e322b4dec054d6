import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// What the build must look like for the sandbox and the content security policy to be kept at all.

const OUT = join(import.meta.dirname, '../../out');
const read = (path: string): string => readFileSync(join(OUT, path), 'utf8');
const filesOf = (path: string): string[] =>
  readdirSync(join(OUT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('the preload is one CommonJS file that asks for electron alone', () => {
  expect(filesOf('preload')).toEqual(['index.cjs']);
  const text = read('preload/index.cjs');
  const required = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what?.replaceAll(/["'`]/g, ''));
  expect(new Set(required)).toEqual(new Set(['electron']));
  expect(text).not.toMatch(/^\s*(import|export)\b/m);
});

test('the page has no inline script or style and loads its own files alone', () => {
  const html = read('renderer/index.html');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
  const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/gi)];
  expect(scripts).toHaveLength(1);
  for (const [, , inline] of scripts) expect(inline).toBe('');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.filter((address) => !address?.startsWith('./assets/'))).toEqual([]);
});

test('workers are files, and neither fonts nor scripts stand in data: addresses', () => {
  const assets = filesOf('renderer/assets');
  expect(assets.some((name) => /^worker-.*\.js$/.test(name))).toBe(true);
  const texts = assets.filter((name) => /\.(js|css)$/.test(name)).map((name) => read(`renderer/assets/${name}`));
  expect(
    texts.filter((text) => /data:(text\/javascript|application\/javascript|font\/|application\/font)/.test(text)),
  ).toEqual([]);
});

test('main is an ES module that keeps our own code inside and packages outside', () => {
  const imported = [...read('main/index.js').matchAll(/^import [^;]*? from "([^"]+)"/gm)].map(([, name]) => name ?? '');
  expect(imported).toContain('electron');
  expect(imported.filter((name) => name.startsWith('#') || name.startsWith('.'))).toEqual([]);
});
