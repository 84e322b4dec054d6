import { dayToNumber, DAY_MS, type Day, type Period } from './day.ts';
import { isDayOnly, momentMs, type Moment } from './moment.ts';
import { microsToDecimal, roundToMinor } from './money.ts';
import { dayOf } from './zone.ts';

/** What stands where there is no figure: never 0, which is one. */
export const NOTHING = '–';

/** Numbers, amounts and times as one person reads them: her locale, her program's zone. Everything is cut for the eye, nothing for a file. */
export interface Format {
  readonly locale: string;
  readonly zone: string;
  /** 1204 -> "1,204" */
  count(value: number | bigint): string;
  /** Micros of `currency`, rounded to its minor unit: "$1,204.50", "−€3.00". NaN: "–". */
  money(micros: bigint | number, currency: string): string;
  /** Micros as on an axis: "$1.2K". */
  moneyShort(micros: bigint | number, currency: string): string;
  /** A share of one with one decimal: 0.0312 -> "3.1%". null: "–". */
  percent(share: number | null): string;
  /** A change as a signed share: 0.12 -> "+12%". */
  change(share: number): string;
  /** "Tue, Nov 24", with the year unless it is `today`'s. */
  day(day: Day, today: Day): string;
  /** "Nov 24", for an axis. */
  dayShort(day: Day): string;
  /** "Tuesday, November 24, 2026" */
  dayFull(day: Day): string;
  /** "Nov 1 – 23, 2026"; the period is half-open, what is shown is its last day. */
  period(period: Period): string;
  /** A moment in a table: day and, where the source has it, the time; only the day, with its year, if not of `today`'s year. NaN: "–". */
  moment(moment: Moment, today: Day): string;
  /** A moment in the details: with year and seconds. NaN: "–". */
  momentLong(moment: Moment): string;
  /** Only the day of a moment, as `day` shows it. */
  momentDay(moment: Moment, today: Day): string;
  /** The same with weekday, year, seconds and zone, for hovering and details. */
  momentFull(moment: Moment): string;
  /** The time of an instant (epoch ms): "9:00 AM", "09:00". */
  time(instant: number): string;
  /** A wall-clock time `HH:MM` the same way. */
  timeOfDay(time: string): string;
  /** Epoch ms as "2 h ago" within a day, else its day. */
  ago(instant: number, now: number): string;
  /** Bytes as "1.2 MB". */
  bytes(bytes: number): string;
}

