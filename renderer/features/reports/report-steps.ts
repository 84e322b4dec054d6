import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { addSchedule, editSchedule, removeSchedule, type ScheduleWish } from '#renderer/db/schedules.ts';
import { desk } from '#renderer/platform/desk.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { ReportFolder } from '#shared/ipc/contract.ts';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { runNow, type ReportSources } from './run.ts';

/** Monday morning, for the week that has just ended. */
const USUAL = { weekday: 1, time: '09:00' as TimeOfDay } as const;

/** Adds a schedule; asks for its folder first if there is none to begin with. */
export async function addUsual(folder: ReportFolder | null): Promise<void> {
  const chosen = folder ?? (await chooseFolder());
  if (!chosen) return;
  const wish = { ...USUAL, segmentId: '', folderId: chosen.folderId, folderName: chosen.name, active: true };
  const added = await addSchedule(wish, Date.now());
  if (!added.ok) return say(added.error.message);
  didStep({ label: 'Added a schedule', undo: undoEdit, redo: redoEdit });
}

export async function change(schedule: ReportSchedule, wish: ScheduleWish, label: string): Promise<void> {
  const changed = await editSchedule(schedule.id, wish);
  if (!changed.ok) return say(changed.error.message);
  if (changed.value) didStep({ label, undo: undoEdit, redo: redoEdit });
}

export async function remove(schedule: ReportSchedule): Promise<void> {
  const removed = await removeSchedule(schedule.id);
  if (!removed.ok) return say(removed.error.message);
  didStep({ label: 'Removed a schedule', undo: undoEdit, redo: redoEdit });
}

/** A folder she chooses; null when she chose none, or when that failed, which is said. */
export async function chooseFolder(): Promise<ReportFolder | null> {
  const chosen = await desk().reports.chooseFolder();
  if (chosen.ok) return chosen.value;
  say(chosen.error.message);
  return null;
}

export async function moveTo(schedule: ReportSchedule): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  await change(schedule, { folderId: folder.folderId, folderName: folder.name }, `Reports go to “${folder.name}”`);
}

/** Runs the report and says how it went; the history has it as well. */
export async function runAndSay(
  sources: ReportSources,
  folder: ReportFolder,
  scheduleId: string | null,
): Promise<void> {
  const run = await runNow(sources, folder.folderId, scheduleId);
  if (!run.ok) return say(run.error.message);
  const { outcome } = run.value;
  say(outcome.kind === 'written' ? `Written: ${outcome.pdf}` : outcome.message);
}

/** Shows a written file in the system's file manager. */
export async function showFile(folderId: string, name: string): Promise<void> {
  const shown = await desk().reports.show({ folderId, name });
  if (!shown.ok) say(shown.error.message);
}
