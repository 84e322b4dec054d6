import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notReadable } from '#main/files/sniff.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const ZIP = bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0);

describe('what can be no export', () => {
  it.each([
    ['report.ods', ZIP, 'is a spreadsheet', 'CSV'],
    ['nothing.zip', bytes(0x50, 0x4b, 0x05, 0x06, 0, 0), 'is an empty archive', 'again'],
    ['exports.7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'is a 7-Zip archive', 'Unpack'],
    ['exports.rar', ascii('Rar!\x1a\x07'), 'is a RAR archive', 'Unpack'],
    ['letter.docx', ZIP, 'is a document', 'CSV'],
    ['old.xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'is an old Excel', 'CSV'],
    ['statement.pdf', ascii('%PDF-1.7\n'), 'is a PDF', 'CSV'],
    ['screen.png', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'is a picture', 'CSV'],
    ['data.db', ascii('SQLite format 3\0\x10\0\x01\x01\0'), 'is not a text file', 'CSV'],
    ['numbers.bin', bytes(1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0), 'is not a text file', 'CSV'],
    ['program', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0), 'is not a text file', 'CSV'],
  ])('%s', (name, start, what, advice) => {
    expect(notReadable(name, start)).toContain(what);
    expect(notReadable(name, start)).toContain(advice);
  });
});

describe('what can be one', () => {
  const TABLE = 'Conversion ID,Publisher,Amount\r\n0001,Pfote & Co,12.50\r\n';

  it.each([
    ['plain', ascii(TABLE)],
    ['called .xls, as some networks do', ascii(TABLE.replaceAll(',', '\t'))],
    ['one letter', ascii('a')],
    ['gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b)],
    ['zip', ZIP],
    ['UTF-8 with BOM', bytes(0xef, 0xbb, 0xbf, ...ascii(TABLE))],
    ['windows-1252', bytes(...ascii('Name;Betrag\r\nM'), 0xfc, 0x6c, 0x80, 0x93, 0x0d, 0x0a)],
    ['UTF-16LE with BOM', bytes(0xff, 0xfe, ...Buffer.from(TABLE, 'utf16le'))],
    ['UTF-16LE without', bytes(...Buffer.from(TABLE, 'utf16le'))],
    ['UTF-16BE without', bytes(...Buffer.from(TABLE, 'utf16le').swap16())],
    ['UTF-16LE of Japanese with BOM', bytes(0xff, 0xfe, ...Buffer.from('名前,金額\r\n犬,12\r\n', 'utf16le'))],
  ])('%s', (what, start) => {
    expect(notReadable(what.includes('.xls') ? 'report.xls' : 'report.csv', start)).toBeNull();
    expect(notReadable('report.xlsx', start)).toBeNull();
  });

  it('any printable text in UTF-8 or UTF-16 of Latin letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        expect(notReadable('a.csv', ascii(`id,name\n${text}`))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }), (text) => {
        expect(notReadable('a.csv', bytes(...Buffer.from(text, 'utf16le')))).toBeNull();
      }),
    );
  });
});
