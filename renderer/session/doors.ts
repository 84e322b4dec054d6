import { create } from 'zustand';
import type { ActivityKind } from '#shared/domain/affiliates/activity.ts';
import type { TransactionName } from '#shared/domain/conversations/question.ts';
import { useNavigation } from './navigation.ts';

/** A dialog that any screen may open and its own feature shows. */
export type Door =
  | { readonly kind: 'closed' }
  /** Somebody new, to be won; `name`: what is known of it already. */
  | { readonly kind: 'new-affiliate'; readonly name: string }
  /** A message to affiliates; `templateId` null: she chooses one, or writes. */
  | { readonly kind: 'compose'; readonly affiliateIds: readonly string[]; readonly templateId: string | null }
  /** To another stage of the pipeline; null: she chooses which. */
  | { readonly kind: 'stage'; readonly affiliateIds: readonly string[]; readonly stageId: string | null }
  | {
      readonly kind: 'question';
      readonly affiliateId: string | null;
      readonly transactions: readonly TransactionName[];
    }
  /** Something that happened, to be written on the timeline. */
  | { readonly kind: 'activity'; readonly affiliateId: string; readonly activity: ActivityKind }
  /** Links made for affiliates. */
  | { readonly kind: 'links'; readonly affiliateIds: readonly string[] }
  /** A material handed to affiliates; null: she chooses which. */
  | { readonly kind: 'give'; readonly affiliateIds: readonly string[]; readonly materialId: string | null };

export const useDoor = create<{ readonly door: Door }>()(() => ({ door: { kind: 'closed' } }));

export const openDoor = (door: Door): void => useDoor.setState({ door });

export const closeDoor = (): void => openDoor({ kind: 'closed' });

// What was opened over one place is not meant for another.
useNavigation.subscribe(({ route }, before) => {
  if (route !== before.route) closeDoor();
});
