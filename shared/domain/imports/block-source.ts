import type { TextBlock } from './text-blocks.ts';
import type { Recognition, Settings } from './types.ts';

/**
 * Raise it whenever the same text would be mapped to other columns than before: blocks that are stored under the edition
 * before are then read anew when they come again.
 */
export const MAPPING_EDITION = 2;

/**
 * Makes the function that names what a block's columns come from: a SHA-256 (hex) of its text, its first line, and all that
 * mapping depends on beside. Mapping is a function of these, so blocks of the same name have the same columns. '' for a
 * block with rows over several lines or unreadable ones: what these mean is not in the text alone.
 */
export function createSourceNames(recognition: Recognition, settings: Settings): (block: TextBlock) => Promise<string> {
  const given = JSON.stringify([MAPPING_EDITION, recognition, settings]);
  const encoder = new TextEncoder();
  // Used again for each block, which costs far less than a new one of several megabytes; `digest` copies it when called.
  let bytes = new Uint8Array(0);
  return async ({ pieces, firstLine }) => {
    if (pieces.some(({ multiline, broken }) => multiline || broken)) return '';
    const texts = [`${given}\n${firstLine}\n`, ...pieces.map((piece) => piece.text)];
    // A UTF-16 unit takes three bytes at most.
    const most = texts.reduce((sum, text) => sum + text.length * 3, 0);
    if (bytes.length < most) bytes = new Uint8Array(most);
    let length = 0;
    for (const text of texts) length += encoder.encodeInto(text, bytes.subarray(length)).written;
    const digest = await crypto.subtle.digest('SHA-256', bytes.subarray(0, length));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
