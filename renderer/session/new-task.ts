import { create } from 'zustand';
import { useNavigation } from './navigation.ts';

/** The small dialog in which a task is written down, and whom it is about. */
type NewTask = { readonly open: false } | { readonly open: true; readonly affiliateIds: readonly string[] };

export const useNewTask = create<{ readonly state: NewTask }>()(() => ({ state: { open: false } }));

/** Opens the dialog for a task about these affiliates, one each; on an affiliate's page, if nobody is named, about them. */
export function openNewTask(affiliateIds: readonly string[] = []): void {
  const { route } = useNavigation.getState();
  const here = route.screen === 'affiliate' ? [route.affiliateId] : [];
  useNewTask.setState({ state: { open: true, affiliateIds: affiliateIds.length > 0 ? affiliateIds : here } });
}

export const closeNewTask = (): void => useNewTask.setState({ state: { open: false } });
