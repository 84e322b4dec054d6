import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStructure } from '#shared/domain/imports/structure.ts';
import { readRows } from './read-rows.ts';

describe('csv-spectrum', () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('csv-spectrum'));
  const names = readdirSync(path.join(folder, 'csvs')).map((file) => path.parse(file).name);

  it('has its twelve files', () => {
    expect(names).toHaveLength(12);
  });

  it.each(names)('%s', (name) => {
    const csv = readFileSync(path.join(folder, 'csvs', `${name}.csv`));
    const expected: unknown = JSON.parse(readFileSync(path.join(folder, 'json', `${name}.json`), 'utf8'));
    const table = readStructure(csv, true, {}, () => 0);
    if (!table.ok) throw new Error(table.error.message);
    const [header = [], ...rows] = readRows(csv, table.value.dialect, [7]).cells;
    const objects = rows.map((row) => Object.fromEntries<string>(row.map((each, i) => [header[i] ?? '', each])));
    // The corpus's own mistakes: of this file its JSON has one object, not a list, and another number than its CSV.
    const mistaken = { 'Contact Phone Number': '2095257564' };
    if (name === 'location_coordinates') expect(objects).toEqual([{ ...(expected as object), ...mistaken }]);
    else expect(objects).toEqual(expected);
  });
});
