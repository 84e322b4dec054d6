import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatRows } from './format-rows.ts';

const README = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');

/** Cells of the table rows in a section, without header and rule. */
function tableOf(section: string): readonly (readonly string[])[] {
  const [, text = ''] = README.split(`\n## ${section}\n`);
  const [own = ''] = text.split('\n## ');
  const rows = own.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

it('the README lists every format that can be imported, and says what it is', () => {
  expect(tableOf('What can be imported')).toEqual(formatRows());
});
