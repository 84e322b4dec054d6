import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { add, NOTHING, summary, tally } from '../../../scripts/support/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(content: string): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, content);
  return file;
}
const vitest = (numFailedTests: number): string =>
  JSON.stringify({ numPassedTests: 7, numFailedTests, numPendingTests: 2, numTodoTests: 1 });
const playwright = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 } });

it.each([
  ['counts what Vitest reports', vitest(2), 1, { passed: 7, failed: 2, skipped: 3 }],
  ['counts a file that did not load as one failed', vitest(0), 1, { passed: 7, failed: 1, skipped: 3 }],
  ['counts what Playwright reports, and flaky as failed', playwright, 1, { passed: 4, failed: 2, skipped: 3 }],
  ['counts a report that breaks off as one failed', '{"stats":', 0, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_what, content, exitCode, expected) => {
  expect(tally(report(content), exitCode)).toEqual(expected);
});

it('counts a missing report and a failed check as one failed, a passed check as nothing', () => {
  expect(tally(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tally(undefined, 2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tally(undefined, 0)).toEqual(NOTHING);
});

it('names skipped tests only where there are some', () => {
  expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(summary(sum)).toBe('11 passed, 22 failed, 33 skipped');
});