/** The formats of a BCP 47 locale and an IANA zone. Formatters are made once and kept: they are slow to make and fast to use. */
export function makeFormat(locale: string, zone: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = numbers.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, options);
    numbers.set(key, made);
    return made;
  };
  const dates = new Map<string, Intl.DateTimeFormat>();
  const date = (key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const known = dates.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, options);
    dates.set(key, made);
    return made;
  };
  const minus = (text: string): string => text.replace('-', '−');

  const SHORT = { day: 'numeric', month: 'short' } as const;
  const TIME = { hour: '2-digit', minute: '2-digit' } as const;
  const utc = (day: Day): Date => new Date(dayToNumber(day) * DAY_MS);

  const inCurrency = (micros: bigint | number, currency: string, short: boolean): string => {
    if (typeof micros === 'number' && !Number.isFinite(micros)) return NOTHING;
    const exact = microsToDecimal(roundToMinor(BigInt(micros), currency)) as Intl.StringNumericLiteral;
    const shown: Intl.NumberFormatOptions = short ? { notation: 'compact', maximumFractionDigits: 1 } : {};
    try {
      const options = {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...shown,
      } satisfies Intl.NumberFormatOptions;
      return minus(number(`${currency}${short}`, options).format(exact));
    } catch {
      // A currency code the runtime does not know stands as it came.
      return minus(
        `${number(`plain${short}`, { minimumFractionDigits: 2, ...shown }).format(exact)} ${currency}`.trim(),
      );
    }
  };

  const format: Format = {
    locale,
    zone,
    count: (value) => minus(number('count', {}).format(value)),
    money: (micros, currency) => inCurrency(micros, currency, false),
    moneyShort: (micros, currency) => inCurrency(micros, currency, true),
    percent: (share) =>
      share === null ? NOTHING : minus(number('percent', { style: 'percent', maximumFractionDigits: 1 }).format(share)),
    change: (share) =>
      minus(number('change', { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share)),
    day: (day, today) =>
      day.slice(0, 4) === today.slice(0, 4)
        ? date('day', { weekday: 'short', ...SHORT, timeZone: 'UTC' }).format(utc(day))
        : date('day+year', { ...SHORT, year: 'numeric', timeZone: 'UTC' }).format(utc(day)),
    dayShort: (day) => date('dayShort', { ...SHORT, timeZone: 'UTC' }).format(utc(day)),
    dayFull: (day) => date('dayFull', { dateStyle: 'full', timeZone: 'UTC' }).format(utc(day)),
    period: ({ from, to }) =>
      date('period', { ...SHORT, year: 'numeric', timeZone: 'UTC' }).formatRange(
        utc(from),
        new Date(utc(to).getTime() - DAY_MS),
      ),
    moment: (moment, today) => {
      if (Number.isNaN(moment)) return NOTHING;
      const ms = momentMs(moment);
      const timeZone = isDayOnly(moment) ? 'UTC' : zone;
      const thisYear = dayOf(ms, timeZone).slice(0, 4) === today.slice(0, 4);
      if (!thisYear) return date(`moment+year${timeZone}`, { ...SHORT, year: 'numeric', timeZone }).format(ms);
      const time = isDayOnly(moment) ? {} : TIME;
      return date(`moment${timeZone}${isDayOnly(moment)}`, { ...SHORT, ...time, timeZone }).format(ms);
    },
    momentLong: (moment) => {
      if (Number.isNaN(moment)) return NOTHING;
      const ms = momentMs(moment);
      if (isDayOnly(moment)) return date('longDay', { dateStyle: 'medium', timeZone: 'UTC' }).format(ms);
      return date('long', { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }).format(ms);
    },
    momentDay: (moment, today) => {
      if (Number.isNaN(moment)) return NOTHING;
      return format.day(dayOf(momentMs(moment), isDayOnly(moment) ? 'UTC' : zone), today);
    },
    momentFull: (moment) => {
      if (Number.isNaN(moment)) return NOTHING;
      const ms = momentMs(moment);
      if (isDayOnly(moment)) return date('dayFull', { dateStyle: 'full', timeZone: 'UTC' }).format(ms);
      const options = { dateStyle: 'full', timeStyle: 'long', timeZone: zone } as const;
      return date('momentFull', options).format(ms);
    },
    time: (instant) => date('time', { ...clockTime(locale), timeZone: zone }).format(instant),
    timeOfDay: (time) =>
      date('timeOfDay', { ...clockTime(locale), timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${time}Z`)),
    ago: (instant, now) => {
      const minutes = Math.floor((now - instant) / 60_000);
      const relative = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' });
      if (minutes < 1) return relative.format(0, 'second');
      if (minutes < 60) return relative.format(-minutes, 'minute');
      if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
      return format.day(dayOf(instant, zone), dayOf(now, zone));
    },
    bytes: (bytes) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const power = Math.min(3, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
      const unit = units[power] ?? 'byte';
      // The short form of bytes has no plural: “316 byte”.
      const unitDisplay = unit === 'byte' ? 'long' : 'short';
      const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
      return number(unit, options).format(bytes / 1000 ** power);
    },
  };
  return format;
}

/** Twelve hours as "9:00 AM", twenty-four as "09:00". */
function clockTime(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle = 'h23' } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return { hour: hourCycle === 'h12' || hourCycle === 'h11' ? 'numeric' : '2-digit', minute: '2-digit' };
}
