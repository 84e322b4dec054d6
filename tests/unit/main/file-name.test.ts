import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '#main/files/file-name.ts';

describe('a safe file name', () => {
  it.each([
    ['Transactions 2026-11.csv', 'Transactions 2026-11.csv'],
    ['Transactions', 'Transactions.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.csv'],
    ['../../etc/passwd', '-..-etc-passwd.csv'],
    ['CON', '_CON.csv'],
    ['con.csv', '_con.csv'],
    ['lpt9.tar', '_lpt9.tar.csv'],
    ['COM¹', '_COM¹.csv'],
    ['console', 'console.csv'],
    ['name. . .', 'name.csv'],
    ['name .csv', 'name.csv'],
    ['...', 'Untitled.csv'],
    ['', 'Untitled.csv'],
    ['.csv', 'Untitled.csv'],
    ['line\nbreak\u0000', 'line-break-.csv'],
    ['evil\u202evsc.exe', 'evil-vsc.exe.csv'],
    ['Umsätze – März.CSV', 'Umsätze – März.csv'],
  ])('%j becomes %j', (suggested, expected) => {
    expect(safeFileName(suggested, '.csv')).toBe(expected);
  });

  it('fits 255 bytes without cutting a character', () => {
    const name = safeFileName('é🐶'.repeat(200), '.csv');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).not.toContain('\ufffd');
    expect(name.endsWith('.csv')).toBe(true);
  });

  it('ends in no space or dot where it was cut', () => {
    expect(safeFileName(`${'x'.repeat(249)}. and more`, '.csv')).toBe(`${'x'.repeat(249)}.csv`);
  });

  it('is one plain name, whatever is suggested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
        const name = safeFileName(suggested, '.csv');
        const stem = name.slice(0, -4);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(name.endsWith('.csv')).toBe(true);
        expect(stem).not.toMatch(/^$|^[\s.]|[\s.]$/);
        expect(stem).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      }),
    );
  });
});
