import { DAY_MS, type DayNumber } from '../../lib/day.ts';
import type { ZoneClock } from '../../lib/zone.ts';
import { numberAt, type NumberView } from './columns.ts';

/** The "day" of a row without a date: before all days. */
export const NO_DAY: DayNumber = -0x8000_0000;

const MINUTE_MS = 60_000;
/** 1970 to 2099: the days for which offsets are kept in an array. */
const DAYS = 47_482;

/**
 * Calendar days of a whole column of moments by a zone's clock. The offset from UTC is kept by UTC day; a day on which it
 * changes (Infinity) is asked of the clock instant by instant.
 */
export class DayReader {
  readonly clock: ZoneClock;
  readonly #offsets = new Float64Array(DAYS).fill(Number.NaN);

  constructor(clock: ZoneClock) {
    this.clock = clock;
  }

  /** Day numbers of the first `rows` moments, into `out`; NO_DAY where there is none. */
  read(view: NumberView, rows: number, out: Int32Array): void {
    for (let row = 0; row < rows; row++) {
      const moment = numberAt(view, row);
      if (moment !== moment) out[row] = NO_DAY;
      else if (moment % 2 === 0) out[row] = this.#dayNumber(moment / 2);
      else out[row] = Math.round((moment - 1) / 2 / DAY_MS);
    }
  }

  #dayNumber(instant: number): DayNumber {
    const utcDay = Math.floor(instant / DAY_MS);
    if (!(utcDay >= 0 && utcDay < DAYS)) return this.clock.dayNumber(instant);
    let offset = this.#offsets[utcDay] as number;
    if (offset !== offset) offset = this.#learn(utcDay);
    if (offset === Infinity) return this.clock.dayNumber(instant);
    return Math.floor((instant + offset) / DAY_MS);
  }

  #learn(utcDay: number): number {
    const start = this.clock.offsetMinutes(utcDay * DAY_MS);
    const end = this.clock.offsetMinutes((utcDay + 1) * DAY_MS - 1);
    return (this.#offsets[utcDay] = start === end ? start * MINUTE_MS : Infinity);
  }
}
