import { fileOf, type FileBytes } from '#shared/domain/imports/unpack/bytes.ts';
import { UnpackFailure } from '#shared/domain/imports/unpack/problems.ts';
import { unpack, type Choice } from '#shared/domain/imports/unpack/unpack.ts';

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file whose bytes come in pieces of `step`. */
export const inSteps = (bytes: Uint8Array, step: number): FileBytes => ({
  size: bytes.length,
  async *read(from, to) {
    for (let at = from; at < to; at += step) {
      await Promise.resolve();
      yield bytes.slice(at, Math.min(at + step, to));
    }
  },
});

export async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** All of a file's text. */
export async function unpackedText(file: Uint8Array | FileBytes, choice: Choice = {}): Promise<string> {
  const { text } = await unpack(file instanceof Uint8Array ? fileOf(file) : file, choice);
  return textOf(text());
}

/** The code with which it fails, '' if it does not. */
export async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UnpackFailure) return error.problem.code;
    throw error;
  }
  return '';
}
