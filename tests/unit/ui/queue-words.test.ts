import { expect, it } from 'vitest';
import { queueWords } from '#renderer/features/imports/queue-words.ts';
import type { Wizard } from '#renderer/features/imports/wizard.ts';
import { makeFormat } from '#shared/lib/format.ts';

const format = makeFormat('en-US', 'UTC');
const done = (undone = false): Wizard => ({ kind: 'done', undone }) as Wizard;
const failed = { kind: 'failed' } as Wizard;

it.each([
  [[done(), done(), done(), done(), failed], '5 files: 4 imported, 1 not'],
  [[done(), done()], '2 files: 2 imported'],
  [[failed, failed, failed], '3 files: 3 not'],
  [[done(), done(true), failed], '3 files: 1 imported, 1 taken back, 1 not'],
])('says of a queue what came of it', (finished, words) => {
  expect(queueWords(finished, format)).toBe(words);
});
