import { describe, expect, it } from 'vitest';
import { detectTable, recognise } from '#shared/domain/imports/detect.ts';
import { encode } from './encode.ts';
import { bytesOf, readFile } from './read.ts';

const HEADER = 'Action_Id,Action_Date,Status,Sale_Amount,Payout,mp_id';
const ROWS = ['1,2026-01-05,PENDING,10.00,1.00,7', '2,2026-01-06,PENDING,20.00,2.00,7'];
const refusal = (file: Uint8Array | string, whole = true) => {
  const result = recognise(typeof file === 'string' ? bytesOf(file) : file, whole);
  if (result.ok) throw new Error('was recognised');
  return result.error;
};
const table = (text: string) => {
  const result = detectTable(bytesOf(text), true);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('recognise', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['blanks only', ' \r\n \n\t\n', 'empty-file'],
    ['a byte order mark only', '\uFEFF', 'empty-file'],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
    ['XML', '<?xml version="1.0"?><a/>', 'not-a-table'],
    ['JSON', '{"conversions": []}', 'not-a-table'],
    ['a JSON list', '[{"id": 1}]', 'not-a-table'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'not-text'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'not-text'],
    ['a PDF', '%PDF-1.7\n...', 'not-text'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'not-text'],
    ['bytes without sense', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251), 'not-text'],
    ['prose', 'Dear Ann,\nplease find the figures attached.\n', 'unknown-format'],
    ['one word', 'hello', 'unknown-format'],
  ])('refuses %s', (_, file, code) => {
    const error = refusal(file);
    expect(error.code).toBe(code);
    // A sentence or two, for a person.
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });

  it('says what an unknown table looks like and what can be imported', () => {
    const { code, message } = refusal('Date,Shop,Total,Buyer,More\n2026-01-01,x,1,y,z\n');
    expect(code).toBe('unknown-format');
    expect(message).toContain('“Date”, “Shop”, “Total”, “Buyer”');
    expect(message).toContain('Partnerize conversions');
    expect(message).toContain('Impact Advertiser Action Listing');
  });

  it.each([
    ['conversion_id,campaign_id,publisher_id,conversion_item_id,item_value', 'conversion items'],
    ['click_id,cookie_id,campaign_id,publisher_id,status,set_time', 'Partnerize clicks'],
    ['Action_Date,Action_Id,brand_id,Campaign,Status,Sale_Amount,Payout,mp_id', 'partner’s side'],
    ['date_display,Clicks,Actions,Action_Cost', 'performance summary'],
    ['Action_Id,Action_Date,Status,Sale_Amount,Payout', 'columns are missing: mp_id'],
    [
      'conversion_id,publisher_id,conversion_date,conversion_status,currency,value,commission,campaign_id',
      'columns are missing: publisher_commission',
    ],
  ])('tells relatives of the known exports: %s', (header, words) => {
    const { code, message } = refusal(`${header}\n`);
    expect(code).toBe('unknown-format');
    expect(message).toContain(words);
  });

  it('refuses Partnerize items even if all of the conversion’s columns are there', () => {
    const header =
      'conversion_id,publisher_id,conversion_date_time,conversion_status,currency,value,publisher_commission,campaign_title,conversion_item_id';
    expect(refusal(`${header}\n`).message).toContain('conversion items');
  });

  it('reads a header without rows', () => {
    for (const end of ['', '\n', '\r\n']) {
      const { rows, issues, skipped, recognition } = readFile(`${HEADER}${end}`);
      expect(recognition.profileId).toBe('impact-action-listing');
      expect({ rows, issues, skipped }).toEqual({ rows: [], issues: [], skipped: [] });
    }
  });

  it('finds the header below a preamble, and reports the lines before it', () => {
    const text = [
      'Action Listing, all partners',
      '',
      '"Period: ""2026-01-01"" to',
      '2026-01-31"',
      HEADER,
      ...ROWS,
    ].join('\r\n');
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

  it('believes a first line that names the separator', () => {
    const { recognition, rows } = readFile(`sep=;\n${[HEADER, ...ROWS].join('\n').replaceAll(',', ';')}`);
    expect(recognition.dialect).toMatchObject({ delimiter: ';', headerLine: 2 });
    expect(rows).toHaveLength(2);
  });

  it('reads single quotes where those are the quotes', () => {
    const quoted = [HEADER, ...ROWS].map((line) => `'${line.replaceAll(',', "','")}'`).join('\n');
    const { recognition, rows } = readFile(quoted);
    expect(recognition.dialect.quote).toBe("'");
    expect(rows.map((row) => row.sale)).toEqual([10_000_000, 20_000_000]);
  });

  it('is not led astray by other delimiters in the cells', () => {
    const { recognition, rows } = readFile(
      `${HEADER},Notes\n${ROWS.map((row) => `${row},a;b;c|d|e|f;;;;|||`).join('\n')}`,
    );
    expect(recognition.dialect.delimiter).toBe(',');
    expect(rows).toHaveLength(2);
  });

  it('sees what the beginning shows, however long the file', () => {
    const long = `${HEADER}\n${ROWS.join('\n')}\n`.repeat(1);
    const bytes = bytesOf(long);
    // Cut in the middle of the second row: the incomplete row is left out of account.
    expect(recognise(bytes.subarray(0, bytes.length - 10), false).ok).toBe(true);
    expect(refusal('x'.repeat(1000), false).code).toBe('not-a-table');
  });
});

describe('detectTable', () => {
  it.each([
    ['a;b;"c,d,e"\n', ';', 3],
    ['Field1;Field2;"Field,3,3,3"\n', ';', 3],
    ['a|b|c\n1|2|3\n', '|', 3],
    ['a\tb\n1,5\t2,5\n2,5\t3,5\n', '\t', 2],
    ['name,age\n"x;y;z",3\n', ',', 2],
    ['only\n1\n2\n', ',', 1],
  ])('%j', (text, delimiter, width) => {
    const { dialect, header, recognition } = table(text);
    expect(dialect.delimiter).toBe(delimiter);
    expect(header).toHaveLength(width);
    expect(recognition).toBeNull();
  });

  it('takes the first row of the usual width for the header', () => {
    const { dialect, header } = table('Monthly report\nmade for Ann\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n');
    expect(dialect.headerLine).toBe(4);
    expect(header).toEqual(['a', 'b', 'c']);
  });

  it('tells UTF-16 without a mark, and UTF-8 with a damaged character from windows-1252', () => {
    const text = `${HEADER},Media_Partner\n${ROWS.map((row) => `${row},Café Ärger ßß öö üü ää ëë`).join('\n')}\n`;
    const encodingOf = (bytes: Uint8Array) => {
      const result = detectTable(bytes, true);
      return result.ok ? result.value.dialect.encoding : result.error.code;
    };
    expect(encodingOf(encode(text, 'utf-16le', false))).toBe('utf-16le');
    expect(encodingOf(encode(text, 'utf-16be', false))).toBe('utf-16be');
    expect(encodingOf(encode(text, 'windows-1252', false))).toBe('windows-1252');
    expect(encodingOf(Uint8Array.from([...bytesOf(text), 0xc3]))).toBe('utf-8');
  });

  it('names the columns __proto__ and constructor like any other', () => {
    expect(table('__proto__,constructor,toString\n1,2,3\n').header).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
