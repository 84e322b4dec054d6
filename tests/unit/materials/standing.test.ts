import { describe, expect, it } from 'vitest';
import type { Material, MaterialVersion } from '#shared/domain/materials/material.ts';
import { kindOfFile, nameOfFile, numberOf, outdatedOf, validityOf } from '#shared/domain/materials/standing.ts';
import type { Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const TODAY = day('2026-11-23');
const version = (id: string, known: Partial<MaterialVersion> = {}): MaterialVersion => ({
  ...{ id, file: null, text: 'x', from: '', until: '', addedAt: 0 },
  ...known,
});

describe('a version today', () => {
  it.each([
    ['', '', 'valid'],
    ['2026-11-23', '', 'valid'],
    ['2026-11-24', '', 'to-come'],
    ['', '2026-11-22', 'ended'],
    ['', '2026-11-23', 'ends-soon'],
    ['', '2026-12-07', 'ends-soon'],
    ['', '2026-12-08', 'valid'],
    ['2026-11-24', '2026-11-25', 'to-come'],
  ])('from %j until %j is %s', (from, until, stands) => {
    expect(validityOf({ from: from as Day | '', until: until as Day | '' }, TODAY)).toBe(stands);
  });
});

it('who has an older version, or one that has ended, uses an outdated material', () => {
  const material = (...versions: MaterialVersion[]): Material => ({
    ...{ id: 'm', name: 'M', kind: 'banner', tags: [], note: '', versions, sample: false },
  });
  const both = material(version('a'), version('b'));
  expect(outdatedOf({ versionId: 'a' }, both, TODAY)).toBe('older');
  expect(outdatedOf({ versionId: 'b' }, both, TODAY)).toBeNull();
  const ended = material(version('a'), version('b', { until: day('2026-11-01') }));
  expect(outdatedOf({ versionId: 'b' }, ended, TODAY)).toBe('ended');
  expect(outdatedOf({ versionId: 'gone' }, both, TODAY)).toBe('older');
  expect([numberOf(both, 'a'), numberOf(both, 'b'), numberOf(both, 'c')]).toEqual([1, 2, null]);
});

it.each([
  ['a.png', 'image/png', 'banner'],
  ['a.mp4', 'video/mp4', 'banner'],
  ['products.csv', 'text/plain', 'feed'],
  ['products.xml', 'application/xml', 'feed'],
  ['products.xlsx', 'application/zip', 'feed'],
  ['mail.txt', 'text/plain', 'copy'],
  ['mail.md', 'text/plain', 'copy'],
  ['rules.pdf', 'application/pdf', 'guideline'],
  ['logos.zip', 'application/zip', 'guideline'],
])('%s (%s) is a %s', (name, type, kind) => expect(kindOfFile({ name, type })).toBe(kind));

it.each([
  ['spring_banner-728x90.png', 'spring banner-728x90'],
  ['.htaccess', '.htaccess'],
  ['a.b.c.pdf', 'a.b.c'],
  ['no ending', 'no ending'],
])('%s is called %s', (file, name) => expect(nameOfFile(file)).toBe(name));
