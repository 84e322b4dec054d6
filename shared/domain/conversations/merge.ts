import { distance } from 'fastest-levenshtein';

/**
 * Texts with fields in braces: "Hi {first name}". A field's name is met however it is spelled: any case, with or without blanks,
 * hyphens and underscores. `\{` and `\}` are braces that stand for themselves; a closing brace alone does too. A field is closed on
 * the line it is opened on.
 */

/** What a text is made of, in its order. `name`: as it is written. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  /** A brace that is never closed, with the rest of its line. */
  | { readonly kind: 'unclosed'; readonly text: string };

/** What two spellings of one field have in common. */
export const fieldKey = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

/** Reads a text into its pieces; neighbouring texts are one. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let plain = '';
  const add = (piece: Piece): void => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(piece);
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === '\\' && (next === '{' || next === '}')) {
      plain += next;
      at += 2;
    } else if (char === '{') {
      const line = /^[^\n]*/.exec(text.slice(at + 1))?.[0] ?? '';
      const end = line.indexOf('}');
      if (end < 0) add({ kind: 'unclosed', text: `{${line}` });
      else add({ kind: 'field', name: line.slice(0, end) });
      at += end < 0 ? line.length + 1 : end + 2;
    } else {
      plain += char;
      at += 1;
    }
  }
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

/** A piece of a message to one person. A missing or unknown field stands there as it was written. */
export type MergedPiece =
  | { readonly kind: 'text' | 'value' | 'fallback'; readonly text: string }
  /** `name` of `missing`: what the field is called. */
  | { readonly kind: 'missing'; readonly text: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly text: string; readonly name: string }
  | { readonly kind: 'unclosed'; readonly text: string };

/** What each known field is called, by its key (`fieldKey`). */
export type FieldNames = ReadonlyMap<string, string>;

/**
 * A text made out for one person. `values` by key: '' or left out where there is none. `fallbacks` by name, in any spelling: what
 * stands for a value that is not there; an empty one is none. What is put in is never read for fields again.
 */
export function mergePieces(
  text: string,
  names: FieldNames,
  values: ReadonlyMap<string, string>,
  fallbacks: Readonly<Record<string, string>>,
): readonly MergedPiece[] {
  const standIns = new Map(Object.entries(fallbacks).map(([name, value]) => [fieldKey(name), value]));
  return pieces(text).map((piece): MergedPiece => {
    if (piece.kind !== 'field') return piece;
    const key = fieldKey(piece.name);
    const name = names.get(key);
    const written = `{${piece.name}}`;
    if (name === undefined) return { kind: 'unknown', text: written, name: piece.name.trim() };
    const value = values.get(key) ?? '';
    if (value !== '') return { kind: 'value', text: value };
    const fallback = standIns.get(key) ?? '';
    return fallback === '' ? { kind: 'missing', text: written, name } : { kind: 'fallback', text: fallback };
  });
}

/** The merged text as it is read. */
export const mergedText = (merged: readonly MergedPiece[]): string => merged.map(({ text }) => text).join('');

/** Names of the fields that had nothing to say, each once. */
export const missingIn = (merged: readonly MergedPiece[]): readonly string[] => [
  ...new Set(merged.flatMap((piece) => (piece.kind === 'missing' ? [piece.name] : []))),
];

/** Names of the known fields that texts use, each once, in the order in which they come. */
export function fieldsUsed(texts: readonly string[], names: FieldNames): readonly string[] {
  const used = texts.flatMap(pieces).flatMap((piece) => {
    const name = piece.kind === 'field' ? names.get(fieldKey(piece.name)) : undefined;
    return name === undefined ? [] : [name];
  });
  return [...new Set(used)];
}

/** What is wrong with a text, whoever it goes to. `nearest`: the field that may have been meant, null if none is near. */
export type TextProblem =
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: string | null }
  | { readonly kind: 'unclosed'; readonly text: string };

/** Unknown fields and unclosed braces of texts, each once. */
export function problemsIn(texts: readonly string[], names: FieldNames): readonly TextProblem[] {
  const found = new Map<string, TextProblem>();
  for (const piece of texts.flatMap(pieces)) {
    if (piece.kind === 'unclosed') found.set(piece.text, { kind: 'unclosed', text: piece.text });
    else if (piece.kind === 'field' && !names.has(fieldKey(piece.name))) {
      const name = piece.name.trim();
      found.set(`{${fieldKey(name)}}`, { kind: 'unknown', name, nearest: nearestField(name, names) });
    }
  }
  return [...found.values()];
}

/** How far a name is from one that it is a part of, or that is a part of it: further than two slips of the keys. */
const PART = 2.5;

/** The known field nearest to what is written; null if none is near. What stands behind a `|` is no part of a name. */
export function nearestField(written: string, names: FieldNames): string | null {
  const key = fieldKey((written.split('|')[0] ?? '').replaceAll(/[{}]/g, ''));
  if (key === '') return null;
  let best: { readonly name: string; readonly steps: number } | null = null;
  for (const [known, name] of names) {
    // "first" for "first name", "coupon code" for "code".
    const isPart = key.length > 2 && (known.includes(key) || (known.length > 2 && key.includes(known)));
    const slips = distance(key, known);
    const steps = slips <= known.length / 2 ? slips : Number.POSITIVE_INFINITY;
    const near = isPart ? Math.min(steps, PART) : steps;
    if (Number.isFinite(near) && (best === null || near < best.steps)) best = { name, steps: near };
  }
  return best?.name ?? null;
}
