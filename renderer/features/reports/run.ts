import { hasRun, recordRun } from '#renderer/db/runs.ts';
import { scheduleById } from '#renderer/db/schedules.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { ReportRun } from '#shared/domain/reports/schedule.ts';
import { reportWeeks, weeklyFileName } from '#shared/domain/reports/week.ts';
import { weeklyCsv } from '#shared/domain/reports/weekly-csv.ts';
import { weeklyHtml } from '#shared/domain/reports/weekly-html.ts';
import { weeklyReport } from '#shared/domain/reports/weekly.ts';
import type { Fired } from '#shared/domain/schedules/due.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import { idOfJob } from '#shared/domain/schedules/project.ts';
import type { SegmentMoment } from '#shared/domain/segments/segments.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { gatherWeekly } from './gather.ts';

/** Who is in a segment at an instant (epoch ms); an error says why that cannot be told. */
export type SegmentSource = (ledger: LedgerClient, segmentId: string, now: number) => Promise<Result<SegmentMoment>>;

/** Where the report's figures and people come from. */
export interface ReportSources {
  readonly ledger: LedgerClient;
  readonly membersOf: SegmentSource;
}

interface Asked {
  /** Names the run, so that it happens once. */
  readonly id: string;
  readonly scheduleId: string | null;
  /** '' : everybody. */
  readonly segmentId: string;
  readonly folderId: string | null;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly late: boolean;
}

/**
 * Writes the report of the last whole week, and records and tells how that went. Answers the run; an error only if the
 * run could not be recorded.
 */
export async function runReport(sources: ReportSources, asked: Asked): Promise<Result<ReportRun>> {
  const { id, scheduleId, dueAt, late } = asked;
  const outcome = await write(sources, asked);
  const run: ReportRun = { id, scheduleId, dueAt, finishedAt: Date.now(), late, outcome };
  const recorded = await recordRun(run, entryOf(run));
  if (!recorded.ok) return recorded;
  await desk().reports.announce(
    outcome.kind === 'written'
      ? { kind: 'written', runId: id, folderId: outcome.folderId, name: outcome.pdf }
      : { kind: 'failed', runId: id, message: outcome.message },
  );
  return ok(run);
}

/**
 * Runs a report that has come due. An outcome that is taken over a second time, because the program ended in between,
 * writes nothing again; one whose schedule is gone writes nothing at all.
 */
export async function runDueReport(sources: ReportSources, outcome: Fired): Promise<Result<null>> {
  const id = `${outcome.job}@${outcome.at}`;
  const schedule = await scheduleById(idOfJob(outcome.job));
  if (!schedule || (await hasRun(id))) return ok(null);
  const folderId = schedule.folderId ?? usePreferences.getState().reportFolder?.folderId ?? null;
  const run = await runReport(sources, {
    id,
    scheduleId: schedule.id,
    segmentId: schedule.segmentId,
    folderId,
    dueAt: outcome.at,
    late: outcome.late,
  });
  return run.ok ? ok(null) : run;
}

/** Runs the report because she asks for it, as its schedule has it. */
export async function runNow(
  sources: ReportSources,
  folderId: string,
  scheduleId: string | null,
): Promise<Result<ReportRun>> {
  const segmentId = (scheduleId === null ? null : await scheduleById(scheduleId))?.segmentId ?? '';
  return runReport(sources, {
    id: crypto.randomUUID(),
    scheduleId,
    segmentId,
    folderId,
    dueAt: Date.now(),
    late: false,
  });
}

type Wanted = Pick<Asked, 'folderId' | 'segmentId'>;

async function write(sources: ReportSources, wanted: Wanted): Promise<ReportRun['outcome']> {
  const written = await content(sources, wanted);
  return written.ok ? written.value : { kind: 'failed', message: written.error.message };
}

async function content(
  { ledger, membersOf }: ReportSources,
  { folderId, segmentId }: Wanted,
): Promise<Result<ReportRun['outcome']>> {
  if (folderId === null) {
    return fail(
      'no-folder',
      'No folder is chosen for this report, so nothing was written. Choose one and run it again.',
    );
  }
  const { zone, locale, weekStart, currencies } = usePreferences.getState();
  const now = Date.now();
  const weeks = reportWeeks(now, weekStart, zone);
  let segment: SegmentMoment | null = null;
  let page: { readonly html: string; readonly csv: string };
  try {
    if (segmentId !== '') {
      const asked = await membersOf(ledger, segmentId, now);
      if (!asked.ok) return asked;
      segment = asked.value;
    }
    const report = weeklyReport(await gatherWeekly(ledger, weeks, zone, now, segment), currencies);
    page = { html: weeklyHtml(report, locale), csv: weeklyCsv(report) };
  } catch (error) {
    console.error(error);
    return fail(
      'no-figures',
      'The figures of the week could not be read, so nothing was written. Run the report again.',
    );
  }
  const files = await desk().reports.write({
    folderId,
    baseName: weeklyFileName(weeks.week, segment?.name ?? ''),
    ...page,
  });
  return files.ok ? ok({ kind: 'written', ...files.value, folderId }) : files;
}

/** Every run stands in the inbox as well. */
function entryOf({ id, dueAt, finishedAt, late, outcome }: ReportRun): InboxEntry {
  const written = outcome.kind === 'written';
  return {
    id: `run ${id}`,
    kind: written ? 'report' : 'report-failed',
    title: written ? 'The weekly report is written' : 'The weekly report was not written',
    body: written ? outcome.pdf : outcome.message,
    dueAt,
    firedAt: finishedAt,
    late,
    taskId: null,
    runId: id,
    read: false,
  };
}
