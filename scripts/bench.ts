import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBench } from '#tests/bench/run.ts';

/** `npm run bench [-- --sizes 10000,100000,1000000 --runs 3]` */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    runs: { type: 'string', default: '3' },
  },
});

await runBench({
  sizes: values.sizes.split(',').map(Number),
  runs: Number(values.runs),
  outFile: join(import.meta.dirname, '..', 'out', 'bench.json'),
  say: (line) => console.log(line),
});
