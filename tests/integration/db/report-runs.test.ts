import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { undoEdit } from '#renderer/db/journal.ts';
import { openDesk } from '#renderer/db/open.ts';
import { newestRuns } from '#renderer/db/runs.ts';
import { addSegment, deleteSegment, editSegment } from '#renderer/db/saved-segments.ts';
import { addSchedule, allSchedules, editSchedule, removeSchedule } from '#renderer/db/schedules.ts';
import { runDueReport, runNow } from '#renderer/features/reports/run.ts';
import { segmentMembers } from '#renderer/features/segments/segment-members.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { fakeDesk, type FakeDesk } from '#renderer/platform/fake-desk.ts';
import { choose } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Group, GroupQuery, Listed } from '#shared/domain/ledger/query.ts';
import type { Fired } from '#shared/domain/schedules/due.ts';
import { PLAIN_TASK, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Result } from '#shared/lib/result.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** Monday, 23 November 2026, 09:00 in UTC. */
const NINE = Date.UTC(2026, 10, 23, 9);

const sale = (day: string, units: bigint, partnerId = 'p'): Group => ({
  partner: { network: 'Impact', partnerId, name: partnerId === 'p' ? 'Kibble Club' : partnerId },
  day,
  status: 'approved',
  currency: 'USD',
  measures: { transactions: 1n, sale: units * 1_000_000n, commission: 0n },
});

/** A ledger that answers with what of `rows` falls into the period asked for; `versions` are those of its answers, in turn. */
function ledgerOf(rows: readonly Group[], versions: number[] = []) {
  const groups = vi.fn(({ period, filter: { partners } }: GroupQuery): Promise<Listed<Group>> =>
    Promise.resolve({
      rows: rows
        .filter(({ day = '' }) => !period || (day >= period.from && day < period.to))
        .filter(({ partner }) => !partners || partners.some(({ partnerId }) => partnerId === partner?.partnerId)),
      total: rows.length,
      version: versions.shift() ?? 1,
    }),
  );
  return { groups } as unknown as LedgerClient & { readonly groups: typeof groups };
}

const over = (ledger: LedgerClient) => ({ ledger, membersOf: segmentMembers });
const sourcesOf = (rows: readonly Group[]) => over(ledgerOf(rows));

let desk: FakeDesk;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NINE + 60_000 });
  desk = fakeDesk();
  replaceDesk(desk);
  choose({ zone: 'UTC', locale: 'en-US', weekStart: 'monday', reportFolder: null });
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
});
afterEach(async () => {
  vi.useRealTimers();
  replaceDesk(null);
  await database().delete();
});

const scheduled = async (folderId: string | null = 'folder', segmentId = ''): Promise<string> =>
  valueOf(
    await addSchedule(
      { weekday: 1, time: '09:00' as TimeOfDay, segmentId, folderId, folderName: 'Reports', active: true },
      1,
    ),
  );

const due = (scheduleId: string, id = 'outcome', late = false): Fired => ({
  id,
  kind: 'fired',
  job: `report:${scheduleId}`,
  at: NINE,
  happenedAt: NINE,
  late,
  item: { job: `report:${scheduleId}`, kind: 'report', at: NINE, title: '', body: '' },
});

const WEEK = [sale('2026-11-18', 1234n), sale('2026-11-10', 1000n)];

