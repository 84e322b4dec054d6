import type { Piece } from './row-cutter.ts';
import type { TextBlock } from './text-blocks.ts';
import type { Recognition, Settings } from './types.ts';

/**
 * Raise it whenever the same text would be mapped to other columns than before: blocks that are stored under the edition
 * before are then read anew when they come again.
 */
export const MAPPING_EDITION = 2;

/** A block of text as bytes in a buffer of its own, which one thread hands to another without copying them. */
export interface PackedBlock extends Omit<TextBlock, 'pieces'> {
  /** UTF-8: all that mapping depends on beside the text, then the text of the pieces. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the text of each is. */
  readonly pieces: readonly (Omit<Piece, 'text'> & { readonly from: number; readonly to: number })[];
}

/** Makes the function that turns blocks of one file into bytes. */
export function createPacker(recognition: Recognition, settings: Settings): (block: TextBlock) => PackedBlock {
  const given = JSON.stringify([MAPPING_EDITION, recognition, settings]);
  const encoder = new TextEncoder();
  return ({ pieces, firstLine, lines }) => {
    const before = encoder.encode(`${given}\n${firstLine}\n`);
    let bytes = new Uint8Array(pieces.reduce((sum, { text }) => sum + text.length, before.length));
    bytes.set(before);
    let length = before.length;
    const write = (text: string): void => {
      const { read, written } = encoder.encodeInto(text, bytes.subarray(length));
      length += written;
      if (read === text.length) return;
      // Not all of it is ASCII: a UTF-16 unit takes three bytes at most.
      const larger = new Uint8Array(bytes.length * 3);
      larger.set(bytes);
      bytes = larger;
      write(text.slice(read));
    };
    const packed = pieces.map(({ text, ...rest }) => {
      const from = length;
      write(text);
      return { ...rest, from, to: length };
    });
    return { bytes: bytes.subarray(0, length), pieces: packed, firstLine, lines };
  };
}

// As text that follows other text, a byte order mark is a character.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The block that was packed. */
export function unpackBlock({ bytes, pieces, firstLine, lines }: PackedBlock): TextBlock {
  const unpacked = pieces.map(({ from, to, ...rest }) => ({ ...rest, text: decoder.decode(bytes.subarray(from, to)) }));
  return { pieces: unpacked, firstLine, lines };
}

/**
 * Names what a block's columns come from: a SHA-256 (hex) of its text, its first line, and all that mapping depends on beside.
 * Mapping is a function of these, so blocks of the same name have the same columns. '' for a block with rows over several lines
 * or unreadable ones: what these mean is not in the text alone.
 */
export async function sourceName({ bytes, pieces }: PackedBlock): Promise<string> {
  if (pieces.some(({ multiline, broken }) => multiline || broken)) return '';
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
