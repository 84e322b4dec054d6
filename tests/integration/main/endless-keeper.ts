import { createIntakes } from '#main/files/intake.ts';
import { createSpace } from '#main/files/space.ts';
import { createLibrary } from '#main/library/library.ts';
import { isRefused } from '#shared/ipc/contract.ts';

/** Keeps the same file again and again until it is killed; says each id when it is kept. */
const [, , source = '', folder = ''] = process.argv;
const intakes = createIntakes();
const library = createLibrary({
  folder,
  intakes,
  space: createSpace({ folder, now: Date.now, freeBytes: () => Promise.resolve(1e15) }),
  now: Date.now,
});
for (;;) {
  const [entry] = await intakes.take([source], 'library');
  if (!entry || isRefused(entry)) throw new Error('The source is gone.');
  const added = await library.add(entry.id);
  if (added.ok) process.send?.(added.value.fileId);
}