describe('a report that has come due', () => {
  it('is written, recorded, put into the inbox and announced', async () => {
    const scheduleId = await scheduled();
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId, 'outcome', true)));
    expect(desk.reported).toMatchObject([
      { folderId: 'folder', baseName: 'Weekly performance 2026-11-16 to 2026-11-22' },
    ]);
    expect(desk.reported[0]?.html).toContain('$1,234.00');
    expect(desk.reported[0]?.csv).toContain('1234.00,1000.00,234.00');
    const [run] = await newestRuns(10);
    const pdf = 'Weekly performance 2026-11-16 to 2026-11-22.pdf';
    expect(run).toMatchObject({ scheduleId, dueAt: NINE, late: true, outcome: { kind: 'written', pdf } });
    expect(await database().inbox.toArray()).toMatchObject([
      { kind: 'report', body: pdf, dueAt: NINE, late: true, runId: run?.id, read: false },
    ]);
    expect(desk.news).toEqual([{ kind: 'written', runId: run?.id, folderId: 'folder', name: pdf }]);
  });

  it('happens once, however often and under whatever name it is handed over', async () => {
    const scheduleId = await scheduled();
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId)));
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId, 'another')));
    expect(desk.reported).toHaveLength(1);
    expect(await database().inbox.count()).toBe(1);
  });

  it('does not happen when its schedule is gone', async () => {
    const scheduleId = await scheduled();
    valueOf(await removeSchedule(scheduleId));
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId)));
    expect(desk.reported).toEqual([]);
    expect(await newestRuns(10)).toEqual([]);
  });

  it('goes into the folder of the settings when it has none of its own, and fails without one', async () => {
    const scheduleId = await scheduled(null);
    choose({ reportFolder: { folderId: 'usual', name: 'Usual' } });
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId)));
    expect(desk.reported[0]?.folderId).toBe('usual');
    choose({ reportFolder: null });
    valueOf(await runDueReport(sourcesOf(WEEK), { ...due(scheduleId), at: NINE + 1 }));
    expect((await newestRuns(10)).map(({ outcome }) => outcome.kind).sort()).toEqual(['failed', 'written']);
  });

  it('that fails says why in the history, the inbox and the notification', async () => {
    const message = 'The folder “Reports” is not there any more.';
    desk.reportProblem = { code: 'folder-gone', message };
    const scheduleId = await scheduled();
    valueOf(await runDueReport(sourcesOf(WEEK), due(scheduleId)));
    const [run] = await newestRuns(10);
    expect(run?.outcome).toEqual({ kind: 'failed', message });
    expect(await database().inbox.toArray()).toMatchObject([{ kind: 'report-failed', body: message, runId: run?.id }]);
    expect(desk.news).toEqual([{ kind: 'failed', runId: run?.id, message }]);
  });

  it('is not taken for done when the run cannot be recorded', async () => {
    const scheduleId = await scheduled();
    vi.spyOn(database().runs, 'put').mockRejectedValue(new Error('The disk is full.'));
    expect(await runDueReport(sourcesOf(WEEK), due(scheduleId))).toMatchObject({ ok: false });
    expect(await database().inbox.count()).toBe(0);
    expect(desk.news).toEqual([]);
  });
});

