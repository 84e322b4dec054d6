import type { Format } from '#shared/lib/format.ts';
import type { Wizard } from './wizard.ts';

/** What came of a queue of files: "5 files: 4 imported, 1 not". Files that were closed unread are not counted. */
export function queueWords(finished: readonly Wizard[], format: Format): string {
  const done = finished.filter((each) => each.kind === 'done');
  const undone = done.filter(({ undone }) => undone).length;
  const failed = finished.filter((each) => each.kind === 'failed').length;
  const parts = [
    [done.length - undone, 'imported'],
    [undone, 'taken back'],
    [failed, 'not'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${format.count(count)} ${word}`);
  return `${format.count(done.length + failed)} files: ${words.join(', ')}`;
}
