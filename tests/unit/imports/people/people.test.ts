import { describe, expect, it } from 'vitest';
import { createPeopleMapper } from '#shared/domain/imports/people.ts';
import { profileRecognition } from '#shared/domain/imports/recognise.ts';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import { PEOPLE_PROFILES } from '#shared/domain/imports/profiles/people/index.ts';
import type { Corrections, Recognition } from '#shared/domain/imports/types.ts';
import { bytesOf, lookAt, NO_ANSWERS } from '../read.ts';
import { readList } from './read-people.ts';

const HEADER = ['Name', 'Email', 'PayPal', 'Website', 'Coupon', 'Joined', 'Publisher ID', 'Network'];

function read(rows: readonly (readonly string[])[], wish: Partial<Recognition> = {}, corrections?: Corrections) {
  const { recognition } = lookAt(`${HEADER.join(',')}\n${HEADER.map(() => 'x@y.example').join(',')}\n`);
  const map = createPeopleMapper({ ...recognition, ...wish }, { ...NO_ANSWERS, dateOrder: 'dmy' }, corrections);
  return map({ cells: rows.map((row) => [...row]), lines: rows.map((_, at) => at + 2), broken: new Set() });
}

describe('createPeopleMapper', () => {
  it('takes several addresses, sites and codes out of a cell', () => {
    const { drafts, issues } = read([
      ['Paws', 'a@paws.com; <b@paws.com>,mailto:c@paws.com', '', 'paws.com https://claws.com', 'A1|B2, A1', '', '', ''],
    ]);
    expect(issues).toEqual([]);
    expect(drafts[0]).toMatchObject({
      contacts: [{ email: 'a@paws.com' }, { email: 'b@paws.com' }, { email: 'c@paws.com' }],
      sites: ['paws.com', 'https://claws.com'],
      couponCodes: ['A1', 'B2'],
    });
  });

  it('accounts for every row: taken in, rejected with its reason, or skipped', () => {
    const { drafts, issues, rejectedRows, skipped } = read([
      ['Paws', 'nobody', 'paypal: none', '', '', '31/31/2026', '', ''],
      ['', 'nobody', 'n/a', '', '', '', '', 'Impact'],
      ['', '', '', '', '', '', '', ''],
      [...HEADER],
      ['too', 'many', '', '', '', '', '', '', 'cells'],
      ['', '', '', '', '', '', '7', 'Impact'],
      ['', '', '', '', '', '', '7', ''],
    ]);
    expect(issues.map(({ line, column, code, effect }) => [line, column, code, effect])).toEqual([
      [2, 'Email', 'not-an-email', 'left-empty'],
      [2, 'PayPal', 'not-an-email', 'left-empty'],
      [2, 'Joined', 'not-a-time', 'left-empty'],
      [3, '', 'names-nobody', 'rejected'],
      [6, '', 'too-many-cells', 'rejected'],
      [8, '', 'names-nobody', 'rejected'],
    ]);
    expect(drafts.map(({ lines }) => lines)).toEqual([[2], [7]]);
    expect(drafts[1]?.accounts).toEqual([{ network: 'Impact', partnerId: '7', status: '' }]);
    expect({ rejectedRows, skipped }).toEqual({
      rejectedRows: 3,
      skipped: [
        { line: 4, reason: 'blank' },
        { line: 5, reason: 'header again' },
      ],
    });
  });

  it('rejects a row whose required cell is empty, and takes it once it is put right', () => {
    const required = (recognition: Recognition) =>
      recognition.mapping.map((column) => (column.field === 'email' ? { ...column, required: true as const } : column));
    const { recognition } = lookAt(`${HEADER.join(',')}\n${HEADER.map(() => 'x@y.example').join(',')}\n`);
    const row = ['Paws', '', '', '', '', '', '', ''];
    const bad = read([row], { mapping: required(recognition) });
    expect(bad).toMatchObject({ drafts: [], rejectedRows: 1, issues: [{ column: 'Email', code: 'empty' }] });
    const right = row.with(1, 'a@paws.com');
    const good = read([row], { mapping: required(recognition) }, new Map([[2, right]]));
    expect(good).toMatchObject({ rejectedRows: 0, drafts: [{ contacts: [{ email: 'a@paws.com' }] }] });
  });
});

describe('the profiles of lists', () => {
  it.each(PEOPLE_PROFILES.map((profile) => [profile.id, profile] as const))('%s is well formed', (id, profile) => {
    expect(PROFILES.filter((each) => each.id === id)).toHaveLength(1);
    const fields = profile.columns.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    // A header of nothing but what it needs is its own.
    const header = profile.needs.map(([name = '']) => name);
    const recognition = profileRecognition(profile, {
      header,
      dialect: lookAt('a,b\n1,2\n').recognition.dialect,
    });
    expect(recognition.mapping.length).toBeGreaterThan(0);
    expect(recognition.kind).toBe('people');
  });

  it('leave a table with amounts of its own alone', () => {
    const table = 'Name,Email,Amount,Date\nPaws,a@paws.com,12.50,2026-01-01\n';
    expect(lookAt(table).recognition.profileId).toBe('');
  });

  it('read a list through its footer and before its header', () => {
    const list = readList(
      bytesOf('Exported 2026-01-01\n\nPublisher,Email\nPaws,a@paws.com\nClaws,b@claws.com\nBarks,c@barks.com\n'),
    );
    expect(list.drafts.map(({ name }) => name)).toEqual(['Paws', 'Claws', 'Barks']);
    expect(list.skipped.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '1 before the header',
      '2 before the header',
    ]);
  });
});
