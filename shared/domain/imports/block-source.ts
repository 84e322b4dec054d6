import type { TextBlock } from './text-blocks.ts';
import type { Recognition, Settings } from './types.ts';

/**
 * Raise it whenever the same text would be mapped to other columns than before: blocks that are stored under the edition
 * before are then read anew when they come again.
 */
export const MAPPING_EDITION = 1;

/**
 * Makes the function that names what a block's columns come from: a SHA-256 (hex) of its text, its first line, and all that
 * mapping depends on beside. Mapping is a function of these, so blocks of the same name have the same columns. '' for a
 * block with rows over several lines or unreadable ones: what these mean is not in the text alone.
 */
export function createSourceNames(recognition: Recognition, settings: Settings): (block: TextBlock) => Promise<string> {
  const given = JSON.stringify([MAPPING_EDITION, recognition, settings]);
  const encoder = new TextEncoder();
  return async ({ pieces, firstLine }) => {
    if (pieces.some(({ multiline, broken }) => multiline || broken)) return '';
    const text = pieces.map((piece) => piece.text).join('');
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${given}\n${firstLine}\n${text}`));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
