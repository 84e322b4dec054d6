import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, timeLeft, timeLeftWords, type TimeLeft } from '#renderer/features/imports/time-left.ts';
import { makeFormat } from '#shared/lib/format.ts';

const format = makeFormat('en-US', 'UTC');

/** What is said after each of these steps: ms since the beginning, and share done. */
const said = (...steps: readonly (readonly [number, number])[]): string[] => {
  let left: TimeLeft = begun(1_000_000);
  return steps.map(([ms, share]) => timeLeftWords((left = timeLeft(left, share, 1_000_000 + ms)), format));
};

describe('time left', () => {
  it('is not said in the first second, nor before anything is done', () => {
    expect(said([200, 0.1], [999, 0.5])).toEqual(['', '']);
    expect(said([5_000, 0], [9_000, 0.01])).toEqual(['', '']);
  });

  it('is what the rest takes if it goes on like that, in round words', () => {
    expect(said([1_000, 0.02])).toEqual(['About 50 seconds left']);
    expect(said([10_000, 0.1])).toEqual(['About 2 minutes left']);
    expect(said([60_000, 0.5])).toEqual(['About a minute left']);
    expect(said([9_000, 0.5])).toEqual(['About 10 seconds left']);
    expect(said([10_000, 0.9])).toEqual(['A few seconds left']);
    expect(said([10_000, 1])).toEqual(['A few seconds left']);
  });

  it('counts down where the pace is uneven by a little, and follows where it is not', () => {
    expect(said([10_000, 0.2], [20_000, 0.37], [30_000, 0.63])).toEqual([
      'About 40 seconds left',
      'About 30 seconds left',
      'About 20 seconds left',
    ]);
    expect(said([10_000, 0.5], [100_000, 0.55]).at(-1)).toBe('About a minute left');
  });

  it('never says more than nonsense would, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1e7), fc.double({ min: 0, max: 1.5, noNaN: true }))), (steps) => {
        const sorted = steps.sort(([a], [b]) => a - b);
        for (const words of said(...sorted))
          expect(words).toMatch(/^$|^A(?:bout (?:a minute|[\d,]+ (?:seconds|minutes))| few seconds) left$/);
      }),
    );
  });
});
