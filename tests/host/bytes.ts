import { makeCodec } from './page/codec.ts';

/** The codec as Node runs it. */
export const bytesCodec = makeCodec({
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
});
