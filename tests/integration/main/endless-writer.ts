import { createJsonStore } from '#main/files/json-store.ts';

/** Writes 1, 2, 3, ... (each with a long text, so that a cut can fall inside) until it is killed; says each when it is written. */
interface Entry {
  readonly count: number;
  readonly filler: string;
}

const path = process.argv[2] ?? '';
const store = createJsonStore<Entry>(path, (json) => json as Entry);
const before = await store.read();
for (let count = before.kind === 'value' ? before.value.count + 1 : 1; ; count++) {
  await store.write({ count, filler: 'x'.repeat(200_000) });
  process.send?.(count);
}
