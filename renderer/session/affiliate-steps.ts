import { create } from 'zustand';
import type { Activity } from '#shared/domain/affiliates/activity.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { useNavigation } from './navigation.ts';

/** What is asked on an affiliate's page: what is true of them, whom to merge them into, where an account of theirs belongs. */
export type Asking =
  | { readonly kind: 'nothing' }
  /** What is on the timeline, to be put right. */
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'merge' }
  /** null: any of theirs. */
  | { readonly kind: 'move'; readonly account: PartnerKey | null };

export const useAsking = create<{ readonly asking: Asking }>()(() => ({ asking: { kind: 'nothing' } }));

export const ask = (asking: Asking): void => useAsking.setState({ asking });

export const stopAsking = (): void => ask({ kind: 'nothing' });

// Another page is another affiliate, of whom nothing has been asked.
useNavigation.subscribe(({ route }, before) => {
  if (route !== before.route) stopAsking();
});
