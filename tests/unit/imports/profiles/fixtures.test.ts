import { describe, expect, it } from 'vitest';
import { assumed, settingsFor } from '#shared/domain/imports/defaults.ts';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import { columnKey, findColumn, headerIndex } from '#shared/domain/imports/profiles/profile.ts';
import { dayFromNumber, DAY_MS } from '#shared/lib/day.ts';
import { isDayOnly, momentMs } from '#shared/lib/moment.ts';
import {
  MONEY_FIELDS,
  STATUSES,
  TIME_FIELDS,
  type MoneyField,
  type TimeField,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { AS_OF, lookAt, readAs, type ReadFile } from '../read.ts';
import { fixtures, type Expected, type Fixture } from './exports.ts';

const ALL = fixtures();

function readFixture(file: Uint8Array, { answers = {} }: Expected, modified = AS_OF, chunk = 65_536): ReadFile {
  const { recognition } = lookAt(file);
  const given = settingsFor(recognition, answers, { name: 'export.csv', modified });
  return readAs(recognition, file, assumed(recognition, given).settings, chunk);
}

/** Micros as a decimal without zeros at its end. */
function decimal(micros: number | bigint): string {
  const value = BigInt(micros);
  const digits = String(value < 0n ? -value : value).padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return value < 0n ? `-${text}` : text;
}

function totalsOf(rows: readonly Transaction[]): Expected['totals'] {
  const groups = Map.groupBy(rows, ({ currency, status }) => `${currency} ${STATUSES.indexOf(status)}`);
  const sum = (of: readonly Transaction[], field: MoneyField): string =>
    decimal(of.reduce((total, row) => total + (Number.isNaN(row[field]) ? 0n : BigInt(row[field])), 0n));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, of]) => ({
      currency: of[0]?.currency ?? '',
      status: of[0]?.status ?? 'unknown',
      count: of.length,
      sale: sum(of, 'sale'),
      commission: sum(of, 'commission'),
    }));
}

function shown(row: Transaction, field: string): string | number {
  const value = row[field as keyof Transaction];
  if (typeof value !== 'number') return value;
  if (Number.isNaN(value)) return '';
  if (MONEY_FIELDS.includes(field as MoneyField)) return decimal(value);
  if (!TIME_FIELDS.includes(field as TimeField)) return value;
  return isDayOnly(value)
    ? dayFromNumber(Math.round(momentMs(value) / DAY_MS))
    : new Date(momentMs(value)).toISOString();
}

it('there is a fixture for the profiles', () => {
  expect(ALL.length).toBeGreaterThan(7);
});

describe.each(ALL)('$name', (fixture: Fixture) => {
  const { expected } = fixture;

  it('is recognised for what it is', () => {
    const { recognition } = lookAt(fixture.export);
    expect(recognition).toMatchObject({
      profileId: expected.profile,
      kind: expected.kind,
      side: expected.side,
      dialect: expected.read,
      ...(expected.questions && { questions: expected.questions }),
    });
  });

  it('is known to no other profile', () => {
    const { header } = lookAt(fixture.export).recognition;
    const index = headerIndex(header);
    const knowing = PROFILES.filter(
      ({ needs, refuses }) =>
        needs.every((names) => findColumn(index, names) >= 0) && !refuses.some((name) => index.has(columnKey(name))),
    );
    expect(knowing.map(({ id }) => id)).toEqual([expected.profile]);
  });

  if (expected.kind === 'people') return;

  it('comes to the rows and sums that were worked out for it', () => {
    const { rows, issues, skipped, rejected, merged } = readFixture(fixture.export, expected);
    expect({
      rows: { accepted: rows.length + merged, rejected, skipped: skipped.length, merged },
      totals: totalsOf(rows),
      issues: issues.map(({ code }) => code),
    }).toEqual({ rows: expected.rows, totals: expected.totals, issues: expected.issues });
    if (expected.quantity !== undefined)
      expect(rows.reduce((sum, { quantity }) => sum + (Number.isNaN(quantity) ? 0 : quantity), 0)).toBe(
        expected.quantity,
      );
  });

  it('has the rows that were worked out for it', () => {
    const { rows } = readFixture(fixture.export, expected);
    const wanted = Object.entries(expected.others ?? {});
    for (const [row, fields] of [
      [rows[0], expected.first] as const,
      ...wanted.map(([line, fields]) => [rows.find((each) => String(each.line) === line), fields] as const),
    ]) {
      const found = row && Object.fromEntries(Object.keys(fields).map((field) => [field, shown(row, field)]));
      expect(found).toEqual(fields);
    }
  });

  it('is read alike in pieces of any size', () => {
    const { batches, ...whole } = readFixture(fixture.export, expected);
    const { batches: pieces, ...other } = readFixture(fixture.export, expected, AS_OF, 7);
    expect(other).toEqual(whole);
    expect(pieces.length).toBeGreaterThanOrEqual(batches.length);
  });

  it('adds nothing when it is imported again, and finds what a later export changes', () => {
    const state = new LedgerState();
    const plan = (sequence: number, file: Uint8Array, modified: number) => {
      const session = state.beginPlan({ importId: `import-${sequence}`, sequence });
      for (const { draft } of readFixture(file, expected, modified).batches) session.add(draft);
      return session;
    };
    const first = plan(1, fixture.export, AS_OF);
    expect(first.counts.new).toBe(first.rows - first.counts.repeated);
    const changes = finish(state.applyChanges(first));
    if (!changes.ok) throw new Error(changes.error.code);
    expect(state.install(changes.value).ok).toBe(true);
    const again = plan(2, fixture.export, AS_OF + 30 * DAY_MS).counts;
    expect({ new: again.new, changed: again.changed }).toEqual({ new: 0, changed: 0 });
    if (!fixture.later) return;
    expect(plan(3, fixture.later, AS_OF + 30 * DAY_MS).counts).toMatchObject(expected.expectedLater ?? {});
  });
});
