import {
  addActivity,
  deleteActivity,
  editActivity,
  type ActivityOptions,
  type ActivityWish,
} from '#renderer/db/activities.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { newActivity, type Activity } from '#shared/domain/affiliates/activity.ts';
import type { Result } from '#shared/lib/result.ts';

const options = (): ActivityOptions => ({ now: Date.now(), zone: usePreferences.getState().zone });

/** Writes down what happened. True if it is there. */
export async function log(
  words: Pick<Activity, 'affiliateId' | 'kind' | 'at' | 'title' | 'text' | 'direction'>,
): Promise<boolean> {
  return told(
    `Logged “${words.title}”`,
    await addActivity(newActivity({ ...words, id: crypto.randomUUID() }), options()),
  );
}

export async function change(activity: Activity, wish: ActivityWish): Promise<boolean> {
  return told(`Changed “${wish.title ?? activity.title}”`, await editActivity(activity.id, wish, options()));
}

export async function remove(activity: Activity): Promise<boolean> {
  return told(`Deleted “${activity.title}”`, await deleteActivity(activity.id, options()));
}

function told(label: string, result: Result<boolean>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value) didStep({ label, undo: undoEdit, redo: redoEdit });
  return result.ok;
}
