/** Taller elements are cut by Chromium, which counts in 1/64 pixels of 31 bits: 33,554,428 px. A little less, for the header. */
export const MAX_HEIGHT = 30_000_000;

/** Rows drawn beyond the edges, so that a flick of the wheel meets rows and not emptiness. */
const BEYOND = 8;

export interface RowWindow {
  /** First row to draw, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Where row `first` stands, px from the top of the scrolled element. */
  readonly top: number;
  /** Height of the scrolled element: all rows, or `MAX_HEIGHT` if they are taller. */
  readonly height: number;
}

/**
 * What to draw of `total` rows of `rowHeight` px in a viewport of `viewport` px scrolled to `scrollTop`. Where all rows
 * together are taller than an element may be, the scroll position is stretched, so that the first and the last row stand
 * at the two ends and nothing between is out of reach.
 */
export function rowWindow(total: number, rowHeight: number, viewport: number, scrollTop: number): RowWindow {
  const { height, stretch } = scale(total, rowHeight, viewport);
  const at = Math.max(0, Math.min(scrollTop, height - viewport)) * stretch;
  const first = Math.max(0, Math.floor(at / rowHeight) - BEYOND);
  const end = Math.min(total, Math.ceil((at + viewport) / rowHeight) + BEYOND);
  return { first, end: Math.max(first, end), top: first * rowHeight - at + at / stretch, height };
}

/** The scroll position at which row `index` is wholly visible, moved as little as possible from `scrollTop`. */
export function scrollToShow(
  index: number,
  total: number,
  rowHeight: number,
  viewport: number,
  scrollTop: number,
): number {
  const { stretch } = scale(total, rowHeight, viewport);
  const at = scrollTop * stretch;
  const start = index * rowHeight;
  if (start < at) return start / stretch;
  if (start + rowHeight > at + viewport) return (start + rowHeight - viewport) / stretch;
  return scrollTop;
}

/** `stretch`: px of rows per px of scrolling; 1 unless there are too many rows. */
function scale(total: number, rowHeight: number, viewport: number): { height: number; stretch: number } {
  const full = total * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const stretch = full > height && height > viewport ? (full - viewport) / (height - viewport) : 1;
  return { height, stretch };
}
