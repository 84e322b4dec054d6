import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf } from '#shared/domain/imports/unpack/bytes.ts';
import { readDirectory, readEntry } from '#shared/domain/imports/unpack/zip.ts';
import { contentsOf, MOST_ENTRIES } from '#shared/domain/imports/unpack/unpack.ts';
import { ascii, codeOf, inSteps, textOf, unpackedText } from './helpers.ts';

const A = 'id,amount\n1,2.50\n';
const B = 'id;betrag\n7;3,50\n'.repeat(2_000);

const names = async (bytes: Uint8Array): Promise<readonly string[] | undefined> =>
  (await contentsOf(fileOf(bytes)))?.map(({ name }) => name);

/** Where in a zip an entry's record of the directory begins. */
function directoryAt(zip: Uint8Array, nth: number): number {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  let at = -1;
  for (let i = 0; i <= nth; i++) at = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
  return at;
}

describe('zip', () => {
  it('lists the files that could be exports, in order, with their sizes', async () => {
    const zip = zipSync({
      'exports/': new Uint8Array(0),
      'exports/a.csv': ascii(A),
      'exports/b.csv': ascii(B),
      'exports/.hidden': ascii('x'),
      '.DS_Store': ascii('x'),
      '__MACOSX/exports/._a.csv': ascii('x'),
      'empty.csv': new Uint8Array(0),
    });
    expect(await contentsOf(fileOf(zip))).toEqual([
      { name: 'exports/a.csv', size: A.length },
      { name: 'exports/b.csv', size: B.length },
    ]);
    expect(await unpackedText(zip, { entry: 'exports/a.csv' })).toBe(A);
    expect(await unpackedText(zip, { entry: 'exports/b.csv' })).toBe(B);
  });

  it('knows a zip by its bytes alone', async () => {
    expect(await contentsOf(fileOf(ascii(A)))).toBeNull();
    expect(await contentsOf(fileOf(gzipSync(ascii(A))))).toBeNull();
    expect(await unpackedText(ascii(A))).toBe(A);
  });

  it('gives back what was packed, stored or deflated, in steps of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-zü]{1,9}$/), fc.uint8Array({ minLength: 1, maxLength: 400 }), {
          minKeys: 1,
          maxKeys: 6,
        }),
        fc.constantFrom(0 as const, 6 as const),
        fc.integer({ min: 1, max: 300 }),
        fc.string({ maxLength: 40 }),
        async (files, level, step, comment) => {
          const zip = withComment(zipSync(files, { level }), ascii(comment));
          const file = inSteps(zip, step);
          for (const entry of await readDirectory(file)) {
            const parts: Uint8Array[] = [];
            for await (const part of readEntry(file, entry)) parts.push(part);
            expect(new Uint8Array(Buffer.concat(parts))).toEqual(new Uint8Array(files[entry.name] ?? []));
          }
          expect((await readDirectory(file)).map(({ name }) => name)).toEqual(Object.keys(files));
        },
      ),
    );
  });

  it('reads an archive with something before its first file', async () => {
    const zip = new Uint8Array(Buffer.concat([ascii('#!/bin/sh\n'), zipSync({ 'a.csv': ascii(A) })]));
    const [entry] = await readDirectory(fileOf(zip));
    expect(entry && (await textOf(readEntry(fileOf(zip), entry)))).toBe(A);
  });

  it('keeps two files of one name apart, and shows no name that could deceive', async () => {
    const zip = zipSync({ 'a.csv': ascii(A), 'b.csv': ascii(B), 'x\u202evsc.exe': ascii(A) });
    zip[directoryAt(zip, 1) + 46] = 'a'.charCodeAt(0);
    expect(await names(zip)).toEqual(['a.csv', 'a.csv (2)', 'x·vsc.exe']);
    expect(await unpackedText(zip, { entry: 'a.csv (2)' })).toBe(B);
    const evil = zipSync({ '../../etc/passwd': ascii(A), 'C:\\autoexec.bat': ascii(A) });
    expect(await names(evil)).toEqual(['C:\\autoexec.bat']);
  });

  it('opens gzip inside, and refuses an archive inside', async () => {
    const zip = zipSync({
      'a.csv.gz': gzipSync(strToU8(A)),
      'inner.zip': zipSync({ 'a.csv': ascii(A) }),
      'twice.gz': gzipSync(gzipSync(ascii(A))),
    });
    expect(await unpackedText(zip, { entry: 'a.csv.gz' })).toBe(A);
    expect(await codeOf(() => unpackedText(zip, { entry: 'inner.zip' }))).toBe('nested-archive');
    expect(await codeOf(() => unpackedText(zip, { entry: 'twice.gz' }))).toBe('nested-archive');
    expect(await codeOf(() => unpackedText(zip, { entry: 'gone.csv' }))).toBe('no-such-entry');
    expect(await codeOf(() => unpackedText(zip))).toBe('no-such-entry');
  });

  it('says what is wrong with the rest', async () => {
    const zip = zipSync({ 'a.csv': ascii(B) });
    const changed = (at: number, ...bytes: number[]): Uint8Array => {
      const copy = zip.slice();
      copy.set(bytes, directoryAt(zip, 0) + at);
      return copy;
    };
    const listing = (bytes: Uint8Array) => codeOf(() => contentsOf(fileOf(bytes)));
    const reading = (bytes: Uint8Array) => codeOf(() => unpackedText(bytes, { entry: 'a.csv' }));
    expect(await listing(changed(8, 1))).toBe('encrypted');
    expect(await reading(changed(10, 99))).toBe('unknown-packing');
    expect(await reading(changed(16, 1, 2, 3, 4))).toBe('damaged-archive');
    expect(await reading(changed(42, 9))).toBe('damaged-archive');
    expect(await listing(zip.subarray(0, zip.length - 30))).toBe('damaged-archive');
    expect(await listing(zipSync({ 'folder/': new Uint8Array(0) }))).toBe('nothing-inside');
    expect(await listing(zipSync({}))).toBe('nothing-inside');
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}.csv`, ascii(A)]));
    expect(await listing(zipSync(many))).toBe('too-many-files');
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.xml`, new Uint8Array(0)]));
    expect(await listing(zipSync(parts, { level: 0 }))).toBe('too-many-files');
  });

  it('gives out no more than the directory says, and lists no more than can be read', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(32 << 20) });
    const at = directoryAt(bomb, 0);
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(at + 24, 1000, true);
    let out = 0;
    const file = fileOf(lying);
    const [entry] = await readDirectory(file);
    const reading = async (): Promise<void> => {
      if (entry) for await (const piece of readEntry(file, entry)) out += piece.length;
    };
    expect(await codeOf(reading)).toBe('damaged-archive');
    expect(out).toBe(0);
    const huge = bomb.slice();
    new DataView(huge.buffer).setUint32(at + 24, 0xfffffff0, true);
    expect(await codeOf(() => contentsOf(fileOf(huge)))).toBe('too-large-inside');
  });

  it('never throws anything else, whatever the bytes', async () => {
    const zip = zipSync({ 'a.csv': ascii(B), 'b.csv': ascii(A) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(zip.length),
        async (changes, length) => {
          const bytes = zip.slice(0, length);
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          await codeOf(async () => {
            for (const { name } of (await contentsOf(fileOf(bytes))) ?? []) await unpackedText(bytes, { entry: name });
          });
        },
      ),
    );
  });
});

function withComment(zip: Uint8Array, comment: Uint8Array): Uint8Array {
  const all = new Uint8Array(Buffer.concat([zip, comment]));
  new DataView(all.buffer).setUint16(zip.length - 2, comment.length, true);
  return all;
}
