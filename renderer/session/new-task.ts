import { create } from 'zustand';
import { useNavigation } from './navigation.ts';

/** The small dialog in which a task is written down, and whom it begins with. */
type NewTask = { readonly open: false } | { readonly open: true; readonly affiliateId: string | null };

export const useNewTask = create<{ readonly state: NewTask }>()(() => ({ state: { open: false } }));

/** Opens the dialog; on an affiliate's page the task is about them. */
export function openNewTask(): void {
  const { route } = useNavigation.getState();
  useNewTask.setState({ state: { open: true, affiliateId: route.screen === 'affiliate' ? route.affiliateId : null } });
}

export const closeNewTask = (): void => useNewTask.setState({ state: { open: false } });
