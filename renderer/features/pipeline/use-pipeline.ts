import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { allLinks } from '#renderer/db/affiliates.ts';
import { allTasks } from '#renderer/db/tasks.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { applications, type Application } from '#shared/domain/pipeline/applications.ts';
import { nextSteps } from '#shared/domain/pipeline/next-step.ts';
import type { Task } from '#shared/domain/tasks/task.ts';

/** The next step with each affiliate, by their id, kept current; null until it is read. */
export function useNextSteps(): ReadonlyMap<string, Task> | null {
  const tasks = useLiveQuery(allTasks);
  return useMemo(() => (tasks ? nextSteps(tasks) : null), [tasks]);
}

/** All accounts, kept current; null until they are read. */
export const useLinks = (): readonly PartnerLink[] | null => useLiveQuery(allLinks) ?? null;

/** Who waits for a yes or no, kept current; null until it is read. */
export function useApplications(directory: Directory | null): readonly Application[] | null {
  const links = useLinks();
  const stages = usePreferences((state) => state.stages);
  return useMemo(
    () => directory && links && applications(directory.affiliates, links, stages),
    [directory, links, stages],
  );
}
