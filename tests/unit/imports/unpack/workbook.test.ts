import { strToU8, unzipSync, zipSync, gzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf } from '#shared/domain/imports/unpack/bytes.ts';
import { plainDecimal } from '#shared/domain/imports/unpack/plain-decimal.ts';
import { contentsOf, unpack } from '#shared/domain/imports/unpack/unpack.ts';
import { ascii, codeOf, inSteps, unpackedText } from './helpers.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/workbooks');
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, name)));

/** The table that all fixtures hold (tests/fixtures/workbooks/README.md), line by line as in the sheet. */
const TABLE = [
  'Action Id,Action Date,Day,Amount,Rate,Paid,Note',
  '000123,2026-06-01 14:30:05,2026-06-01,12.1,0.1,true,plain',
  '98765432109876543210,2026-06-02 00:00:00,2026-06-30,435,0.0000001,false,"a ""quoted"", comma"',
  '',
  '0007,2026-12-31 23:59:59,2026-06-01,-3,1234567.891,true,two lines',
  '" 42 ",2026-06-01 14:30:05,2026-06-30,0.3,0,,Größe – 日本',
];

/** A workbook with parts changed, added or (null) left out. */
function changed(name: string, changes: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const parts = unzipSync(fixture(name));
  for (const [part, bytes] of Object.entries(changes)) {
    if (bytes === null) Reflect.deleteProperty(parts, part);
    else parts[part] = new Uint8Array(bytes);
  }
  return zipSync(parts);
}

const sheetOf = (cells: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  );

describe('workbooks', () => {
  it.each([
    ['libreoffice.xlsx', ['Sheet1', 'Empty'], 'Sheet1', []],
    ['openpyxl.xlsx', ['Sheet1', 'Empty'], 'Sheet1', []],
    ['xlsxwriter.xlsx', ['About', 'Actions & more'], 'Actions & more', ['', ',,,444.4,,14:30:00,']],
  ])('%s: ids with their zeros, plain decimals, ISO dates, a line a row', async (name, sheets, sheet, more) => {
    const unpacked = await unpack(fileOf(fixture(name)));
    expect(unpacked).toMatchObject({ sheets, sheet });
    expect((await unpackedText(fixture(name))).split('\n')).toEqual([...TABLE, ...more, '']);
  });

  it('reads the sheet that is chosen, and the first with a table where there is none of that name', async () => {
    expect(await unpackedText(fixture('xlsxwriter.xlsx'), { sheet: 'About' })).toBe('Action report\n\nPawsome Pets\n');
    const other = await unpack(fileOf(fixture('xlsxwriter.xlsx')), { sheet: 'Gone' });
    expect(other.sheet).toBe('Actions & more');
    expect(await unpackedText(fixture('openpyxl.xlsx'), { sheet: 'Empty' })).toBe('');
  });

  it('is no archive of files, and is read inside one', async () => {
    const workbook = fixture('libreoffice.xlsx');
    expect(await contentsOf(fileOf(workbook))).toBeNull();
    const text = TABLE.join('\n') + '\n';
    expect(await unpackedText(inSteps(workbook, 999))).toBe(text);
    expect(await unpackedText(zipSync({ 'june.xlsx': workbook }), { entry: 'june.xlsx' })).toBe(text);
    expect(await unpackedText(gzipSync(workbook))).toBe(text);
    // The parts in another order than usual: still by what it holds.
    const parts = unzipSync(workbook);
    const shuffled = zipSync({ 'a.txt': ascii('x'), ...parts });
    expect(await contentsOf(fileOf(shuffled))).toBeNull();
    expect(await unpackedText(shuffled)).toBe(text);
  });

  it('refuses what only looks like one', async () => {
    const document = zipSync({ '[Content_Types].xml': ascii('<Types/>'), 'word/document.xml': ascii('<w/>') });
    expect(await codeOf(() => unpackedText(document))).toBe('not-a-workbook');
    expect(await codeOf(() => unpackedText(changed('openpyxl.xlsx', { 'xl/workbook.xml': null })))).toBe(
      'not-a-workbook',
    );
    expect(await codeOf(() => unpackedText(changed('openpyxl.xlsx', { 'xl/workbook.xml': ascii('no xml') })))).toBe(
      'not-a-workbook',
    );
    expect(
      await codeOf(() =>
        unpackedText(changed('openpyxl.xlsx', { 'xl/worksheets/sheet1.xml': sheetOf('<row r="1"><c') })),
      ),
    ).toBe('not-a-workbook');
  });

  it('refuses a sheet that a few bytes make enormous, and one that unpacks to too much', async () => {
    const far = (cells: string): Uint8Array => changed('openpyxl.xlsx', { 'xl/worksheets/sheet1.xml': sheetOf(cells) });
    const bombs = [
      '<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
      '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    ];
    for (const bomb of bombs) expect(await codeOf(() => unpackedText(far(bomb)))).toBe('too-large-inside');
    expect(await unpackedText(far('<row r="3"><c r="C3"><v>1</v></c></row>'))).toBe('\n\n,,1\n');
    const large = changed('openpyxl.xlsx', { 'xl/worksheets/sheet1.xml': new Uint8Array(170 << 20) });
    expect(await codeOf(() => unpackedText(large))).toBe('too-large-inside');
  });

  it('leaves cells with an error empty', async () => {
    const cells =
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><v>x</v></c></row>';
    const workbook = changed('openpyxl.xlsx', { 'xl/worksheets/sheet1.xml': sheetOf(cells) });
    expect(await unpackedText(workbook)).toBe(',true,x\n');
  });
});

describe('numbers of workbooks', () => {
  it.each([
    ['12.100000000000001', '12.1'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['1.5E3', '1500'],
    ['-2.5e-3', '-0.0025'],
    ['1.2345678901234568E+19', '12345678901234600000'],
    ['0', '0'],
    ['-0.0', '0'],
    ['1234567890123456', '1234567890123456'],
    ['1e400', '1e400'],
    ['twelve', 'twelve'],
    ['', ''],
  ])('%j is %j', (written, plain) => {
    expect(plainDecimal(written)).toBe(plain);
  });

  it('every amount with up to six decimals comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (units, places) => {
          const value = units / 10 ** places;
          expect(plainDecimal(String(value))).toBe(
            value === 0
              ? '0'
              : value
                  .toFixed(places)
                  .replace(/(\.\d*?)0+$/, '$1')
                  .replace(/\.$/, ''),
          );
          expect(plainDecimal((value * 3).toString())).not.toMatch(/e/i);
        },
      ),
    );
  });
});
