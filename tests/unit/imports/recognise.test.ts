import { describe, expect, it } from 'vitest';
import { scoreHeader } from '#shared/domain/imports/recognise.ts';
import { bytesOf, lookAt, readFile } from './read.ts';

const HEADER = 'Action_Id,Action_Date,Status,Sale_Amount,Payout,mp_id';
const ROWS = ['1,2026-01-05,PENDING,10.00,1.00,7', '2,2026-01-06,PENDING,20.00,2.00,7'];
const IMPACT = 'impact-action-listing';

describe('a known export', () => {
  it('scores by its columns, and every other table 0', () => {
    const known = scoreHeader(HEADER.split(','));
    expect(known).toBeGreaterThan(0);
    expect(scoreHeader([...HEADER.split(','), 'State'])).toBeGreaterThanOrEqual(known);
    expect(scoreHeader(['Date', 'Shop', 'Total'])).toBe(0);
    expect(scoreHeader(ROWS[0]?.split(',') ?? [])).toBe(0);
  });

  it('is read with a header and no rows', () => {
    for (const end of ['', '\n', '\r\n']) {
      const { rows, issues, skipped, recognition } = readFile(`${HEADER}${end}`);
      expect(recognition.profileId).toBe(IMPACT);
      expect({ rows, issues, skipped }).toEqual({ rows: [], issues: [], skipped: [] });
    }
  });

  it('is found below a preamble, whose rows are reported', () => {
    const preamble = ['Action Listing, all partners', '', '"Period: ""2026-01-01"" to', '2026-01-31"'];
    const text = [...preamble, HEADER, ...ROWS].join('\r\n');
    for (const chunk of [3, 65_536]) {
      const { recognition, rows, skipped, issues } = readFile(text, {}, chunk);
      expect(recognition.dialect.headerLine).toBe(5);
      expect(rows.map((row) => [row.transactionId, row.line])).toEqual([
        ['1', 6],
        ['2', 7],
      ]);
      expect(skipped).toEqual([1, 2, 3].map((line) => ({ line, reason: 'before the header' })));
      expect(issues).toEqual([]);
    }
  });

  it('ends where a second table begins, whose rows are reported', () => {
    const { rows, skipped, issues } = readFile([HEADER, ...ROWS, '', 'mp_id,Sum', '7,30', '8,1'].join('\n'));
    expect(rows).toHaveLength(2);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'after the table'],
      [5, 'after the table'],
      [6, 'after the table'],
      [7, 'after the table'],
    ]);
    expect(issues).toEqual([]);
  });

  it('is read below headings over its columns, which are reported', () => {
    const { recognition, rows, skipped } = readFile(['Action,,,Money,,Partner', HEADER, ...ROWS].join('\n'));
    expect(recognition).toMatchObject({ profileId: IMPACT, dialect: { headerLine: 2, headerRows: 1 } });
    expect(rows).toHaveLength(2);
    expect(skipped).toEqual([{ line: 1, reason: 'before the header' }]);
  });

  it.each([
    ['a first line that names the delimiter', `sep=;\n${[HEADER, ...ROWS].join('\n').replaceAll(',', ';')}`],
    ['single quotes', [HEADER, ...ROWS].map((line) => `'${line.replaceAll(',', "','")}'`).join('\n')],
    [
      'aligned columns',
      [HEADER, ...ROWS]
        .map((line) =>
          line
            .split(',')
            .map((cell) => cell.padEnd(14))
            .join(''),
        )
        .join('\n'),
    ],
    ['other delimiters in its cells', `${HEADER},Notes\n${ROWS.map((row) => `${row},a;b;c|d|e|f;;;;|||`).join('\n')}`],
  ])('is read with %s', (_, text) => {
    const { recognition, rows } = readFile(text);
    expect(recognition.profileId).toBe(IMPACT);
    expect(rows.map((row) => row.sale)).toEqual([10_000_000, 20_000_000]);
  });
});

describe('an unknown table', () => {
  it('is looked at all the same', () => {
    const { recognition, sample, hint } = lookAt(bytesOf('Date,Shop,Total,Buyer,More\n2026-01-01,x,1,y,z\n'));
    expect(recognition.profileId).toBe('');
    expect(sample.cells).toEqual([['2026-01-01', 'x', '1', 'y', 'z']]);
    expect(hint).toBe('');
  });

  it.each([
    ['Action_Id,Action_Date,Status,Sale_Amount,Payout', 'columns are missing: mp_id'],
    [
      'conversion_id,publisher_id,conversion_date,conversion_status,currency,value,commission,campaign_id',
      'columns are missing: publisher_commission',
    ],
  ])('is told from the export that it nearly is: %s', (header, words) => {
    expect(lookAt(`${header}\n`).hint).toContain(words);
  });
});
