import { extname } from 'node:path';

/** How many bytes of a file's beginning are looked at. */
export const SNIFF_BYTES = 4096;

const SAVE_AS_CSV = 'Open it and save it as “CSV UTF-8” or as an Excel workbook (.xlsx), then import that.';
const IMPORT_TABLE =
  'Affiliate Desk reads exports as tables (CSV, Excel). Download the report as one from the network.';
const UNPACK = 'Unpack it first, then import the files inside.';

const SIGNATURES: readonly {
  readonly bytes: readonly number[];
  readonly says: (extension: string) => string | null;
}[] = [
  // Read as they are: what is packed inside is looked at when it is unpacked.
  { bytes: [0x1f, 0x8b, 8], says: () => null },
  { bytes: [0x50, 0x4b, 0x03, 0x04], says: describeZip },
  { bytes: [0x50, 0x4b, 0x05, 0x06], says: () => 'is an empty archive. Download it again.' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    says: (extension) =>
      extension === '.msg'
        ? 'is a mail of Outlook’s own kind. Save it as .eml or as text, and drop that on the affiliate’s page.'
        : `is an old Excel or Office file, or one with a password. ${SAVE_AS_CSV}`,
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], says: () => `is a PDF. ${IMPORT_TABLE}` },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], says: () => `is a 7-Zip archive. ${UNPACK}` },
  { bytes: [0x52, 0x61, 0x72, 0x21], says: () => `is a RAR archive. ${UNPACK}` },
  { bytes: [0x89, 0x50, 0x4e, 0x47], says: () => `is a picture. ${IMPORT_TABLE}` },
  { bytes: [0xff, 0xd8, 0xff], says: () => `is a picture. ${IMPORT_TABLE}` },
  { bytes: [0x47, 0x49, 0x46, 0x38], says: () => `is a picture. ${IMPORT_TABLE}` },
];

/** Zip archives and Excel workbooks are read; other kinds of zip are told by their names, for a sentence that helps. */
function describeZip(extension: string): string | null {
  if (/^\.(xlsb|ods|numbers)$/.test(extension)) return `is a spreadsheet that cannot be read here. ${SAVE_AS_CSV}`;
  if (/^\.(docx|odt|pptx|pages|key)$/.test(extension)) return `is a document. ${IMPORT_TABLE}`;
  return null;
}

/**
 * What a file is if it can be no export, as the rest of a sentence that begins with its name, and what to do about it; null
 * for text in any encoding, gzip, zip and Excel workbooks. The bytes decide, the name only tells kinds of zip apart: some
 * networks call a CSV ".xls".
 */
export function notReadable(name: string, start: Uint8Array): string | null {
  const extension = extname(name).toLowerCase();
  for (const { bytes, says } of SIGNATURES) {
    if (bytes.every((byte, index) => start[index] === byte)) return says(extension);
  }
  return looksBinary(start) ? `is not a text file. ${IMPORT_TABLE}` : null;
}

function looksBinary(start: Uint8Array): boolean {
  const zeros: [number, number] = [0, 0];
  let controls = 0;
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
    else if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++;
  });
  const all = zeros[0] + zeros[1];
  // UTF-16 of mostly Latin letters has its zeros at every other byte; other zeros are no text.
  if (all > 0 && !isUtf16(start, zeros)) return true;
  return controls > start.length / 20;
}

function isUtf16(start: Uint8Array, [even, odd]: readonly [number, number]): boolean {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const [many, few] = even > odd ? [even, odd] : [odd, even];
  return many > start.length / 4 && few <= many / 50;
}
