import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../..', name), 'utf8');
/** A top-level section of the packager's settings. */
const section = (name: string): string =>
  new RegExp(`^${name}:\n((?: .*\n?|\n)*)`, 'm').exec(read('electron-builder.yml'))?.[1] ?? '';

const ENDINGS = ['csv', 'tsv', 'xlsx', 'gz', 'zip', 'vcf'];

it('is offered for the files that are read, and becomes nobody’s way of opening them', () => {
  const mac = section('mac')
    .split('\n')
    .filter((line) => line.includes('{ ext:'));
  expect(mac).toHaveLength(ENDINGS.length);
  ENDINGS.forEach((ending, at) => {
    expect(mac[at]).toContain(`ext: ${ending},`);
    expect(mac[at]).toContain('role: Viewer, rank: Alternate');
  });
  expect(section('linux')).toContain('- text/csv\n');
  // electron-builder would write itself over whatever opens a CSV on Windows.
  expect(section('win') + section('nsis')).not.toContain('fileAssociations');
  expect(section('nsis')).toContain('include: assets/installer.nsh');
  const installer = read('assets/installer.nsh');
  for (const ending of ENDINGS) expect(installer).toContain(`!insertmacro offerFor ".${ending}"`);
  expect(installer).not.toMatch(/Classes\\\.(?:csv|xlsx)/);
});
