import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateLayout } from '#shared/domain/imports/types.ts';
import { createTimeParser, NOT_A_TIME, timeProblem } from '#shared/domain/imports/when.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';

const read = (layout: DateLayout, cell: string): number => createTimeParser('UTC', layout)(cell);
/** '2026-04-13' is a day, anything longer an instant. */
const moment = (text: string): number =>
  text.length === 10 ? momentOfDay(dayToNumber(text as Day)) : momentOfInstant(Date.parse(text));

describe('date layouts', () => {
  it.each<[DateLayout, string, string]>([
    ['dmy', '13/04/2026', '2026-04-13'],
    ['dmy', '03/04/2026', '2026-04-03'],
    ['dmy', '3/4/2026', '2026-04-03'],
    ['dmy', '03/04/26', '2026-04-03'],
    ['dmy', '31/12/69', '2069-12-31'],
    ['dmy', '31/12/70', '1970-12-31'],
    ['dmy', '03.04.2026', '2026-04-03'],
    ['dmy', '03.04.26 10.42', '2026-04-03T10:42:00Z'],
    ['dmy', '03-04-2026 10:42:38', '2026-04-03T10:42:38Z'],
    ['dmy', '3-4-26', '2026-04-03'],
    ['dmy', '13/04/2026 14:05', '2026-04-13T14:05:00Z'],
    ['dmy', '13/04/2026, 14:05:09', '2026-04-13T14:05:09Z'],
    ['dmy', '13/04/2026 14.05.09', '2026-04-13T14:05:09Z'],
    ['dmy', '2026-04-03', '2026-04-03'],
    ['mdy', '04/13/2026', '2026-04-13'],
    ['mdy', '04/03/2026', '2026-04-03'],
    ['mdy', '4/3/26', '2026-04-03'],
    ['mdy', '04-03-2026', '2026-04-03'],
    ['mdy', '04/13/2026 02:05:09 PM', '2026-04-13T14:05:09Z'],
    ['mdy', '04/13/2026 12:05:09 AM', '2026-04-13T00:05:09Z'],
    ['mdy', '4/13/2026 2:05PM', '2026-04-13T14:05:00Z'],
    ['mdy', '4/13/26 2:05 p.m.', '2026-04-13T14:05:00Z'],
    ['mdy', '4/13/2026, 2:05:09\u202fPM', '2026-04-13T14:05:09Z'],
    ['mdy', '04/13/2026 14:05', '2026-04-13T14:05:00Z'],
    ['mdy', 'Mon 04/13/2026', '2026-04-13'],
    ['plain', '13/04/2026', '2026-04-13'],
    ['plain', '04/13/2026', '2026-04-13'],
    ['plain', '04/04/2026', '2026-04-04'],
    ['plain', '2026/04/03', '2026-04-03'],
    ['plain', '2026/4/3 9:05', '2026-04-03T09:05:00Z'],
    ['plain', '2026.04.03', '2026-04-03'],
    ['plain', '2026-4-3', '2026-04-03'],
    ['plain', '20260403', '2026-04-03'],
    ['plain', '2026-04-03 10.42.38', '2026-04-03T10:42:38Z'],
    ['plain', '2026-04-03 10:42:38.5', '2026-04-03T10:42:38.500Z'],
    ['plain', '2026-04-03 10:42:38.123', '2026-04-03T10:42:38.123Z'],
    ['plain', '2026-04-03 02:42:38 PM', '2026-04-03T14:42:38Z'],
    ['plain', '2026-04-03T10:42:38-07:00', '2026-04-03T17:42:38Z'],
    ['plain', 'Apr 3, 2026', '2026-04-03'],
    ['plain', 'April 3 2026 2:05 PM', '2026-04-03T14:05:00Z'],
    ['plain', 'Fri, Apr 3, 2026', '2026-04-03'],
    ['plain', '3 Apr 2026', '2026-04-03'],
    ['plain', '03 APR 2026 14:05', '2026-04-03T14:05:00Z'],
    ['plain', '3. April 2026', '2026-04-03'],
    ['plain', '03-Apr-2026', '2026-04-03'],
    ['plain', '03-Sept-26', '2026-09-03'],
    ['plain', '2026-Apr-03', '2026-04-03'],
    ['plain', 'Friday 3 April 2026', '2026-04-03'],
    ['plain', 'Fri, 03 Apr 2026 10:42:38 +0200', '2026-04-03T08:42:38Z'],
    ['plain', 'Fri Apr 03 2026 10:42:38 GMT-0700 (Pacific Daylight Time)', '2026-04-03T17:42:38Z'],
    ['ymd', '26-04-13', '2026-04-13'],
    ['ymd', '26-04-13 14:05', '2026-04-13T14:05:00Z'],
    ['ymd', '13/04/2026', '2026-04-13'],
    ['unix-s', '1775212958', '2026-04-03T10:42:38Z'],
    ['unix-s', '999999999', '2001-09-09T01:46:39Z'],
    ['unix-s', '1775212958.25', '2026-04-03T10:42:38.250Z'],
    ['unix-s', '2026-04-03', '2026-04-03'],
    ['unix-ms', '1775212958123', '2026-04-03T10:42:38.123Z'],
    ['month', '92018', '2018-09-01'],
    ['month', '122018', '2018-12-01'],
  ])('%s: %s', (layout, cell, expected) => {
    expect(read(layout, cell)).toBe(moment(expected));
  });

  it.each<[DateLayout, string]>([
    ['plain', '03/04/2026'],
    ['plain', '03.04.2026 10:00'],
    ['plain', '13-04-26'],
    ['plain', '1775212958'],
    ['plain', '20261301'],
    ['plain', '12345678'],
    ['plain', '92018'],
    ['plain', '2026-04-31'],
    ['plain', '13/13/2026'],
    ['plain', '2026-04-003'],
    ['plain', '2026-4-'],
    ['plain', '13/04-2026'],
    ['plain', '13/04/202'],
    ['plain', '113/04/2026'],
    ['plain', 'Apr 31, 2026'],
    ['plain', 'Aprox 3, 2026'],
    ['dmy', '12/31/2026'],
    ['dmy', '29/02/2025'],
    ['dmy', '13/04/2026 25:00'],
    ['dmy', '13/04/2026 10:00 nonsense'],
    ['dmy', '13/04/2026 0:30 PM'],
    ['dmy', '13/04/2026x'],
    ['mdy', '31/12/2026'],
    ['mdy', '00/12/2026'],
    ['unix-s', '17752129581234567'],
    ['month', '132018'],
  ])('%s: %s is refused', (layout, cell) => {
    expect(read(layout, cell)).toBe(NOT_A_TIME);
  });

  it.each(['00/00/0000', '0000-00-00', '00.00.00', 'N/A', ' '])('%j is empty', (cell) => {
    expect(read('dmy', cell)).toBeNaN();
  });

  it('zero seconds since 1970 are no time', () => {
    expect(read('unix-s', '0')).toBeNaN();
    expect(read('unix-ms', '0')).toBeNaN();
  });

  it.each([
    ['03/04/2026', 'ambiguous-date'],
    ['12/31/2026', 'other-date-order'],
    ['31/12/2026', 'other-date-order'],
    ['03/04/2026 25:00', 'not-a-time'],
    ['yesterday', 'not-a-time'],
  ])('says of %s: %s', (cell, code) => {
    expect(timeProblem(cell)).toBe(code);
  });

  it('reads a wall clock of the source in its zone, whatever the layout', () => {
    const parse = createTimeParser('America/Chicago', 'mdy');
    expect(parse('07/04/2026 11:30:00 PM')).toBe(moment('2026-07-05T04:30:00Z'));
    expect(parse('01/04/2026 11:30:00 PM')).toBe(moment('2026-01-05T05:30:00Z'));
  });

  it('reads back what any country writes', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    const layouts = fc.constantFrom<readonly [DateLayout, string]>(
      ['dmy', 'en-GB'],
      ['dmy', 'de-DE'],
      ['dmy', 'fr-FR'],
      ['dmy', 'nl-NL'],
      ['dmy', 'pl-PL'],
      ['dmy', 'pt-BR'],
      ['dmy', 'it-IT'],
      ['dmy', 'tr-TR'],
      ['dmy', 'id-ID'],
      ['mdy', 'en-US'],
      ['plain', 'sv-SE'],
      ['plain', 'en-CA'],
      ['plain', 'ja-JP'],
    );
    const styles = fc.constantFrom<Intl.DateTimeFormatOptions>(
      { day: 'numeric', month: 'numeric', year: 'numeric' },
      { day: '2-digit', month: '2-digit', year: 'numeric' },
      { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
      { day: '2-digit', month: '2-digit', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    );
    fc.assert(
      fc.property(times, layouts, styles, (time, [layout, locale], style) => {
        const cell = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(time);
        const iso = time.toISOString();
        const expected =
          style.hour === undefined
            ? iso.slice(0, 10)
            : style.second === undefined
              ? `${iso.slice(0, 16)}Z`
              : `${iso.slice(0, 19)}Z`;
        expect([cell, read(layout, cell)]).toEqual([cell, moment(expected)]);
      }),
      { numRuns: 1500 },
    );
  });

  it('answers every text with a moment, empty or refused', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789/.-: TAPMZaprJun,+'), maxLength: 26 });
    const layouts = fc.constantFrom<DateLayout>('plain', 'dmy', 'mdy', 'ymd', 'ask', 'unix-s', 'unix-ms', 'month');
    fc.assert(
      fc.property(layouts, texts, (layout, text) => {
        const found = read(layout, text);
        expect(Number.isNaN(found) || found === NOT_A_TIME || Number.isSafeInteger(found)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
