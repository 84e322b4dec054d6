import { useLiveQuery } from 'dexie-react-hooks';
import { allTaskRules, allTaskTemplates } from '#renderer/db/task-templates.ts';
import type { TaskRule, TaskTemplate } from '#shared/domain/tasks/task-template.ts';

/** Templates by name, kept current; null until they are read. */
export const useTaskTemplates = (): readonly TaskTemplate[] | null => useLiveQuery(allTaskTemplates) ?? null;

/** Rules, kept current; null until they are read. */
export const useTaskRules = (): readonly TaskRule[] | null => useLiveQuery(allTaskRules) ?? null;
