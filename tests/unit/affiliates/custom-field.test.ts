import { describe, expect, it } from 'vitest';
import { customInput, customWords, parseCustom, withCustom } from '#shared/domain/affiliates/custom-field.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';

const TODAY = '2026-11-23' as Day;
const format = makeFormat('en-US', 'UTC');

describe('custom fields', () => {
  it.each([
    ['text', ' Paws ', 'Paws'],
    ['text', '  ', ''],
    ['choice', 'Gold', 'Gold'],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-30', null],
    ['number', '1.5', 1.5],
    ['number', '1,5', 1.5],
    ['number', '−3', -3],
    ['number', '12 000', 12_000],
    ['number', 'twelve', null],
    ['number', '', ''],
  ] as const)('as %s “%s” is %s', (kind, text, value) => expect(parseCustom({ kind }, text)).toBe(value));

  it.each([
    ['text', 'Paws', 'Paws'],
    ['number', -1234.5, '−1,234.5'],
    ['date', '2026-11-24', 'Tue, Nov 24'],
    ['choice', 'Gold', 'Gold'],
    // A field that was another kind before shows what it has.
    ['date', 'soon', 'soon'],
    ['number', 'twelve', 'twelve'],
  ] as const)('shows a %s', (kind, value, words) =>
    expect(customWords({ id: 'f', kind }, { custom: { f: value } }, format, TODAY)).toBe(words),
  );

  it('has nothing where nothing is said, and zero where that is', () => {
    const field = { id: 'f', kind: 'number' } as const;
    expect(customWords(field, { custom: {} }, format, TODAY)).toBe('–');
    expect(customWords(field, { custom: { f: 0 } }, format, TODAY)).toBe('0');
    expect(customInput(field, { custom: { f: 0 } })).toBe('0');
    expect(withCustom({ f: 1, g: 'x' }, field, '')).toEqual({ g: 'x' });
    expect(withCustom({ g: 'x' }, field, 0)).toEqual({ g: 'x', f: 0 });
  });
});
