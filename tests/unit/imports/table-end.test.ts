import { describe, expect, it } from 'vitest';
import { filled, lines, readAs } from './read-structure.ts';

describe('end of the table', () => {
  const table = ['id,day,sale,who', '1,2026-01-01,10,a', '2,2026-01-02,20,b', '3,2026-01-03,30,c'];

  it.each([
    ['nothing', [], null],
    ['a blank line', ['', ''], null],
    ['a sum', ['Total,,60,'], null],
    ['a short sum', ['Total,60'], null],
    ['a row cut short', ['4,2026'], null],
    ['a row cut short to one word', ['four'], null],
    ['a remark', ['', 'Made by the network'], 4],
    ['a remark at once', ['Made by the network'], 4],
    ['remarks with values', ['', 'Generated on,2026-01-31', 'By:,Ann'], 4],
    ['a sum and a remark', ['Total,,60,', '', '* amounts in dollars'], 5],
    ['a second table', ['', 'partner,total', 'A,10', 'B,20'], 4],
    ['a second table under a title', ['', 'By partner', 'partner,total', 'A,10', 'B,20'], 4],
    ['a second table at once', ['partner,total', 'A,10', 'B,20'], 4],
    ['a second table of the same width', ['', 'partner,name,city,total', 'A,x,y,10'], 4],
    ['a sum and a second table', ['Total,,60,', '', 'partner,total', 'A,10'], 5],
    ['blank lines between rows', ['', '4,2026-01-04,40,d', '', '', '5,2026-01-05,50,e'], null],
    ['the header again', ['', 'id,day,sale,who', '4,2026-01-04,40,d'], null],
    ['short rows between rows', ['x,y', 'u,v', '4,2026-01-04,40,d', '5,2026-01-05,50,e'], null],
  ])('above %s', (_, below, lastLine) => {
    const read = readAs(lines(...table, ...below));
    expect(read.headerLine).toBe(1);
    expect(read.lastLine).toBe(lastLine);
    expect(read.cells.slice(0, 3)).toEqual(table.slice(1).map((row) => row.split(',')));
  });

  it('is not known from a beginning that holds no second table', () => {
    expect(readAs(lines(...table, '', 'Made by the network'), { whole: false }).lastLine).toBeNull();
    expect(readAs(lines(...table, '', 'partner,total', 'A,10', 'B,20'), { whole: false }).lastLine).toBe(4);
  });

  it('is that of the first table, unless the second is much larger', () => {
    const small = lines('partner,total', 'A,10', 'B,20', '', ...table, ...filled(20, (n) => `${n},2026-01-04,40,d`));
    expect(readAs(small)).toMatchObject({ headerLine: 5, header: ['id', 'day', 'sale', 'who'] });
    const equal = lines('partner,total,sum', 'A,10,1', 'B,20,1', 'C,20,1', '', ...table);
    expect(readAs(equal)).toMatchObject({ headerLine: 1, lastLine: 4 });
  });
});
