import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureFiles } from './make-exports.ts';

// Writes tests/fixtures/exports anew: node tests/support/write-exports.ts
const folder = path.resolve(import.meta.dirname, '../fixtures/exports');
for (const [name, text] of fixtureFiles()) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
