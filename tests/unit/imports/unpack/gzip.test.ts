import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf } from '#shared/domain/imports/unpack/bytes.ts';
import { gunzip } from '#shared/domain/imports/unpack/gzip.ts';
import { unpack } from '#shared/domain/imports/unpack/unpack.ts';
import { ascii, codeOf, inSteps, textOf, unpackedText } from './helpers.ts';

const TABLE = Array.from({ length: 5_000 }, (_, i) => `${i},Pfote & Cö,${(i * 7) % 100}.50\n`).join('');

describe('gzip', () => {
  it('gives the text inside, whatever the name and however the bytes come', async () => {
    const packed = gzipSync(strToU8(TABLE), { filename: 'export.csv' });
    for (const step of [1, 7, 1000, 16_384, 1 << 20]) {
      expect(await unpackedText(inSteps(packed, step))).toBe(TABLE);
    }
  });

  it('reads several members one after the other, as joined files are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        async (texts, step) => {
          const packed = texts.map((text) => gzipSync(strToU8(text), { filename: 'a name' }));
          expect(await unpackedText(inSteps(new Uint8Array(Buffer.concat(packed)), step))).toBe(texts.join(''));
        },
      ),
    );
  });

  it('refuses one that was cut short anywhere', async () => {
    const packed = gzipSync(strToU8(TABLE.slice(0, 2_000)));
    for (let length = 3; length < packed.length; length += 13) {
      expect(await codeOf(() => unpackedText(packed.subarray(0, length)))).toBe('damaged-archive');
    }
  });

  it('refuses one with another byte than was written', async () => {
    const packed = gzipSync(strToU8(TABLE.slice(0, 2_000)));
    for (let at = 12; at < packed.length; at += 17) {
      const damaged = packed.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(await codeOf(() => unpackedText(damaged))).toBe('damaged-archive');
    }
  });

  it('stops at the cap, long before all of a bomb is in memory', async () => {
    const bomb = gzipSync(new Uint8Array(64 << 20), { level: 9 });
    let out = 0;
    const reading = async (): Promise<void> => {
      for await (const piece of gunzip(fileOf(bomb).read(0, bomb.length), 1 << 20)) out += piece.length;
    };
    expect(await codeOf(reading)).toBe('too-large-inside');
    expect(out).toBeLessThanOrEqual(1 << 20);
  });

  it('refuses an archive inside', async () => {
    const zip = zipSync({ 'a.csv': ascii(TABLE) });
    expect(await codeOf(() => unpackedText(gzipSync(zip)))).toBe('nested-archive');
    expect(await codeOf(() => unpackedText(gzipSync(gzipSync(gzipSync(ascii(TABLE))))))).toBe('nested-archive');
  });

  it('tells how much of the file has gone by', async () => {
    const shares: number[] = [];
    const packed = gzipSync(crypto.getRandomValues(new Uint8Array(60_000)));
    const { text } = await unpack(inSteps(packed, 5_000));
    await textOf(text((share) => shares.push(share)));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThanOrEqual(8);
  });
});
