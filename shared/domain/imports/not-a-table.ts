import type { Problem } from '../../lib/result.ts';

interface Signature {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly todo: string;
}

const UNPACK = 'Unpack it and drop the export that is inside.';
const EXPORT = 'Export the table as CSV and drop that.';

/** First bytes of what gets dropped by mistake; what can be unpacked has been. Sources: the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook, or one with a password',
    todo: 'Open it, save it as XLSX without a password, or as CSV, and drop that.',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document', todo: EXPORT },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture', todo: EXPORT },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture', todo: EXPORT },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture', todo: EXPORT },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive', todo: UNPACK },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive', todo: UNPACK },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive of an unusual sort', todo: UNPACK },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a zip archive or a workbook', todo: UNPACK },
];

const problem = (code: string, what: string, todo: string): Problem => ({ code, message: `${what} ${todo}` });

/** Why the bytes are no text at all, or null. Call it before decoding. */
export function binaryProblem(head: Uint8Array): Problem | null {
  if (head.length === 0) return problem('empty-file', 'The file is empty.', 'Export it again and drop the new file.');
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (!signature) return null;
  return problem('not-text', `This is ${signature.what}, not a text file.`, signature.todo);
}

/** Tab, LF, CR, and the ones that separate fields (Hive's SOH, ASCII's record and unit separators). */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 13, 1, 30, 31]);

/** Why a decoded text is no table of cells, or null. */
export function textProblem(text: string): Problem | null {
  const start = text.slice(0, 2000).trimStart();
  if (/^[\s,;|"']*$/.test(text))
    return problem('empty-file', 'The file holds no text.', 'Export it again and drop the new file.');
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) {
    return problem(
      'web-page',
      'This is a web page, perhaps a sign-in page that was saved in place of the export.',
      'Sign in to the network, export again and drop the new file.',
    );
  }
  if (/^<\?xml\b/i.test(start)) {
    return problem('not-a-table', 'This is an XML file.', 'Export the report as CSV and drop that.');
  }
  if (/^(?:\{\s*"|\[\s*[[{])/.test(start)) {
    return problem('not-a-table', 'This is a JSON file.', 'Export the report as CSV and drop that.');
  }
  let odd = 0;
  const looked = Math.min(text.length, 20_000);
  for (let i = 0; i < looked; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && !TEXT_CONTROLS.has(code)) odd++;
  }
  if (odd * 20 > looked) {
    return problem('not-text', 'This is not a text file.', 'Export the report as CSV and drop that.');
  }
  return null;
}
