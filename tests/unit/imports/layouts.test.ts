import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSurvey, type Decided, type SurveyColumn, type SurveyOptions } from '#shared/domain/imports/layouts.ts';

const NOW = Date.parse('2026-11-23T00:00:00Z');

const survey = (
  kinds: readonly SurveyColumn['kind'][],
  rows: readonly (readonly string[])[],
  options: SurveyOptions = { delimiter: ',', now: NOW },
): readonly string[] => {
  const made = createSurvey(
    kinds.map((kind, index) => ({ index, kind })),
    options,
  );
  made.add(rows);
  const show = ({ layout, decimal, by }: Decided): string => `${layout ?? decimal ?? ''} ${by}`;
  return [...[...made.result().values()].map(show), made.open ? 'open' : 'closed'];
};
const times = (...cells: readonly string[]): readonly string[] =>
  survey(
    ['time'],
    cells.map((cell) => [cell]),
  );
const amounts = (...cells: readonly string[]): readonly string[] =>
  survey(
    ['amount'],
    cells.map((cell) => [cell]),
  );

describe('layouts of dates', () => {
  it.each<[string, string[], string, string]>([
    ['a day above 12 first', ['03/04/2026', '13/04/2026'], 'dmy evidence', 'closed'],
    ['a day above 12 second', ['03/04/2026', '04/13/2026'], 'mdy evidence', 'closed'],
    ['two readings throughout', ['03/04/2026', '04/03/2026'], 'ask default', 'open'],
    ['the same either way', ['04/04/2026', '05/05/2026'], 'plain evidence', 'closed'],
    ['ISO', ['2026-04-03', '2026-04-03T10:00:00Z'], 'plain evidence', 'closed'],
    ['year first', ['2026/04/03', '20260403'], 'plain evidence', 'closed'],
    ['names of months', ['Apr 3, 2026', '3 Apr 2026'], 'plain evidence', 'closed'],
    ['the majority', ['13/04/2026', '14/04/2026', '04/13/2026'], 'dmy evidence', 'closed'],
    ['as many one way as the other', ['13/04/2026', '04/13/2026'], 'ask default', 'open'],
    ['clocks and weekdays', ['Mon 03/04/2026 10:00', 'Tue 13/04/2026 10:00'], 'dmy evidence', 'closed'],
    ['points', ['03.04.2026', '04.03.2026'], 'dmy default', 'open'],
    ['points with evidence', ['03.04.2026', '04.13.2026'], 'mdy evidence', 'closed'],
    ['years of two digits', ['4/3/26', '4/13/26'], 'mdy evidence', 'closed'],
    ['years of two digits first', ['26-04-03', '26-04-30'], 'ymd evidence', 'closed'],
    ['years of two digits last', ['03-04-26', '30-04-26'], 'dmy evidence', 'closed'],
    ['a year of two digits at either end', ['26-04-13'], 'dmy default', 'open'],
    ['no dates at all', ['', 'n/a'], 'plain default', 'open'],
    ['seconds', ['1775212958', '999999999'], 'unix-s evidence', 'closed'],
    ['milliseconds', ['1775212958123'], 'unix-ms evidence', 'closed'],
    ['seconds and milliseconds', ['1775212958123', '1775212958'], 'plain default', 'closed'],
  ])('%s', (_, cells, decided, open) => {
    expect(times(...cells)).toEqual([decided, open]);
  });

  it('a column that leaves it open follows the others', () => {
    const rows = [
      ['03/04/2026', '13/04/2026', '', '2026-04-03'],
      ['04/04/2026', '14/04/2026', '', ''],
    ];
    expect(survey(['time', 'time', 'time', 'time'], rows)).toEqual([
      'dmy default',
      'dmy evidence',
      'dmy default',
      'plain evidence',
      'open',
    ]);
  });

  it('is asked where the others disagree', () => {
    const rows = [['03/04/2026', '13/04/2026', '04/13/2026']];
    expect(survey(['time', 'time', 'time'], rows)).toEqual(['ask default', 'dmy evidence', 'mdy evidence', 'open']);
  });

  it('empty columns do not keep a file open that is settled', () => {
    expect(survey(['time', 'time'], [['2026-04-03', '']])).toEqual(['plain evidence', 'plain default', 'closed']);
  });
});

