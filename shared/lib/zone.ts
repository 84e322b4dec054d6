import { tzOffset } from '@date-fns/tz';
import { DAY_MS, dayFromNumber, type Day, type DayNumber } from './day.ts';

const MINUTE_MS = 60_000;

/** A time zone's clock, fast enough for a column of a million instants: offsets are looked up once per UTC day. */
export interface ZoneClock {
  readonly zone: string;
  /** Minutes east of UTC at an instant (epoch ms). */
  offsetMinutes(instant: number): number;
  /** The zone's calendar day of an instant (epoch ms), as days since 1970-01-01. */
  dayNumber(instant: number): DayNumber;
  /**
   * The instant (epoch ms) at which the zone's wall clock shows `wall` (a wall-clock time written as if it were UTC ms).
   * A time the clock skips in spring maps to the instant after the gap by the same amount; one it shows twice in autumn is the first.
   */
  fromWall(wall: number): number;
}

const clocks = new Map<string, ZoneClock>();

/** True if the runtime knows this IANA zone name ("Europe/London", "UTC"). */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

/** The clock of an IANA zone; throws a RangeError for a name that is none (check with `isZone`). */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  if (!isZone(zone)) throw new RangeError(`Unknown time zone: ${zone}`);
  const clock = makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): ZoneClock {
  // NaN marks a UTC day on which the offset changes: those few days are looked up instant by instant.
  const offsets = new Map<number, number>();
  const exact = (instant: number): number => tzOffset(zone, new Date(instant));
  let lastDay = Number.NaN;
  let lastOffset = 0;

  const offsetMinutes = (instant: number): number => {
    const utcDay = Math.floor(instant / DAY_MS);
    if (utcDay === lastDay) return lastOffset;
    let offset = offsets.get(utcDay);
    if (offset === undefined) {
      const start = exact(utcDay * DAY_MS);
      offset = start === exact((utcDay + 1) * DAY_MS) ? start : Number.NaN;
      offsets.set(utcDay, offset);
    }
    if (Number.isNaN(offset)) return exact(instant);
    lastDay = utcDay;
    lastOffset = offset;
    return offset;
  };

  return {
    zone,
    offsetMinutes,
    dayNumber: (instant) => Math.floor((instant + offsetMinutes(instant) * MINUTE_MS) / DAY_MS),
    fromWall(wall) {
      const before = offsetMinutes(wall - DAY_MS);
      const after = offsetMinutes(wall + DAY_MS);
      if (before === after) return wall - before * MINUTE_MS;
      const early = wall - before * MINUTE_MS;
      if (offsetMinutes(early) === before) return early;
      const late = wall - after * MINUTE_MS;
      return offsetMinutes(late) === after ? late : early;
    },
  };
}

/** The zone's calendar day of an instant (epoch ms). */
export function dayOf(instant: number, zone: string): Day {
  return dayFromNumber(zoneClock(zone).dayNumber(instant));
}
