import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { groupOf } from '#shared/domain/tasks/groups.ts';
import { useTasks } from './use-tasks.ts';

/** How many tasks wait today or have waited too long; nothing where none does. */
export function useWaitingTasks(): number {
  const tasks = useTasks();
  const zone = usePreferences((state) => state.zone);
  const now = useClock((state) => state.now);
  return (tasks ?? []).filter((task) => /^(overdue|today)$/.test(groupOf(task, now, zone))).length;
}
