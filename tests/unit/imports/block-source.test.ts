import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createPacker, MAPPING_EDITION, sourceName, unpackBlock } from '#shared/domain/imports/block-source.ts';
import { createBlockCutter, createBlockMapper, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import { Encoder } from '#shared/domain/ledger/encode.ts';
import { fixtureFiles } from '#tests/support/make-exports.ts';
import { lookAt, NO_ANSWERS } from './read.ts';

const SETTINGS = { ...NO_ANSWERS, program: 'P', currency: 'USD', zone: 'Europe/London' };
const block = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  pieces: [{ text, multiline: false, broken: false }],
  firstLine: 1,
  lines: 1,
  ...more,
});

const [text] = fixtureFiles().values();
const { recognition } = lookAt(text ?? '');

const namesOf = (...given: Parameters<typeof createPacker>) => {
  const packed = createPacker(...given);
  return (each: TextBlock): Promise<string> => sourceName(packed(each));
};

it.each([[['a,b\n', 'c,d\n']], [['é,日本\n', '\uFEFF😀\n', 'plain\n']], [[]]])(
  'packs a block so that it comes out as it was: %j',
  (texts) => {
    const pieces = texts.map((each, at) => ({ text: each, multiline: at === 0, broken: at === 1 }));
    const given = block('', { pieces, firstLine: 7, lines: 9 });
    expect(unpackBlock(createPacker(recognition, SETTINGS)(given))).toEqual(given);
  },
);

it('names a block by its text, place, recognition and settings, however it is cut', async () => {
  const nameOf = namesOf(recognition, SETTINGS);
  const name = await nameOf(block('a,b\nc,d\n'));
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  const cut = ['a,b\n', 'c,d\n'].map((part) => ({ text: part, multiline: false, broken: false }));
  expect(await nameOf(block('', { pieces: cut }))).toBe(name);
  const others = [
    nameOf(block('a,b\nc,e\n')),
    nameOf(block('a,b\nc,d\n', { firstLine: 2 })),
    namesOf(recognition, { ...SETTINGS, asOf: 1 })(block('a,b\nc,d\n')),
    namesOf({ ...recognition, network: 'Other' }, SETTINGS)(block('a,b\nc,d\n')),
  ];
  expect(new Set([name, ...(await Promise.all(others))]).size).toBe(5);
});

it.each(['multiline', 'broken'])('gives no name to a block with a %s piece', async (flag) => {
  const piece = { text: 'a\n', multiline: false, broken: false, [flag]: true };
  expect(await namesOf(recognition, SETTINGS)(block('', { pieces: [piece] }))).toBe('');
});

it('raises the edition when the same text is mapped to other columns', () => {
  const digest = createHash('sha256');
  for (const [name, content] of fixtureFiles()) {
    if (!name.endsWith('.csv')) continue;
    const found = lookAt(content).recognition;
    const cutter = createBlockCutter(found.dialect);
    const mapper = createBlockMapper(found, SETTINGS);
    const encoder = new Encoder();
    for (const each of [...cutter.push(new TextEncoder().encode(content)), ...cutter.end()])
      for (const { draft } of mapper.map(each)) encoder.add(draft);
    digest.update(JSON.stringify(encoder.finish()));
  }
  // If no fixture was changed, what is stored was mapped otherwise: raise MAPPING_EDITION, and write the new digest down.
  expect(`${MAPPING_EDITION} ${digest.digest('hex').slice(0, 16)}`).toBe('2 5e19cb901eeb2681');
});
