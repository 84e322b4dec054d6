import { describe, expect, it } from 'vitest';
import { MAX_HEIGHT, rowWindow, scrollToShow } from '#renderer/ui/row-window.ts';

const ROW = 32;
const VIEW = 640;

describe('rowWindow', () => {
  it('draws what is on the screen and a little more', () => {
    const window = rowWindow(1000, ROW, VIEW, 3200);
    expect(window.height).toBe(32_000);
    expect(window.first).toBeLessThan(100);
    expect(window.first).toBeGreaterThan(80);
    expect(window.end).toBeGreaterThan(120);
    expect(window.end).toBeLessThan(140);
    expect(window.top).toBe(window.first * ROW);
  });

  it('never draws beyond the ends', () => {
    expect(rowWindow(5, ROW, VIEW, 0)).toMatchObject({ first: 0, end: 5, top: 0, height: 160 });
    expect(rowWindow(0, ROW, VIEW, 0)).toMatchObject({ first: 0, end: 0, height: 0 });
    expect(rowWindow(1000, ROW, VIEW, 9e9).end).toBe(1000);
  });

  it.each([1_000_000, 10_000_000])(
    'reaches the first and the last of %i rows within what an element may measure',
    (total) => {
      const start = rowWindow(total, ROW, VIEW, 0);
      const end = rowWindow(total, ROW, VIEW, start.height - VIEW);
      expect(start.height).toBeLessThanOrEqual(MAX_HEIGHT);
      expect(start.first).toBe(0);
      expect(end.end).toBe(total);
      // The last row stands at the foot of the scrolled element, not beyond it.
      const foot = end.top + (end.end - end.first) * ROW;
      expect(foot).toBeCloseTo(start.height, 3);
    },
  );

  it('leaves no row out on the way through a list that is too tall', () => {
    const total = 2_000_000;
    const last = rowWindow(total, ROW, VIEW, 0).height - VIEW;
    for (const from of [0, last / 2, last - 20_000]) {
      let seenTo = rowWindow(total, ROW, VIEW, from).end;
      for (let scroll = from; scroll <= from + 20_000; scroll += 200) {
        const { first, end, top } = rowWindow(total, ROW, VIEW, scroll);
        expect(first).toBeLessThanOrEqual(seenTo);
        seenTo = end;
        // What is drawn covers the viewport.
        expect(top).toBeLessThanOrEqual(scroll);
        expect(top + (end - first) * ROW).toBeGreaterThanOrEqual(scroll + VIEW - 0.001);
      }
    }
  });
});

describe('scrollToShow', () => {
  it('stays where the row is visible and moves as little as possible otherwise', () => {
    expect(scrollToShow(5, 1000, ROW, VIEW, 0)).toBe(0);
    expect(scrollToShow(100, 1000, ROW, VIEW, 0)).toBe(101 * ROW - VIEW);
    expect(scrollToShow(10, 1000, ROW, VIEW, 3200)).toBe(320);
  });

  it.each([1_000_000, 10_000_000])('shows the last of %i rows wholly', (total) => {
    const at = scrollToShow(total - 1, total, ROW, VIEW, 0);
    const { first, top, height } = rowWindow(total, ROW, VIEW, at);
    const foot = top + (total - first) * ROW;
    expect(foot).toBeLessThanOrEqual(at + VIEW + 1);
    expect(at).toBeLessThanOrEqual(height - VIEW + 1);
  });
});
