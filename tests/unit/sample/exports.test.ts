import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIntakes } from '#main/files/intake.ts';
import { createSample } from '#main/files/sample.ts';
import { endingOn, SAMPLE_ANSWERS, SAMPLE_FILES, SAMPLE_LAST_DAY } from '#shared/domain/imports/sample.ts';
import { STATUSES, type Transaction } from '#shared/domain/ledger/fields.ts';
import { addDays, DAY_MS, dayToNumber, type Day } from '#shared/lib/day.ts';
import { momentMs } from '#shared/lib/moment.ts';
import { PARTNERS } from '#renderer/features/greeting/sample-profiles.ts';
import { sampleFiles } from '../../../scripts/support/sample-exports.ts';
import { readFile } from '../imports/read.ts';

const FOLDER = join(import.meta.dirname, '../../../assets/sample');
const shipped = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const read = (text: string) => readFile(text, SAMPLE_ANSWERS);

const rows: readonly Transaction[] = SAMPLE_FILES.flatMap((name) => read(shipped(name)).rows);
const distinct = (of: (row: Transaction) => string): ReadonlySet<string> => new Set(rows.map(of));

describe('the sample program', () => {
  it('is shipped as its generator writes it', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...SAMPLE_FILES].sort());
    expect([...sampleFiles().keys()].sort()).toEqual([...SAMPLE_FILES].sort());
    for (const [name, text] of sampleFiles()) expect(shipped(name) === text, name).toBe(true);
  });

  it('is read to the last row', () => {
    for (const name of SAMPLE_FILES) {
      const { issues, rejected, skipped, rows: found } = read(shipped(name));
      expect({ name, issues, rejected, skipped }).toEqual({ name, issues: [], rejected: 0, skipped: [] });
      expect(found.length).toBe(shipped(name).trim().split('\n').length - 1);
    }
  });

  it('brings everyone of whom more is said', () => {
    const names = distinct((row) => row.partnerName);
    for (const { name } of PARTNERS) expect([...names]).toContain(name);
  });

  it('has 60 affiliates, three networks, two currencies, every status and 18 months', () => {
    expect(distinct((row) => row.partnerName).size).toBe(60);
    expect(distinct((row) => `${row.network} ${row.partnerId}`).size).toBe(60);
    expect([...distinct((row) => row.network)].sort()).toEqual(['Awin', 'Impact', 'Partnerize']);
    expect([...distinct((row) => row.currency)].sort()).toEqual(['EUR', 'USD']);
    expect([...distinct((row) => row.status)].sort()).toEqual([...STATUSES].sort());
    const events = rows.map((row) => momentMs(row.eventTime));
    const days = (Math.max(...events) - Math.min(...events)) / DAY_MS;
    expect(days).toBeGreaterThan(540);
    expect(days).toBeLessThan(549);
  });

  it('can never meet what is really hers: every id says what it is', () => {
    expect(rows.filter((row) => !row.transactionId.startsWith('sample-'))).toEqual([]);
    expect(rows.filter((row) => !row.partnerId.startsWith('sample-'))).toEqual([]);
  });

  it('ends on the day that is asked for, before noon, and is otherwise the same', () => {
    const lastDay = '2028-02-29' as Day;
    const by = (dayToNumber(lastDay) - dayToNumber(SAMPLE_LAST_DAY)) * DAY_MS;
    const moved = SAMPLE_FILES.flatMap((name) => read(endingOn(shipped(name), lastDay)).rows);
    const end = dayToNumber(lastDay) * DAY_MS + DAY_MS / 2;
    const last = Math.max(...moved.map((row) => momentMs(row.eventTime)));
    expect(last).toBeLessThan(end);
    expect(last).toBeGreaterThan(end - 2 * DAY_MS);
    const plain = (row: Transaction, shift: number): unknown => ({
      ...row,
      eventTime: momentMs(row.eventTime) + shift,
      clickTime: momentMs(row.clickTime) + shift,
      lockingTime: momentMs(row.lockingTime) + shift,
      clearedTime: momentMs(row.clearedTime) + shift,
      asOf: 0,
    });
    expect(moved.map((row) => plain(row, 0))).toEqual(rows.map((row) => plain(row, by)));
  });

  it('is as shipped when it is asked to end where it ends, and leaves alone what only looks like a day', () => {
    for (const name of SAMPLE_FILES)
      expect(endingOn(shipped(name), SAMPLE_LAST_DAY) === shipped(name), name).toBe(true);
    const next = addDays(SAMPLE_LAST_DAY, 1);
    expect(endingOn('2026-02-30,12026-01-01,2026-01-011,"2026-01-31T23:59:59Z"', next)).toBe(
      '2026-02-30,12026-01-01,2026-01-011,"2026-02-01T23:59:59Z"',
    );
  });

  it('comes as intakes of their own, and says so where its files are missing', async () => {
    const intakes = createIntakes();
    const opened = await createSample(FOLDER, intakes).open('2027-01-31' as Day);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.map(({ name }) => name)).toEqual(SAMPLE_FILES);
    for (const { id, name, size, modifiedMs } of opened.value) {
      const bytes = new Uint8Array(await (await intakes.serve(id)).arrayBuffer());
      expect(bytes.length).toBe(size);
      expect(new TextDecoder().decode(bytes) === endingOn(shipped(name), '2027-01-31' as Day), name).toBe(true);
      expect(modifiedMs).toBe(Date.UTC(2027, 1, 1));
      intakes.release(id);
      expect((await intakes.serve(id)).status).toBe(404);
    }
    expect(await createSample(join(FOLDER, 'nowhere'), intakes).open('2027-01-31' as Day)).toMatchObject({
      ok: false,
      error: { code: 'no-sample' },
    });
  });
});
