import { goTo, showTask } from '#renderer/session/navigation.ts';
import type { OpenTarget } from '#shared/domain/schedules/due.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

/** Goes to what a clicked notification is about. */
export function openTarget(target: OpenTarget): void {
  switch (target.kind) {
    case 'task':
      return showTask(target.taskId);
    case 'tasks':
      return goTo({ screen: 'tasks', taskId: null });
    case 'inbox':
      return goTo({ screen: 'inbox' });
    case 'run':
      return goTo({ screen: 'reports', runId: target.runId });
    case 'import':
      return goTo({ screen: 'imports', importId: target.importId });
    default:
      return assertNever(target);
  }
}
