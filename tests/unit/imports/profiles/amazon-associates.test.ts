import { describe, expect, it } from 'vitest';
import { momentOfDay } from '#shared/lib/moment.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { lookAt, readFile } from '../read.ts';

const EARNINGS =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group,Direct/Indirect';
const sold = (day: string, revenue = '54.99', fee = '1.65'): string =>
  `Pet Products,Dog food,B0PAW00001,Amazon,happytails-20,${day},54.99,1,0,${revenue},${fee},DESKTOP,Direct`;
const ORDERS = 'Category,Name,ASIN,Seller,Tag,Date,Qty,Price($),Link Type,Indirect Sales,Device Type Group';

describe('Amazon Associates', () => {
  it('lets rows that are alike in all live beside each other', () => {
    const { rows } = readFile(`${EARNINGS}\n${sold('06/03/2026')}\n${sold('06/03/2026')}\n`, { dateOrder: 'mdy' });
    expect(rows.map(({ transactionId }) => transactionId)).toEqual([
      '06/03/2026 · happytails-20 · B0PAW00001 · 54.99 · Direct · DESKTOP',
      '06/03/2026 · happytails-20 · B0PAW00001 · 54.99 · Direct · DESKTOP #2',
    ]);
  });

  it('knows a row by what a restatement leaves as it is', () => {
    const [before] = readFile(`${EARNINGS}\n${sold('06/13/2026')}\n`).rows;
    const [after] = readFile(`${EARNINGS}\n${sold('06/13/2026', '50.00', '1.50')}\n`).rows;
    expect(after?.transactionId).toBe(before?.transactionId);
    expect(after?.commission).toBe(1_500_000);
  });

  it('counts a return as it is: it names no sale', () => {
    const { rows } = readFile(`${EARNINGS}\n${sold('06/13/2026', '-54.99', '-1.65')}\n`);
    expect(rows).toMatchObject([{ sale: -54_990_000, commission: -1_650_000, corrects: '', status: 'approved' }]);
  });

  it.each([
    ['mdy', '2026-06-03'],
    ['dmy', '2026-03-06'],
  ] as const)('asks for the order of day and month where no date tells it: %s', (dateOrder, day) => {
    const file = `${EARNINGS}\n${sold('06/03/2026')}\n`;
    expect(lookAt(file).recognition.questions).toContain('dateOrder');
    expect(readFile(file, { dateOrder }).rows[0]?.eventTime).toBe(momentOfDay(dayToNumber(day as Day)));
  });

  it('does not ask where one date tells it', () => {
    const file = `${EARNINGS}\n${sold('03/06/2026')}\n${sold('13/06/2026')}\n`;
    expect(lookAt(file).recognition.questions).not.toContain('dateOrder');
    expect(readFile(file).rows[0]?.eventTime).toBe(momentOfDay(dayToNumber('2026-06-03' as Day)));
  });

  it('takes the currency that the header names', () => {
    const pounds = EARNINGS.replaceAll('($)', '(£)');
    expect(readFile(`${pounds}\n${sold('06/13/2026')}\n`).rows[0]?.currency).toBe('GBP');
    const none = EARNINGS.replaceAll('($)', '');
    expect(readFile(`${none}\n${sold('06/13/2026')}\n`).rows[0]?.currency).toBe('USD');
  });

  it('reads the Spanish report: a title, its own headers, months by name', () => {
    const { rows, recognition, issues } = readFile(
      [
        'Reporte de ganancias',
        'Categoría,Nombre,ASIN,Vendedor,ID de seguimiento,Fecha de envío,Precio,Artículos enviados,Devoluciones,Ingresos,Comisiones',
        'Hogar,Comedero,B0PAW00003,Amazon,colas-20,15 de septiembre de 2026,"1,250.50",1,0,"1,250.50",50.02',
        'Hogar,Comedero,B0PAW00003,Amazon,colas-20,1 de mayo de 2026,9.90,1,0,9.90,0.40',
        '',
      ].join('\n'),
    );
    expect(recognition).toMatchObject({
      profileId: 'amazon-earnings',
      dialect: { headerLine: 2 },
      questions: ['program'],
    });
    expect(issues).toEqual([]);
    expect(rows).toMatchObject([
      { partnerId: 'colas-20', sale: 1_250_500_000, commission: 50_020_000, category: 'Hogar' },
      { eventTime: momentOfDay(dayToNumber('2026-05-01' as Day)) },
    ]);
    expect(rows[0]?.eventTime).toBe(momentOfDay(dayToNumber('2026-09-15' as Day)));
  });

  it('multiplies an order’s price by its items, and keeps it apart from earnings', () => {
    const order = (quantity: string): string =>
      `Pet Products,Bowl,B0PAW00003,Amazon,happytails-20,2026-06-02,${quantity},14.50,Text only,ndi,PHONE`;
    const { rows, recognition } = readFile(`${ORDERS}\n${order('3')}\n${order('')}\n`);
    expect(recognition.kind).toBe('orders');
    expect(rows.map(({ sale }) => sale)).toEqual([43_500_000, 14_500_000]);
  });
});
