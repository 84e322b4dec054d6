/** How a file is packed, if it is. */
export type PackedKind = 'gzip' | 'zip' | 'workbook' | 'plain';

/** Bytes that `kindOf` needs of a file's beginning. */
export const KIND_BYTES = 512;

/** Names that stand first in an Office Open XML package (ECMA-376 part 2), whoever wrote it. */
const PACKAGE_PARTS = /^(?:\[Content_Types\]\.xml$|_rels\/|xl\/|docProps\/)/;

/**
 * How a file is packed, by its first bytes and never by its name. A zip whose first entry belongs to an Office package is
 * taken for a workbook; reading it says whether it is one.
 */
export function kindOf(head: Uint8Array): PackedKind {
  // RFC 1952: ID1, ID2, and deflate as the only method there is.
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  if (head[0] !== 0x50 || head[1] !== 0x4b) return 'plain';
  const mark = `${head[2]},${head[3]}`;
  // APPNOTE.TXT 4.3.7 (a local file header) and 4.3.16 (the end of an archive without any).
  if (mark !== '3,4' && mark !== '5,6') return 'plain';
  const nameLength = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  const name = String.fromCharCode(...head.subarray(30, 30 + Math.min(nameLength, KIND_BYTES - 30)));
  return mark === '3,4' && PACKAGE_PARTS.test(name) ? 'workbook' : 'zip';
}
