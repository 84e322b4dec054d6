import type { Encoding } from './types.ts';

/** Bytes to text, piece by piece, whatever the piece boundaries. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
  /** The text of bytes still held back (a cut-off character becomes U+FFFD). */
  end(): string;
  /** Turns from utf-8 to windows-1252 when that is what the first byte above 0x7F shows (encodingBy `default`). */
  readonly encoding: Encoding;
}

const NONE = new Uint8Array(0);

/** True if `bytes` are valid UTF-8; with `cut`, a last character that is not complete does not count against them. */
function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** An encoding and where it comes from (types.ts, Dialect). */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly encodingBy: 'evidence' | 'default';
}

const seen = (encoding: Encoding): DetectedEncoding => ({ encoding, encodingBy: 'evidence' });

/**
 * The encoding of a text file by its beginning: a byte order mark; else, for UTF-16 without one, NUL bytes nearly always on the same
 * side of a pair (delimiters and digits are ASCII in every export); else UTF-8 if valid, else windows-1252.
 */
export function detectEncoding(head: Uint8Array, whole: boolean): DetectedEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return seen('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return seen('utf-16be');
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return seen('utf-8');
  let even = 0;
  let odd = 0;
  const pairs = Math.min(head.length, 4096) >> 1;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  if (pairs > 1 && odd > pairs * 0.4 && even < pairs * 0.1) return seen('utf-16le');
  if (pairs > 1 && even > pairs * 0.4 && odd < pairs * 0.1) return seen('utf-16be');
  if (head.every((byte) => byte < 0x80)) return { encoding: 'utf-8', encodingBy: 'default' };
  return seen(isUtf8(head, !whole) || isNearlyUtf8(head) ? 'utf-8' : 'windows-1252');
}

/** True for UTF-8 with a few damaged characters (cut in two by a length limit): windows-1252 text hardly ever forms valid sequences. */
function isNearlyUtf8(head: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (const character of new TextDecoder('utf-8').decode(head)) {
    if (character === '\uFFFD') bad++;
    else if (character > '\x7F') good++;
  }
  return good > 10 * bad;
}

/**
 * A decoder that drops a leading byte order mark. It holds back incomplete characters itself and decodes whole ones at once, because
 * streaming TextDecoders are several times slower in Node and make two-byte strings out of ASCII.
 *
 * With `default`, the first byte above 0x7F decides for good: part of a valid UTF-8 character, or windows-1252 from there on.
 * Invalid bytes in what is UTF-8 become U+FFFD.
 */
export function createDecoder({ encoding, encodingBy }: DetectedEncoding): Decoder {
  let current = encoding;
  let text = new TextDecoder(encoding, { ignoreBOM: true });
  let held: Uint8Array = NONE;
  let atStart = true;
  let undecided = encodingBy === 'default';

  const withoutBom = (value: string): string => {
    if (!atStart || value === '') return value;
    atStart = false;
    return value.charCodeAt(0) === 0xfeff ? value.slice(1) : value;
  };

  /** Looks at the first byte above 0x7F. False: more bytes are needed to tell. */
  const decide = (bytes: Uint8Array, last: boolean): boolean => {
    const start = atStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    let first = start;
    while (first < bytes.length && (bytes[first] ?? 0) < 0x80) first++;
    if (first === bytes.length) return true;
    const length = sequenceLength(bytes[first] ?? 0);
    if (length > 1 && first + length > bytes.length && !last) return false;
    undecided = false;
    if (length === 1 || !isUtf8(bytes.subarray(first, first + length), false)) {
      current = 'windows-1252';
      text = new TextDecoder(current, { ignoreBOM: true });
    }
    return true;
  };

  const run = (bytes: Uint8Array, last: boolean): string => {
    const all = held.length === 0 ? bytes : concat(held, bytes);
    held = NONE;
    if (undecided) {
      const plain = text.decode(all);
      // ASCII has a character for each byte; so has a lone invalid byte, which comes out as U+FFFD.
      if (plain.length === all.length && !plain.includes('\uFFFD')) return withoutBom(plain);
      // The held bytes are ASCII up to the undecided character, so nothing is decoded twice in different ways.
      if (!decide(all, last)) {
        held = all.slice();
        return '';
      }
    }
    const end = last ? all.length : completeEnd(all, current);
    if (end < all.length) held = all.slice(end);
    return withoutBom(text.decode(end < all.length ? all.subarray(0, end) : all));
  };

  return {
    decode: (bytes) => run(bytes, false),
    end: () => run(NONE, true),
    get encoding() {
      return current;
    },
  };
}

const sequenceLength = (lead: number): number =>
  lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;

/** Where the last complete character of `bytes` ends. */
function completeEnd(bytes: Uint8Array, encoding: Encoding): number {
  const length = bytes.length;
  if (encoding === 'windows-1252') return length;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= 3 && back <= length; back++) {
      const byte = bytes[length - back] ?? 0;
      if (byte < 0x80) return length;
      if (byte >= 0xc0) return sequenceLength(byte) > back ? length - back : length;
    }
    return length;
  }
  const even = length - (length % 2);
  const high = even >= 2 ? (bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0) : 0;
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
