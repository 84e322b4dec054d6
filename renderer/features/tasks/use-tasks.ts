import { useLiveQuery } from 'dexie-react-hooks';
import { allTasks } from '#renderer/db/tasks.ts';
import type { Task } from '#shared/domain/tasks/task.ts';

/** All tasks, kept current; null until they are read. */
export const useTasks = (): readonly Task[] | null => useLiveQuery(allTasks) ?? null;