describe('a report of a segment', () => {
  const known = { createdAt: 0, createdByImport: null, editedAt: null };
  const rule = { field: 'kind', operator: 'is', value: ['coupon'], days: null };
  const rows = [...WEEK, sale('2026-11-17', 77n, 'q'), sale('2026-11-17', 99n, 'nobody’s')];

  beforeEach(async () => {
    const { affiliates, links, tasks } = database();
    await affiliates.bulkAdd([
      newAffiliate({ id: 'a', name: 'Kibble Club', kind: 'content', ...known }),
      newAffiliate({ id: 'b', name: 'Coupon Paws', kind: 'coupon', ...known }),
    ]);
    await links.bulkAdd([
      newLink({ network: 'Impact', partnerId: 'p', affiliateId: 'a' }),
      newLink({ network: 'Impact', partnerId: 'q', affiliateId: 'b' }),
    ]);
    const open = { note: '', due: null, ...PLAIN_TASK, snoozedUntil: null, doneAt: null, createdAt: 1, sample: false };
    await tasks.bulkAdd([
      { id: 't1', title: 'Call the club', affiliateId: 'a', ...open },
      { id: 't2', title: 'Renew the code', affiliateId: 'b', ...open },
      { id: 't3', title: 'Tidy up', affiliateId: null, ...open },
    ]);
  });
  const couponSites = async (): Promise<string> =>
    valueOf(await addSegment({ name: 'Coupon sites', match: 'all', rules: [rule] }));

  it('has its rows and tasks alone, and bears its name in the title, the table and the file’s name', async () => {
    const scheduleId = await scheduled('folder', await couponSites());
    valueOf(await runDueReport(sourcesOf(rows), due(scheduleId)));
    const { baseName = '', html = '', csv = '' } = desk.reported[0] ?? {};
    expect(baseName).toBe('Weekly performance · Coupon sites 2026-11-16 to 2026-11-22');
    expect(html).toContain('<h1>Weekly performance · Coupon sites</h1>');
    expect(html).toContain('$77.00');
    const table = csv.trim().split('\r\n').slice(1);
    expect(table.find((line) => line.startsWith('"Total"'))).toContain(',77.00,0.00,77.00,');
    expect(table.every((line) => line.endsWith(',"Coupon sites"'))).toBe(true);
    expect(csv).toContain('Renew the code');
    for (const others of ['Kibble Club', 'nobody’s', 'Call the club', 'Tidy up']) {
      expect(csv).not.toContain(others);
      expect(html).not.toContain(others);
    }
  });

  it('is of everybody again when nothing restricts it', async () => {
    const scheduleId = await scheduled('folder', await couponSites());
    valueOf(await editSchedule(scheduleId, { segmentId: '' }));
    valueOf(await runNow(sourcesOf(rows), 'folder', scheduleId));
    expect(desk.reported[0]?.baseName).toBe('Weekly performance 2026-11-16 to 2026-11-22');
    expect(desk.reported[0]?.csv).toContain('Kibble Club');
  });

  it('is not written when the segment is gone or cannot be asked, and says so in the inbox', async () => {
    const segmentId = await couponSites();
    const scheduleId = await scheduled('folder', segmentId);
    valueOf(await editSegment(segmentId, () => ({ rules: [{ ...rule, field: 'custom:gone' }] })));
    valueOf(await runDueReport(sourcesOf(rows), due(scheduleId)));
    valueOf(await deleteSegment(segmentId));
    valueOf(await runDueReport(sourcesOf(rows), { ...due(scheduleId), at: NINE + 1 }));
    expect(desk.reported).toEqual([]);
    const said = (await database().inbox.toArray()).map(({ body }) => body);
    expect(said).toContainEqual(expect.stringMatching(/“Coupon sites” has a rule that cannot be used/));
    expect(said).toContainEqual(expect.stringMatching(/segment has been deleted, so nothing was written/));
  });
});

describe('run now', () => {
  it('is a run every time', async () => {
    for (let time = 0; time < 2; time++) valueOf(await runNow(sourcesOf(WEEK), 'folder', null));
    expect(await newestRuns(10)).toMatchObject([{ scheduleId: null }, { scheduleId: null }]);
  });

  it('asks again when the data changed between its questions, and gives up when it always does', async () => {
    const once = ledgerOf(WEEK, [1, 1, 1, 2, 2, 2]);
    expect(valueOf(await runNow(over(once), 'folder', null)).outcome.kind).toBe('written');
    expect(once.groups).toHaveBeenCalledTimes(16);
    vi.spyOn(console, 'error').mockReturnValue();
    const always = ledgerOf(
      WEEK,
      Array.from({ length: 100 }, (_, version) => version),
    );
    expect(valueOf(await runNow(over(always), 'folder', null)).outcome).toMatchObject({ kind: 'failed' });
  });
});

describe('schedules', () => {
  it('are added, changed and removed, each of which can be taken back', async () => {
    const id = await scheduled();
    expect(valueOf(await editSchedule(id, { weekday: 5 }))).toBe(true);
    expect(valueOf(await editSchedule(id, { weekday: 5 }))).toBe(false);
    valueOf(await removeSchedule(id));
    expect(await allSchedules()).toEqual([]);
    valueOf(await undoEdit());
    expect(await allSchedules()).toMatchObject([{ id, weekday: 5 }]);
    valueOf(await undoEdit());
    expect(await allSchedules()).toMatchObject([{ id, weekday: 1 }]);
    valueOf(await undoEdit());
    expect(await allSchedules()).toEqual([]);
  });
});