describe('decimal marks', () => {
  it.each<[string, string[], string, string]>([
    ['both marks, point last', ['1,234.56'], '. evidence', 'closed'],
    ['both marks, comma last', ['1.234,56'], ', evidence', 'closed'],
    ['two decimals', ['12.50'], '. evidence', 'closed'],
    ['two decimals after a comma', ['$12,50'], ', evidence', 'closed'],
    ['a repeated mark', ['1.234.567'], ', evidence', 'closed'],
    ['Indian groups', ['1,23,456'], '. evidence', 'closed'],
    ['a zero before three digits', ['0,123'], ', evidence', 'closed'],
    ['nothing before three digits', ['.123'], '. evidence', 'closed'],
    ['four digits before three', ['1234,567'], ', evidence', 'closed'],
    ['blanks for thousands', ['1 234,567'], ', evidence', 'closed'],
    ['one to three digits before three', ['1,234', '12,345'], '. default', 'open'],
    ['whole numbers', ['12', '1500'], '. default', 'open'],
    ['the majority', ['1,50', '2.50', '3.50'], '. evidence', 'closed'],
    ['currencies', ['(€ 1.234,50)', 'USD 5'], ', evidence', 'closed'],
    ['words and ids', ['Sale', '1.2.3', '12:30'], '. default', 'open'],
  ])('%s', (_, cells, decided, open) => {
    expect(amounts(...cells)).toEqual([decided, open]);
  });

  it('a column that leaves it open follows the others, else the delimiter', () => {
    const unclear = [['1,234', '7,50']];
    expect(survey(['amount', 'amount'], unclear)).toEqual([', default', ', evidence', 'open']);
    expect(survey(['amount'], [['1.234']], { delimiter: ';' })).toEqual([', default', 'open']);
    expect(survey(['amount'], [['1.234']], { delimiter: '\t' })).toEqual(['. default', 'open']);
  });

  it('counts are whole: a mark before three digits is one of thousands', () => {
    expect(survey(['count'], [['1.234']])).toEqual([', evidence', 'closed']);
    expect(survey(['count'], [['12']])).toEqual(['. default', 'closed']);
  });
});

describe('any file', () => {
  it('one telling date among others decides', () => {
    const orders = fc.constantFrom('dmy', 'mdy');
    const marks = fc.constantFrom('/', '-', '.');
    const small = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1995, max: 2027 }),
    );
    const telling = fc.tuple(
      fc.integer({ min: 13, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1995, max: 2027 }),
    );
    const write = (order: string, mark: string, [date, month, year]: readonly number[]): string =>
      (order === 'dmy' ? [date, month, year] : [month, date, year]).join(mark);
    fc.assert(
      fc.property(
        orders,
        marks,
        fc.array(small, { maxLength: 20 }),
        telling,
        fc.nat(),
        (order, mark, dates, one, where) => {
          const cells = dates.map((date) => write(order, mark, date));
          cells.splice(where % (cells.length + 1), 0, write(order, mark, one));
          expect(times(...cells)).toEqual([`${order} evidence`, 'closed']);
        },
      ),
    );
    fc.assert(
      fc.property(
        orders,
        fc.constantFrom('/', '-'),
        fc.array(small, { minLength: 1, maxLength: 20 }),
        (order, mark, dates) => {
          fc.pre(dates.some(([date, month]) => date !== month));
          expect(times(...dates.map((date) => write(order, mark, date)))).toEqual(['ask default', 'open']);
        },
      ),
    );
  });

  it('one telling amount among others decides', () => {
    const locales = fc.constantFrom<[string, string]>(
      ['.', 'en-US'],
      [',', 'de-DE'],
      ['.', 'en-IN'],
      [',', 'fr-FR'],
      ['.', 'de-CH'],
    );
    const whole = fc.integer({ min: 0, max: 999_999 });
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(
        locales,
        fc.array(whole, { maxLength: 20 }),
        cents,
        fc.nat(),
        ([mark, locale], amounts_, one, where) => {
          const format = (value: number, digits: number): string =>
            new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
              value,
            );
          const cells = amounts_.map((value) => format(value, 0));
          cells.splice(where % (cells.length + 1), 0, format(one / 100, 2));
          expect(amounts(...cells)).toEqual([`${mark} evidence`, 'closed']);
        },
      ),
    );
  });
});
