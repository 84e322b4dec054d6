import type { TextView } from './columns.ts';

/**
 * `text` for comparing without regard to case, character by character: the same length, and the same for a part as for the
 * part within the whole. `toLowerCase` alone is neither where it meets a capital I with a dot (it becomes two characters) or
 * a sigma (it depends on the neighbours).
 */
export function fold(text: string): string {
  if (!/[\u0130\u03a3\u03c2]/.test(text)) return text.toLowerCase();
  return text.replaceAll('\u0130', 'i').replaceAll('\u03a3', '\u03c3').toLowerCase().replaceAll('\u03c2', '\u03c3');
}

/** By entry: 1 if it holds the (folded) text; null if none does. */
export function markEntriesWith(view: TextView, needle: string): Uint8Array | null {
  const text = fold(view.text);
  let at = text.indexOf(needle);
  if (at < 0) return null;
  const hits = new Uint8Array(view.entries);
  let any = false;
  let entry = 0;
  while (at >= 0) {
    while ((view.ends[entry] as number) <= at) entry++;
    const end = view.ends[entry] as number;
    if (at + needle.length <= end) {
      hits[entry] = 1;
      any = true;
      at = text.indexOf(needle, end);
    } else at = text.indexOf(needle, at + 1); // reaches over the end of its entry
  }
  return any ? hits : null;
}
