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
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { gatherWeekly } from './gather.ts';

interface Asked {
  /** Names the run, so that it happens once. */
  readonly id: string;
  readonly scheduleId: string | null;
  readonly folderId: string | null;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly late: boolean;
}

/**
 * Writes the report of the last whole week, and records and tells how that went. Answers the run; an error only if the
 * run could not be recorded.
 */
export async function runReport(ledger: LedgerClient, asked: Asked): Promise<Result<ReportRun>> {
  const { id, scheduleId, dueAt, late } = asked;
  const outcome = await write(ledger, asked.folderId);
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
export async function runDueReport(ledger: LedgerClient, outcome: Fired): Promise<Result<null>> {
  const id = `${outcome.job}@${outcome.at}`;
  const schedule = await scheduleById(idOfJob(outcome.job));
  if (!schedule || (await hasRun(id))) return ok(null);
  const folderId = schedule.folderId ?? usePreferences.getState().reportFolder?.folderId ?? null;
  const run = await runReport(ledger, {
    id,
    scheduleId: schedule.id,
    folderId,
    dueAt: outcome.at,
    late: outcome.late,
  });
  return run.ok ? ok(null) : run;
}

/** Runs the report because she asks for it. */
export const runNow = (ledger: LedgerClient, folderId: string, scheduleId: string | null): Promise<Result<ReportRun>> =>
  runReport(ledger, { id: crypto.randomUUID(), scheduleId, folderId, dueAt: Date.now(), late: false });

async function write(ledger: LedgerClient, folderId: string | null): Promise<ReportRun['outcome']> {
  const written = await content(ledger, folderId);
  return written.ok ? written.value : { kind: 'failed', message: written.error.message };
}

async function content(ledger: LedgerClient, folderId: string | null): Promise<Result<ReportRun['outcome']>> {
  if (folderId === null) {
    return fail(
      'no-folder',
      'No folder is chosen for this report, so nothing was written. Choose one and run it again.',
    );
  }
  const { zone, locale, weekStart, currencies } = usePreferences.getState();
  const now = Date.now();
  const weeks = reportWeeks(now, weekStart, zone);
  let page: { readonly html: string; readonly csv: string };
  try {
    const report = weeklyReport(await gatherWeekly(ledger, weeks, zone, now), currencies);
    page = { html: weeklyHtml(report, locale), csv: weeklyCsv(report) };
  } catch (error) {
    console.error(error);
    return fail(
      'no-figures',
      'The figures of the week could not be read, so nothing was written. Run the report again.',
    );
  }
  const files = await desk().reports.write({ folderId, baseName: weeklyFileName(weeks.week), ...page });
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
