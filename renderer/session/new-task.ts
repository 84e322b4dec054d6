import { create } from 'zustand';
import type { Day } from '#shared/lib/day.ts';
import { useNavigation } from './navigation.ts';

/** The small dialog in which tasks are written down, and whom they are about. */
type NewTask =
  | { readonly open: false }
  | {
      readonly open: true;
      readonly affiliateIds: readonly string[];
      /** The day it begins with; null: none. */
      readonly day: Day | null;
    };

export const useNewTask = create<{ readonly state: NewTask }>()(() => ({ state: { open: false } }));

/** Opens the dialog for a task about these affiliates, one each; on an affiliate's page, if nobody is named, about them. */
export function openNewTask(affiliateIds: readonly string[] = [], day: Day | null = null): void {
  const { route } = useNavigation.getState();
  const here = route.screen === 'affiliate' ? [route.affiliateId] : [];
  useNewTask.setState({ state: { open: true, affiliateIds: affiliateIds.length > 0 ? affiliateIds : here, day } });
}

export const closeNewTask = (): void => useNewTask.setState({ state: { open: false } });
