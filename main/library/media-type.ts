/** How many bytes of a file's beginning tell what it is. */
export const TYPE_BYTES = 4096;

export const UNKNOWN_TYPE = 'application/octet-stream';

/** Pictures that the page may show; whatever else there is, it gets as bytes without a kind. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/svg+xml',
]);

const SIGNATURES: readonly { readonly type: string; readonly at: number; readonly bytes: string }[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/webp', at: 8, bytes: 'WEBPVP' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'video/mp4', at: 4, bytes: 'ftypisom' },
  { type: 'video/mp4', at: 4, bytes: 'ftypmp42' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
  { type: 'application/zip', at: 0, bytes: 'PK\x03\x04' },
  { type: 'application/gzip', at: 0, bytes: '\x1f\x8b\x08' },
];

/**
 * The MIME type of a file by how it begins, never by its name. Source of the signatures: WHATWG, "MIME Sniffing", 6.1 and 6.2.
 * Text is one of text/plain, application/xml and image/svg+xml: HTML is text here, since nothing shall show it as a page.
 */
export function mediaType(start: Uint8Array): string {
  const head = String.fromCharCode(...start.subarray(0, 32));
  const found = SIGNATURES.find(({ at, bytes }) => head.startsWith(bytes, at));
  if (found) return found.type;
  // A bitmap's header says its own size, and zeros where they must be.
  if (head.startsWith('BM') && start.length > 14 && start.subarray(6, 10).every((byte) => byte === 0)) {
    return 'image/bmp';
  }
  const text = textOf(start);
  if (text === null) return UNKNOWN_TYPE;
  if (/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(text)) {
    return 'image/svg+xml';
  }
  return /^\s*<\?xml\s/.test(text) ? 'application/xml' : 'text/plain';
}

/** What the page gets it as. */
export const servedType = (type: string): string => (PICTURES.has(type) ? type : UNKNOWN_TYPE);

function textOf(start: Uint8Array): string | null {
  const [first, second] = start;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(start);
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
}
