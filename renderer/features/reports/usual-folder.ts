import { newestRuns } from '#renderer/db/runs.ts';
import { allSchedules } from '#renderer/db/schedules.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { ReportRun, ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { ReportFolder } from '#shared/ipc/contract.ts';
import { chooseFolder, runAndSay } from './report-steps.ts';
import type { ReportSources } from './run.ts';

/** Writes the weekly report now, to where reports go, or to where she says then; its line appears in the history. */
export async function runUsual(sources: ReportSources): Promise<void> {
  goTo({ screen: 'reports', runId: null });
  const folder =
    usePreferences.getState().reportFolder ??
    usualFolder(await allSchedules(), await newestRuns(1)) ??
    (await chooseFolder());
  if (folder) await runAndSay(sources, folder, null);
}

export const folderOf = ({ folderId, folderName }: ReportSchedule): ReportFolder | null =>
  folderId === null ? null : { folderId, name: folderName };

/** Where reports go that she has chosen no folder for: into a schedule's folder, else where the last one was written. */
export function usualFolder(schedules: readonly ReportSchedule[], runs: readonly ReportRun[]): ReportFolder | null {
  const scheduled = schedules.map(folderOf).find((each) => each !== null);
  if (scheduled) return scheduled;
  const written = runs.map(({ outcome }) => outcome).find((outcome) => outcome.kind === 'written');
  return written ? { folderId: written.folderId, name: 'the folder of the last run' } : null;
}
