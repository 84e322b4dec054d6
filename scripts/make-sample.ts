import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/command.ts';
import { sampleFiles } from './support/sample-exports.ts';

// Writes assets/sample anew: node scripts/make-sample.ts
const folder = join(ROOT, 'assets/sample');
mkdirSync(folder, { recursive: true });
for (const [name, text] of sampleFiles()) writeFileSync(join(folder, name), text);
