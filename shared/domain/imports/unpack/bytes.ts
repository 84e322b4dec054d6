/** A file by place, as it has to be for what keeps its list of contents at its end. */
export interface FileBytes {
  readonly size: number;
  /** The bytes from `from` up to, not including, `to`, in pieces that stay as they are. Whoever stops early closes it. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory, as a file. */
export const fileOf = (bytes: Uint8Array): FileBytes => ({
  size: bytes.length,

  async *read(from, to) {
    if (from < to) yield bytes.subarray(from, to);
  },
});

/** All pieces as one. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
  }
  if (all.length === 1 && all[0]) return all[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The same bytes in pieces of at most `length`. */
export async function* inSteps(pieces: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += length) yield piece.subarray(at, at + length);
}

/** The first bytes of a stream, at least `length` unless there are fewer, and the stream with them still in it. */
export async function peek(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncGenerator<Uint8Array> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let got = 0;
  while (got < length) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    got += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: await collect(fromArray(first)), all: all() };
}

async function* fromArray(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
