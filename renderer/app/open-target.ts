import { goTo, showTask } from '#renderer/session/navigation.ts';
import type { OpenTarget } from '#shared/domain/schedules/due.ts';

/** Goes to what a clicked notification is about. */
export function openTarget(target: OpenTarget): void {
  if (target.kind === 'task') showTask(target.taskId);
  else if (target.kind === 'run') goTo({ screen: 'reports', runId: target.runId });
  else if (target.kind === 'import') goTo({ screen: 'imports', importId: target.importId });
  else goTo({ screen: 'inbox' });
}
